import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import { lastPeriods, periodOf, previousPeriod } from "../../schema/measuring/periods.ts";
import type { KpiResult, Period } from "../../schema/measuring/results.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { kpiResults } from "../../server/results/page.ts";
import { resultsOf } from "../../server/results/results.ts";
import { kpiRows } from "../../server/results/rows.ts";
import { kpiSeries } from "../../server/results/series.ts";
import type { Store } from "../../server/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { addInstitution, MONTHLY_KPI, type TestInstitution } from "./institutions.ts";

let store: Store;
let here: TestInstitution;
let me: Actor;
beforeAll(async () => {
  store = await openTestStore();
  here = await addInstitution(store);
  me = here.as();
});
afterAll(() => store?.close());

const month = (day: string): Period => periodOf("MONTH", day);
const service = (name: string, stage = "DELIVERING") => here.put("services", { name, stage });
const measure = (kpi: string, scope: string | null, from: string, to: string, cells: object) =>
  here.put("measurements", {
    ...{ kpi, scope, periodFrom: from, periodTo: to, source: "MANUAL", state: "CURRENT" },
    ...cells,
  });
async function result(kpi: string, scope: string | null, period: Period, who = me): Promise<KpiResult> {
  const [answer] = await resultsOf(store, who, [{ kpi, scope, period }]);
  if (!answer?.result) throw new Error(JSON.stringify(answer));
  return answer.result;
}

describe("what was measured", () => {
  test("is the value of its scope and period, and rolls up as a sum of parts", async () => {
    const kpi = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs A" });
    const [one, other, silent] = [await service("Viens"), await service("Otrs"), await service("Kluss")];
    await measure(kpi, one, "2026-03-01", "2026-04-01", { numerator: 90, denominator: 100 });
    await measure(kpi, other, "2026-03-01", "2026-04-01", { numerator: 1, denominator: 2 });
    await measure(kpi, other, "2026-02-01", "2026-03-01", { value: 40 });
    expect(await result(kpi, one, month("2026-03-05"))).toMatchObject({
      ...{ value: 90, numerator: 90, denominator: 100, count: 1, status: null, target: null, attainment: null },
      ...{ edition: null, coverage: null, change: null },
    });
    expect(await result(kpi, other, month("2026-03-05"))).toMatchObject({ value: 50, change: 10 });
    const whole = await result(kpi, null, month("2026-03-05"));
    expect(whole).toMatchObject({ numerator: 91, denominator: 102, count: 2 });
    expect(whole.scope).toEqual({ kind: "INSTITUTION", id: here.id, code: here.code, name: `Iestāde ${here.code}` });
    expect(whole.value).toBeCloseTo((100 * 91) / 102, 9);
    expect(whole.coverage).toBeCloseTo(2 / 3, 9);
    expect(await result(kpi, silent, month("2026-03-05"))).toMatchObject({ value: null, numerator: null, count: 0 });
    expect(await result(kpi, null, periodOf("QUARTER", "2026-03-05"))).toMatchObject({
      ...{ numerator: 91.4, denominator: 103, count: 3 },
    });
    const { rows, total } = await kpiRows(store, me, { kpi, scope: other, from: "2026-01-01", to: "2027-01-01" });
    expect(total).toBe(2);
    expect(rows.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [1, 2],
      [0.4, 1],
    ]);
  });

  test("belongs to the period that holds its middle day, and to none shorter than itself", async () => {
    const kpi = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs B", unit: "h", frequency: "WEEK" });
    const one = await service("Trešais");
    // Monday 2026-03-30 to Sunday 2026-04-05: its middle, Thursday, is in April.
    await measure(kpi, one, "2026-03-30", "2026-04-06", { value: 5 });
    await measure(kpi, one, "2027-01-01", "2028-01-01", { value: 9 });
    expect((await result(kpi, one, periodOf("WEEK", "2026-04-01"))).value).toBe(5);
    expect((await result(kpi, one, month("2026-03-30"))).value).toBeNull();
    expect((await result(kpi, one, month("2026-04-30"))).value).toBe(5);
    expect((await result(kpi, one, month("2027-07-02"))).value).toBeNull();
    expect((await result(kpi, one, periodOf("YEAR", "2027-07-02"))).value).toBe(9);
  });

  test("of the institution as a whole goes before that of its services, and what was taken back does not count", async () => {
    const kpi = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs C" });
    const one = await service("Ceturtais");
    await measure(kpi, one, "2026-03-01", "2026-04-01", { value: 10 });
    await measure(kpi, null, "2026-03-01", "2026-04-01", { value: 70 });
    await measure(kpi, one, "2026-04-01", "2026-05-01", { value: 99, state: "RETIRED" });
    expect((await result(kpi, null, month("2026-03-01"))).value).toBe(70);
    expect((await result(kpi, one, month("2026-03-01"))).value).toBe(10);
    expect((await result(kpi, null, month("2026-04-01"))).value).toBeNull();
  });
});

