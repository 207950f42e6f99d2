import { afterAll, beforeAll, expect, test } from "vitest";
import { FORMULAS, MEASURE_KEYS } from "../../schema/measuring/formulas.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import { recomputeAll } from "../../server/measuring/refresh.ts";
import { resultsOf } from "../../server/results/results.ts";
import { kpiRows } from "../../server/results/rows.ts";
import { addInstitution, MONTHLY_KPI, type TestInstitution } from "./institutions.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

const march = periodOf("MONTH", "2026-03-01");
const COMPUTED = { ...MONTHLY_KPI, source: "COMPUTED" } as const;

/** An institution whose one service is delivered since 2026, with some applications rated and incidents detected. */
async function rated(sector: string, ratings: readonly number[], incidents: number) {
  const one = await addInstitution(server.world.store, { sector });
  const service = await one.put("services", { name: "Noma", stage: "DELIVERING", deliveredSince: "2026-01-01" });
  for (const rating of ratings)
    await one.put("applications", {
      ...{ title: "Noma", service, rating, state: "CLOSED", receivedAt: "2026-03-01T08:00:00Z" },
      fulfilledAt: "2026-03-31T20:30:00Z",
    });
  for (let at = 0; at < incidents; at++)
    await one.put("incidents", {
      ...{
        title: "Klusums",
        subject: service,
        state: "CLASSIFIED",
        detectedAt: "2026-03-31T20:59:00Z",
        outage: "NONE",
      },
      source: "PERSON",
    });
  return { one, service };
}
const compute = ({ id }: TestInstitution) =>
  server.world.store.transaction((sql) => recomputeAll(sql, id, Date.parse("2026-05-01T00:00:00Z") / 1000));

test("satisfaction of a whole state is every rating's mean, whatever the institution's own mean", async () => {
  const { store } = server.world;
  const [big, small] = [await rated("A", [5, 5, 5, 5], 3), await rated("B", [1], 0)];
  const kpi = await small.one.put("kpis", {
    ...{ ...COMPUTED, name: "Apmierinātība valstī", definedFor: "STATE", unit: "balles", formula: "SATISFACTION" },
  });
  for (const { one } of [big, small]) await compute(one);
  const of = async (scope: string | null, who = small.one.as("STATE_LEAD")) => {
    const [answer] = await resultsOf(store, who, [{ kpi, scope, period: march }]);
    return answer?.result ?? answer?.problem?.code;
  };
  expect(await of(null)).toMatchObject({ value: 4.2, numerator: 21, denominator: 5, count: 5, edition: 1 });
  expect(await of("A")).toMatchObject({ value: 5, scope: { kind: "SECTOR", code: "A" } });
  expect(await of(big.one.id)).toMatchObject({ value: 5 });
  expect(await of(null, small.one.as())).toMatchObject({ value: 1, scope: { kind: "INSTITUTION" } });
  expect(await of("A", small.one.as())).toBe("UNKNOWN_SCOPE");
});

test("a month without incidents has none of them; a value nobody rated there is not", async () => {
  const { store } = server.world;
  const { one, service } = await rated("C", [], 2);
  await compute(one);
  const kpis: Record<string, string> = {};
  for (const formula of ["INCIDENTS", "SATISFACTION"] as const)
    kpis[formula] = await one.put("kpis", { ...COMPUTED, name: formula, unit: "skaits", formula });
  const asks = ["INCIDENTS", "SATISFACTION"].flatMap((formula) =>
    ["2026-03-01", "2026-04-01"].map((day) => ({
      kpi: kpis[formula] ?? "",
      scope: service,
      period: periodOf("MONTH", day),
    })),
  );
  const quarter = { kpi: kpis["INCIDENTS"] ?? "", scope: null, period: periodOf("QUARTER", "2026-03-01") };
  const answers = await resultsOf(store, one.as(), [...asks, quarter]);
  expect(answers.map(({ result }) => [result?.value, result?.change])).toEqual([
    [2, null],
    [0, -2],
    [null, null],
    [null, null],
    [2, null],
  ]);
});

test("times stand in the KPI's unit", async () => {
  const { store } = server.world;
  const { one, service } = await rated("D", [], 0);
  await one.put("incidents", {
    ...{ title: "Klusums", subject: service, state: "CLOSED", source: "PERSON", resolution: "FIX" },
    ...{ detectedAt: "2026-03-02T08:00:00Z", restoredAt: "2026-03-02T09:30:00Z", resolvedAt: "2026-03-02T10:00:00Z" },
  });
  await compute(one);
  for (const [unit, value] of [
    ["h", 1.5],
    ["min", 90],
    ["stundas", 1.5],
    ["s", 5400],
    ["dienas", 0.0625],
  ] as const) {
    const kpi = await one.put("kpis", { ...COMPUTED, name: `Laiks ${unit}`, unit, formula: "MTRS" });
    const [answer] = await resultsOf(store, one.as(), [{ kpi, scope: service, period: march }]);
    expect(answer?.result?.value, unit).toBe(value);
  }
});

test("behind every computed measure stand rows, and what they add is the figure where rows alone tell it", async () => {
  const { store } = server.world;
  const { one, service } = await rated("E", [4, 2], 3);
  await compute(one);
  for (const formula of MEASURE_KEYS) {
    const definedFor = FORMULAS[formula].appliesTo.includes("SERVICE") ? "SERVICE" : "INSTITUTION";
    const kpi = await one.put("kpis", { ...COMPUTED, name: `Rindas ${formula}`, formula, definedFor });
    const { rows, total } = await kpiRows(store, one.as(), { kpi, scope: service, from: march.from, to: march.to });
    expect(rows.length, formula).toBe(total);
    const sum = rows.reduce((added, { numerator }) => added + (numerator ?? 0), 0);
    if (formula === "SATISFACTION") expect([sum, total]).toEqual([6, 2]);
    if (formula === "INCIDENTS") expect([sum, total]).toEqual([3, 3]);
  }
});

test("the API gives series, pages and rows", async () => {
  const { portfolio } = server.world;
  const { errors, data } = await server.ask(
    portfolio,
    `{ kpiSeries(filter: { last: 3 }) { latest { value status period { kind from to } scope { kind code } } movement { words signals { words } } results { expected } }
       kpiResults(from: "2026-01-01") }`,
  );
  expect(errors).toEqual([]);
  // A KPI of the whole state is measured here as well; without data and target it has a tile, and no row in the sheet.
  expect(data).toMatchObject({
    kpiSeries: [{ latest: { value: null, scope: { kind: "INSTITUTION" } }, movement: { words: "Datu vēl nav." } }],
    kpiResults: { count: 0, next: null },
  });
  const refused = await server.ask(portfolio, "{ kpiSeries(filter: { last: 121 }) { audience } }");
  expect(refused.errors[0]?.extensions?.["code"]).toBe("BAD_REQUEST");
  const nobody = await server.ask(null, '{ kpiResults(after: "x") }');
  expect(nobody.errors[0]?.extensions?.["code"]).toBe("UNAUTHENTICATED");
});
