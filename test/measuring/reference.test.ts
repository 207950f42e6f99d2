import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMULAS, MEASURE_KEYS, type MeasureKey } from "../../schema/measuring/formulas.ts";
import { readFigures, type StoredFigure } from "../../server/measuring/read.ts";
import { recomputeAll } from "../../server/measuring/refresh.ts";
import { periodsBetween } from "../../schema/measuring/periods.ts";
import type { Store } from "../../server/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { addInstitution } from "./institutions.ts";
import type { Facts, Setting } from "./reference/facts.ts";
import { calendarsOf, caseOf, Chance, FIRST_MONTH, LAST_DAY } from "./reference/generate.ts";
import { count, Figures, type Counted } from "./reference/measures.ts";
import { putCalendars, putCases } from "./reference/put.ts";
import { addTo, instantOf } from "./reference/time.ts";

/**
 * The product's figures against a second reading of the definitions: plain loops over the facts, one row and one moment
 * at a time. Cases are small landscapes; many of them stand in one institution, which sums them up.
 */
const HOUSES = [
  { zone: "Europe/Riga", cases: 120, seed: 20_261_121 },
  { zone: "Europe/Lisbon", cases: 100, seed: 7 },
  { zone: "Europe/Riga", cases: 100, seed: Number(process.env["SAIME_SEED"] ?? 4711) },
];

interface House {
  readonly cases: readonly Facts[];
  readonly stored: ReadonlyMap<string, StoredFigure>;
  readonly expected: Figures;
}
let store: Store;
const houses: House[] = [];

beforeAll(async () => {
  store = await openTestStore();
  for (const { zone, cases, seed } of HOUSES) houses.push(await house(zone, cases, seed));
});
afterAll(() => store?.close());

async function house(zone: string, many: number, seed: number): Promise<House> {
  const chance = new Chance(seed);
  const calendars = calendarsOf(chance);
  const months = periodsBetween("MONTH", FIRST_MONTH, addTo(LAST_DAY, { days: 1 })).map(
    ({ from, to }) => [from, to] as const,
  );
  const asOf = instantOf(LAST_DAY, "14:30", zone);
  const setting: Setting = { zone, asOf, months, calendars: new Map(calendars.map((one) => [one.id, one])) };
  const cases = Array.from({ length: many }, () => caseOf(chance, setting));
  const { id } = await addInstitution(store, { timeZone: zone });
  await putCalendars(store, id, calendars);
  await putCases(store, id, cases);
  await store.transaction((sql) => recomputeAll(sql, id, asOf));
  const asks = MEASURE_KEYS.flatMap((measure) =>
    (["ALL_SERVICES", "ALL_RESOURCES", [{ kind: "INSTITUTION", id: null }]] as const).map((scopes) => ({
      ...{ measure, scopes, period: "MONTH" as const, from: FIRST_MONTH, to: months.at(-1)?.[1] ?? LAST_DAY },
    })),
  );
  const figures = await readFigures(store, id, asks);
  const expected = new Figures();
  for (const facts of cases) count(expected, facts, setting);
  return {
    ...{ cases, expected },
    stored: new Map(figures.map((one) => [`${one.measure} ${one.scopeId ?? ""} ${one.from}`, one])),
  };
}

/** A figure as both sides tell it: without data there is none. */
function told(
  measure: MeasureKey,
  one: Pick<Counted, "numerator" | "denominator" | "count"> | StoredFigure | undefined,
) {
  const { numerator, count: rows } = one ?? { numerator: 0, count: 0 };
  const denominator = FORMULAS[measure].unit === "COUNT" ? 1 : (one?.denominator ?? 0);
  const round = (value: number) => Number(value.toPrecision(10));
  return [round(numerator ?? 0), round(denominator), rows];
}

/** Every figure of one measure that either side knows, and how they differ. */
function differing({ stored, expected }: House, measure: MeasureKey): { known: number; wrong: string[] } {
  const keys = new Set([...stored.keys(), ...expected.by.keys()].filter((key) => key.startsWith(`${measure} `)));
  const wrong = [...keys].flatMap((key) => {
    const [is, should] = [told(measure, stored.get(key)), told(measure, expected.by.get(key))];
    return JSON.stringify(is) === JSON.stringify(should)
      ? []
      : [`${key}: is ${is.join("/")}, should be ${should.join("/")}`];
  });
  return { known: keys.size, wrong };
}

test("there are at least 300 cases, and they meet what is hard", () => {
  const cases = houses.flatMap((one) => one.cases);
  expect(cases.length).toBeGreaterThanOrEqual(300);
  const incidents = cases.flatMap((one) => one.incidents);
  expect(incidents.filter(({ waits }) => waits.length > 1).length).toBeGreaterThan(100);
  expect(incidents.filter(({ restoredAt }) => restoredAt === null).length).toBeGreaterThan(100);
  expect(incidents.filter(({ reopened }) => (reopened ?? 0) > 0).length).toBeGreaterThan(100);
  expect(
    cases.filter(({ dependencies }) => dependencies.filter(({ group }) => group !== null).length > 1).length,
  ).toBeGreaterThan(100);
});

describe("the product's figures are those of the reference", () => {
  test.each(MEASURE_KEYS)("%s", (measure) => {
    const all = houses.map((one) => differing(one, measure));
    const wrong = all.flatMap((one) => one.wrong);
    expect(wrong.slice(0, 12), `${wrong.length} differ`).toEqual([]);
    for (const { known } of all) expect(known).toBeGreaterThan(30);
  });

  test("MTRS has its median, 90th percentile and clock time beside it", () => {
    const wrong = houses.flatMap(({ stored, expected }) =>
      [...expected.by].flatMap(([key, { values, clock }]) => {
        const more = stored.get(key)?.more;
        if (!key.startsWith("MTRS ") || values.length === 0) return [];
        const parts =
          key.split(" ")[1] === ""
            ? { clock: clock / values.length }
            : { clock: clock / values.length, median: at(values, 0.5), p90: at(values, 0.9) };
        return Object.entries(parts).flatMap(([name, value]) =>
          Math.abs((more?.[name] ?? NaN) - value) < 1e-6
            ? []
            : [`${key} ${name}: is ${more?.[name]}, should be ${value}`],
        );
      }),
    );
    expect(wrong.slice(0, 12), `${wrong.length} differ`).toEqual([]);
  });
});

/** A percentile between the two values next to it. */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