describe("a target", () => {
  test("is that of the scope before that for all, as it held in the period", async () => {
    const kpi = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs D" });
    const [one, other] = [await service("Piektais"), await service("Sestais")];
    const target = (scope: string | null, validFrom: string, validTo: string | null, planned: number, more = {}) =>
      here.put("kpiTargets", { kpi, scope, validFrom, validTo, planned, state: "CURRENT", ...more });
    await target(null, "2026-01-01", null, 90, { critical: 80, baseline: 70 });
    await target(one, "2026-03-01", "2026-05-01", 60, { tolerance: 5, baseline: 50 });
    await target(one, "2026-02-01", "2026-03-01", 10, { state: "RETIRED" });
    for (const from of ["2026-02-01", "2026-03-01", "2026-04-01"])
      for (const scope of [one, other]) await measure(kpi, scope, from, month(from).to, { value: 57 });
    const seen = async (scope: string, day: string) => {
      const { target: planned, status, attainment, expected } = await result(kpi, scope, month(day));
      return [planned, status, attainment, expected];
    };
    expect(await seen(one, "2026-02-01")).toEqual([90, "MISSED", 0, null]);
    expect(await seen(one, "2026-03-01")).toEqual([60, "AT_RISK", 0.4, 50 + (10 * 31) / 61]);
    expect(await seen(one, "2026-04-01")).toEqual([60, "AT_RISK", 0.4, 60]);
    expect(await seen(other, "2026-03-01")).toEqual([90, "MISSED", 0, null]);
    expect(await result(kpi, one, month("2026-06-01"))).toMatchObject({
      target: 90,
      status: "NO_DATA",
      attainment: null,
    });
  });
});

describe("editions", () => {
  test("go on in one series; what each measured counts while it held", async () => {
    const first = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs E", code: "SERIJA-1", state: "RETIRED" });
    const second = await here.put("kpis", {
      ...{ ...MONTHLY_KPI, name: "Rādītājs E", code: "SERIJA-2", edition: 2, replaces: first },
    });
    const one = await service("Septītais");
    await measure(first, one, "2026-01-01", "2026-02-01", { value: 10 });
    await measure(first, one, "2026-02-01", "2026-03-01", { value: 20 });
    await measure(second, one, "2026-03-01", "2026-04-01", { value: 25 });
    for (const name of [first, second, "serija-1", "SERIJA-2"]) {
      const values = await Promise.all(
        ["2026-01-01", "2026-02-01", "2026-03-01"].map((day) => result(name, one, month(day))),
      );
      expect(values.map(({ value, change }) => [value, change])).toEqual([
        [10, null],
        [20, 10],
        [25, 5],
      ]);
      expect(values.map(({ kpi }) => kpi.code)).toEqual(["SERIJA-1", "SERIJA-1", "SERIJA-2"]);
    }
  });

  test("that measure otherwise are not compared", async () => {
    const first = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs F", state: "RETIRED" });
    const second = await here.put("kpis", {
      ...{ ...MONTHLY_KPI, name: "Rādītājs F", unit: "h", edition: 2, replaces: first },
    });
    const one = await service("Astotais");
    await measure(first, one, "2026-02-01", "2026-03-01", { value: 20 });
    await measure(second, one, "2026-03-01", "2026-04-01", { value: 25 });
    expect(await result(second, one, month("2026-03-01"))).toMatchObject({ value: 25, change: null });
  });
});

describe("what cannot be told", () => {
  test("is said, and what is not there reads as what may not be read", async () => {
    const kpi = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs G", code: "G-1" });
    await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs H", code: "H-1", state: "DRAFT" });
    const elsewhere = await addInstitution(store);
    const hidden = await elsewhere.put("services", { name: "Svešs", stage: "DELIVERING" });
    const theirs = await elsewhere.put("kpis", { ...MONTHLY_KPI, name: "Svešs rādītājs" });
    const asks = [
      { kpi: "nav", scope: null, period: month("2026-03-01") },
      { kpi: "H-1", scope: null, period: month("2026-03-01") },
      { kpi: theirs, scope: null, period: month("2026-03-01") },
      { kpi, scope: hidden, period: month("2026-03-01") },
      { kpi, scope: "nav", period: month("2026-03-01") },
      { kpi, scope: null, period: periodOf("DAY", "2026-03-01") },
    ];
    const answers = await resultsOf(store, me, asks);
    expect(answers.map(({ problem }) => problem?.code)).toEqual([
      ...["UNKNOWN_KPI", "UNKNOWN_KPI", "UNKNOWN_KPI", "UNKNOWN_SCOPE", "UNKNOWN_SCOPE", "OTHER_PERIOD"],
    ]);
  });
});

