import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMULAS, MEASURE_KEYS } from "../../schema/measuring/formulas.ts";
import { PART_KEYS, placeOf, widthOf } from "../../server/measuring/parts.ts";
import { readFigures, type StoredFigure } from "../../server/measuring/read.ts";
import { recomputeAll, refreshFigures } from "../../server/measuring/refresh.ts";
import { verifyFigures } from "../../server/measuring/verify.ts";
import type { Store } from "../../server/store/store.ts";
import { push } from "../../server/sync/push.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, newRow, type World } from "../support/world.ts";
import { changeFacts } from "./change-facts.ts";
import { generate } from "./generate.ts";

let store: Store;
let world: World;
const size = { incidents: 300, changes: 40, services: 6, resources: 5, years: 1 };
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  await generate(store, world.portfolio, size, {
    seed: 20_261_121,
    until: new Date(Date.now() - 60_000).toISOString(),
  });
});
afterAll(() => store?.close());

describe("measures are declared whole", () => {
  test("every measure has a formula and a place, and no part is wider than its measures", () => {
    for (const measure of MEASURE_KEYS) {
      expect(FORMULAS[measure].counts.lv, measure).not.toBe("");
      expect(placeOf(measure).at, measure).toBeGreaterThanOrEqual(0);
    }
    expect(PART_KEYS.map(widthOf).reduce((a, b) => a + b, 0)).toBe(3 * MEASURE_KEYS.length + 3);
  });
});

describe("figures follow what changed", () => {
  test("what is computed of touched periods is what computing everything gives, bit for bit", async () => {
    const { institutionId } = world.portfolio;
    await store.transaction((sql) => recomputeAll(sql, institutionId));
    expect(await refreshFigures(store, institutionId)).toEqual({ recomputed: 0 });
    for (let round = 1; round <= 2; round++) {
      await changeFacts(store, world.portfolio, { incidents: 6, others: 2, seed: round });
      const { recomputed } = await refreshFigures(store, institutionId);
      expect(recomputed).toBeGreaterThan(0);
      const verified = await verifyFigures(store, institutionId, { fromRows: true });
      expect(verified?.differences).toEqual([]);
    }
  });

  test("a moment of computing that moved on counts what is open up to it", async () => {
    const { institutionId } = world.portfolio;
    await store.transaction((sql) => recomputeAll(sql, institutionId, Math.floor(Date.now() / 1_000) - 40 * 86_400));
    expect((await refreshFigures(store, institutionId)).recomputed).toBeGreaterThan(0);
    expect((await verifyFigures(store, institutionId, { fromRows: true }))?.differences).toEqual([]);
  });

  test("a figure that was tampered with is told", async () => {
    const { institutionId } = world.portfolio;
    await store.query(
      "update figure set parts[1] = parts[1] + 1 where institution_id = $1 and part = 'RESOLVED' and scope_kind = 'INSTITUTION'",
      [institutionId],
    );
    const verified = await verifyFigures(store, institutionId, { fromRows: true });
    expect(new Set(verified?.differences.map(({ part }) => part))).toEqual(new Set(["RESOLVED"]));
    await store.transaction((sql) => recomputeAll(sql, institutionId));
  });
});

describe("figures from the event log", () => {
  test("the log alone gives what the rows gave, imported history and live data alike", async () => {
    const { stranger } = world;
    const pushed = async (register: string, cells: Parameters<typeof newRow>[0][]) => {
      const rows = cells.map(newRow);
      const { results } = await push(store, stranger, {
        register,
        batch: crypto.randomUUID(),
        part: 0,
        rows,
        dryRun: false,
      });
      expect(results.map(({ outcome }) => outcome)).toEqual(rows.map(() => "APPLIED"));
    };
    await pushed("services", [{ name: "Izziņas", deliveredSince: "2026-01-01" }]);
    await pushed(
      "incidents",
      ["2026-05-04T10:00:00Z", "2026-06-05T10:00:00Z"].map((detectedAt) => ({
        title: "Nestrādā",
        subject: "Izziņas",
        source: "PERSON",
        detectedAt,
        registeredAt: detectedAt,
      })),
    );
    await refreshFigures(store, stranger.institutionId);
    const [may] = await readFigures(store, stranger.institutionId, [
      { measure: "INCIDENTS", scopes: "ALL_SERVICES", period: "MONTH", from: "2026-05-01", to: "2026-06-01" },
    ]);
    expect(may).toMatchObject({ value: 1, numerator: 1, denominator: 1, count: 1 } satisfies Partial<StoredFigure>);
    const verified = await verifyFigures(store, stranger.institutionId);
    expect(verified?.differences).toEqual([]);
    expect(verified?.figures).toBeGreaterThan(0);
  });
});

describe("longer periods", () => {
  test("a year's parts are the sums of its months', and a count is never divided by how many months there are", async () => {
    const { institutionId } = world.portfolio;
    const of = (period: "MONTH" | "YEAR") =>
      readFigures(store, institutionId, [
        {
          measure: "INCIDENTS",
          scopes: [{ kind: "INSTITUTION", id: null }],
          period,
          from: "2026-01-01",
          to: "2027-01-01",
        },
      ]);
    const [months, [year]] = [await of("MONTH"), await of("YEAR")];
    expect(months.length).toBeGreaterThan(6);
    expect(year?.value).toBe(months.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0));
  });
});