describe("a series", () => {
  test("has no holes, judges by whole periods and says how it moves", async () => {
    const kpi = await here.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs I", audience: "vadībai; saņēmējiem" });
    const one = await service("Devītais");
    await here.put("kpiTargets", { kpi, validFrom: "2020-01-01", planned: 90, critical: 50, state: "CURRENT" });
    const today = dayOf(new Date().toISOString(), "Europe/Riga");
    const past = lastPeriods("MONTH", previousPeriod(month(today)).from, 8);
    for (const [at, { from, to }] of past.entries())
      if (at !== 2) await measure(kpi, one, from, to, { value: 80 + at });
    const ask = { kpi: null, scope: one, period: null, last: 12 };
    const [series, ...more] = await kpiSeries(store, me, { ...ask, kpi, audience: null });
    expect(more).toEqual([]);
    expect(series?.results.map(({ value }) => value)).toEqual([
      ...[null, null, null, 80, 81, null, 83, 84, 85, 86, 87, null],
    ]);
    expect(series?.latest.period).toEqual(past.at(-1));
    expect(series?.movement).toMatchObject({ slope: 1, provisional: true, forecast: null });
    expect(series?.movement.words.lv).toContain("Vērtība aug par 1\u00a0% mēnesī.");
    const told = async (audience: string) =>
      (await kpiSeries(store, me, { ...ask, audience })).map(({ latest }) => latest.kpi.id);
    expect(await told("Vadībai")).toEqual([kpi]);
    expect(await told("tehniskajai komandai")).toEqual([]);
  });
});

test("a lead's KPI measured by hand adds up the institutions' own KPIs of the same name, unit and direction", async () => {
  const [lead, other] = [await addInstitution(store, { sector: "N" }), await addInstitution(store, { sector: "N" })];
  const same = { ...MONTHLY_KPI, name: "Digitālā daļa" };
  const whole = await lead.put("kpis", { ...same, definedFor: "SECTOR" });
  const put = async (by: TestInstitution, cells: object, numerator: number, denominator: number) => {
    const kpi = await by.put("kpis", { ...same, ...cells });
    await by.put("measurements", {
      ...{ kpi, periodFrom: "2026-03-01", periodTo: "2026-04-01", source: "MANUAL", state: "CURRENT" },
      ...{ scope: await by.put("services", { name: "Noma", stage: "DELIVERING" }), numerator, denominator },
    });
  };
  await put(lead, {}, 1, 2);
  await put(other, { name: "DIGITĀLĀ DAĻA" }, 90, 98);
  await put(other, { unit: "h" }, 1_000, 1);
  const who = lead.as("SECTOR_LEAD");
  expect(await result(whole, "N", month("2026-03-01"), who)).toMatchObject({
    ...{ value: 91, numerator: 91, denominator: 100, count: 2, coverage: 1 },
  });
  expect(await result(whole, other.id, month("2026-03-01"), who)).toMatchObject({ numerator: 90, denominator: 98 });
});

test("a page of the register holds each result once, over as many pages as there are", async () => {
  const there = await addInstitution(store);
  const kpi = await there.put("kpis", { ...MONTHLY_KPI, name: "Rādītājs J", code: "J" });
  const one = await there.put("services", { name: "Vienīgais", code: "V", stage: "DELIVERING" });
  await there.put("services", { name: "Plānots", code: "P", stage: "PLANNING" });
  await there.put("kpiTargets", { kpi, validFrom: "2024-03-01", validTo: "2024-05-01", planned: 90, state: "CURRENT" });
  await there.put("measurements", {
    ...{ kpi, scope: one, periodFrom: "2024-03-01", periodTo: "2024-04-01", source: "MANUAL", state: "CURRENT" },
    ...{ numerator: 3, denominator: 4 },
  });
  const ask = { kpi: null, scope: null, period: null, from: "2024-01-01", to: "2024-07-01" };
  const { columns, values, count, next } = await kpiResults(store, there.as(), { ...ask, after: null });
  const rows = Array.from({ length: count }, (_, at) =>
    Object.fromEntries(columns.map((column, index) => [column, values[index]?.[at]])),
  );
  expect(next).toBeNull();
  expect(rows.map((row) => [row["scopeKind"], row["scopeCode"], row["from"], row["value"], row["status"]])).toEqual([
    ["INSTITUTION", there.code, "2024-03-01", 75, "MISSED"],
    ["INSTITUTION", there.code, "2024-04-01", null, "NO_DATA"],
    ["SERVICE", "V", "2024-03-01", 75, "MISSED"],
    ["SERVICE", "V", "2024-04-01", null, "NO_DATA"],
  ]);
  expect(rows[0]).toMatchObject({
    year: 2024,
    quarter: 1,
    month: 3,
    numerator: 3,
    denominator: 4,
    count: 1,
    unit: "%",
  });
  await expect(kpiResults(store, there.as(), { ...ask, after: "nav" })).rejects.toThrow("not valid");
});
