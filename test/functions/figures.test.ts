import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import type { FigureAnswer, FigureAsk } from "../../schema/functions/asks.ts";
import { periodText } from "../../schema/functions/period-text.ts";
import { periodOf, previousPeriod } from "../../schema/measuring/periods.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { figures } from "../../server/functions/figures.ts";
import { resultsOf } from "../../server/results/results.ts";
import type { Store, WriteSql } from "../../server/store/store.ts";
import { addInstitution, MONTHLY_KPI, type TestInstitution } from "../measuring/institutions.ts";
import { openTestStore } from "../support/store.ts";

let store: Store;
let here: TestInstitution;
let me: Actor;
/** The months before this one: the last has ended just now. */
const ended = previousPeriod(periodOf("MONTH", dayOf(new Date().toISOString(), "Europe/Riga")));
const before = previousPeriod(ended);

beforeAll(async () => {
  store = await openTestStore();
  here = await addInstitution(store);
  me = here.as();
  const card = await here.put("services", { code: "PK-0001", name: "Iedzīvotāja karte", stage: "DELIVERING" });
  const other = await here.put("services", { code: "PK-0002", name: "Parkošanās atļauja", stage: "DELIVERING" });
  await here.put("services", { code: "PK-0003", name: "Dubultnieks", stage: "DELIVERING" });
  await here.put("services", { code: "PK-0004", name: "Dubultnieks", stage: "DELIVERING" });
  const kpi = await here.put("kpis", { ...MONTHLY_KPI, code: "KPI-0001", name: "Laikā izpildīts" });
  const measured = { kpi, source: "MANUAL", state: "CURRENT" };
  const months = {
    last: { periodFrom: ended.from, periodTo: ended.to },
    former: { periodFrom: before.from, periodTo: before.to },
  };
  await here.put("measurements", { ...measured, ...months.last, scope: card, numerator: 90, denominator: 100 });
  await here.put("measurements", { ...measured, ...months.former, scope: card, numerator: 1, denominator: 2 });
  await here.put("measurements", { ...measured, ...months.last, scope: other, numerator: 10, denominator: 100 });
  await here.put("kpiTargets", { kpi, validFrom: "2020-01-01", planned: 95, critical: 80, state: "CURRENT" });
  const calendar = await here.put("calendars", { code: "CAL-0001", name: "Darbdienās", state: "CURRENT" });
  const weekday = "08:30–17:00";
  await here.put("calendarEditions", {
    ...{
      calendar,
      validFrom: "2020-01-01",
      timeZone: "Europe/Riga",
      holidays: "LV",
      movedDays: true,
      shortDays: false,
    },
    ...{ monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday, state: "CURRENT" },
  });
});
afterAll(() => store?.close());

const ask = (...asks: readonly FigureAsk[]) => figures(store, me, asks);
async function one(asked: FigureAsk, who = me): Promise<FigureAnswer> {
  const [answer] = await figures(store, who, [asked]);
  return answer ?? expect.unreachable();
}
const kpi = (more: Partial<FigureAsk> = {}): FigureAsk => ({
  function: "KPI",
  name: "KPI-0001",
  scope: "PK-0001",
  ...more,
});

describe("KPI and TARGET", () => {
  test("give the figure of the KPI page, for every way to say scope and period", async () => {
    const [same] = await resultsOf(store, me, [{ kpi: "KPI-0001", scope: "PK-0001", period: ended }]);
    expect(same?.result?.value).toBe(90);
    const periods: readonly Partial<FigureAsk>[] = [{}, { from: ended.from }, { period: "MONTH", from: ended.from }];
    for (const scope of ["PK-0001", "pk-0001", "iedzivotaja KARTE"])
      for (const period of periods) expect(await one(kpi({ scope, ...period })), scope).toEqual({ value: 90 });
    expect(await one(kpi({ name: "laikā izpildīts" }))).toEqual({ value: 90 });
    expect(await one(kpi({ from: before.from }))).toEqual({ value: 50 });
    // The institution as a whole: parts added up, ratios never averaged.
    expect(await one(kpi({ scope: "" }))).toEqual({ value: 50 });
    expect(await one(kpi({ function: "TARGET" }))).toEqual({ value: 95 });
  });

  test("say that there is no value where there are no data, which is never zero", async () => {
    const answer = await one(kpi({ from: "2015-01-01" }));
    expect(answer).toEqual({ problem: { code: "NO_RESULT", name: "KPI-0001" } });
    expect(await one(kpi({ function: "TARGET", from: "2015-01-01" }))).toMatchObject({
      problem: { code: "NO_TARGET" },
    });
  });

  test("refuse what is not there and tell what may be meant", async () => {
    expect(await one(kpi({ name: "KPI-001" }))).toEqual({
      problem: { code: "UNKNOWN_KPI", name: "KPI-001", near: ["Laikā izpildīts (KPI-0001)"] },
    });
    const { problem } = await one(kpi({ scope: "Iedzīvotāju karte" }));
    expect(problem).toMatchObject({ code: "UNKNOWN_SCOPE", near: ["Iedzīvotāja karte (PK-0001)"] });
    expect((await one(kpi({ scope: "Dubultnieks" }))).problem).toMatchObject({
      code: "AMBIGUOUS",
      near: ["PK-0003", "PK-0004"],
    });
    await here.put("processes", { code: "PR-0001", process: "INCIDENTS" });
    expect((await one(kpi({ scope: "PR-0001" }))).problem).toEqual({ code: "OTHER_SCOPE", name: "PR-0001" });
    expect((await one(kpi({ period: "WEEK", from: ended.from }))).problem?.code).toBe("OTHER_PERIOD");
  });

  test("answer a stranger as if nothing were there, and who reads no results that it is not theirs", async () => {
    const there = await addInstitution(store);
    expect(await one(kpi(), there.as())).toEqual({ problem: { code: "UNKNOWN_KPI", name: "KPI-0001", near: [] } });
    expect(await one(kpi(), here.as("RECIPIENT"))).toEqual({ problem: { code: "FORBIDDEN" } });
  });

  test("a thousand asks are answered with as many statements as ten", async () => {
    let statements = 0;
    const counting = (sql: WriteSql): WriteSql => ({
      query: (text, values) => {
        statements++;
        return sql.query(text, values);
      },
      copyOut: (select, take) => sql.copyOut(select, take),
      copyIn: (target, parts) => sql.copyIn(target, parts),
    });
    const counted: Store = {
      ...{ kind: store.kind, close: () => store.close() },
      query: (text, values) => store.query(text, values),
      copyOut: (select, take) => store.copyOut(select, take),
      transaction: (work, options) => store.transaction((sql) => work(counting(sql)), options),
    };
    const asks = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        kpi({ from: at % 2 ? ended.from : before.from, name: `KPI-000${1 + (at % 3 === 0 ? 1 : 0)}` }),
      );
    await figures(counted, me, asks(10));
    const ten = statements;
    statements = 0;
    const answers = await figures(counted, me, asks(1_000));
    expect(answers.filter(({ value }) => value !== undefined)).toHaveLength(666);
    expect(statements).toBe(ten);
    expect(ten).toBeLessThan(25);
  });
});

describe("RESULTS", () => {
  const results = (more: Partial<FigureAsk>): FigureAsk => ({
    ...{ function: "RESULTS", name: "KPI-0001", from: before.from, to: ended.to },
    ...more,
  });
  const [first, last] = [before, ended].map(periodText);

  test("of one scope has a row for each period, also where there are no data", async () => {
    expect(await one(results({ scope: "PK-0002" }))).toEqual({
      value: [
        [first, "PK-0002", "Parkošanās atļauja", null, null, null, 0, 95, "NO_DATA"],
        [last, "PK-0002", "Parkošanās atļauja", 10, 10, 100, 1, 95, "MISSED"],
      ],
    });
  });

  test("of all has the services, each with its own", async () => {
    const { value } = await one(results({ scope: "*", from: ended.from }));
    const rows = (value as readonly (readonly unknown[])[]).map(([period, code, , figure]) => [period, code, figure]);
    expect(rows).toEqual(
      expect.arrayContaining([
        [last, "PK-0001", 90],
        [last, "PK-0002", 10],
      ]),
    );
    expect(new Set(rows.map(([, code]) => code))).not.toContain(here.code);
    expect((await one(results({ scope: "*", name: "KPI-9" }))).problem?.code).toBe("UNKNOWN_KPI");
  });

  test("is refused where it would spill over more rows than a sheet is meant for", async () => {
    expect((await one(results({ scope: "PK-0001", from: "0001-01-01", to: "9999-01-01" }))).problem?.code).toBe(
      "TOO_MANY_ROWS",
    );
  });
});

describe("WORKTIME and DUE", () => {
  const calendar = "CAL-0001";
  const due = (from: string, minutes: number): FigureAsk => ({ function: "DUE", name: calendar, from, minutes });
  const between = (from: string, to: string, name = ""): FigureAsk => ({ function: "WORKTIME", name, from, to });

  test("count as the law and the Cabinet's moved days say (worked cases)", async () => {
    const answers = await ask(
      due("2026-01-16T16:00:00", 120),
      due("2026-06-18T16:00:00", 600),
      due("2026-02-06T16:00:00", 60),
      due("2026-02-06T16:00:00", 0),
      between("2026-03-27T16:00:00", "2026-03-30T10:00:00", "darbdienas"),
      between("2026-03-28T12:00:00", "2026-03-30T12:00:00"),
      between("2026-10-24T12:00:00", "2026-10-26T12:00:00"),
      between("2026-03-27T14:00:00Z", "2026-03-30T10:00:00", calendar),
    );
    expect(answers.map(({ value }) => value)).toEqual([
      "2026-01-17T09:30:00",
      "2026-06-25T09:00:00",
      "2026-02-06T17:00:00",
      "2026-02-06T16:00:00",
      150,
      2_820,
      2_940,
      150,
    ]);
  });

  test("refuse what they cannot count", async () => {
    const answers = await ask(
      between("2026-03-27T16:00:00", "2026-03-27T17:00:00", "CAL-9999"),
      between("2026-03-27T16:00:00", "2026-03-26T16:00:00", calendar),
      between("1999-12-31T12:00:00", "2026-03-26T16:00:00", calendar),
      between("2026-03-27T16:00:00", "2126-03-27T16:00:00"),
      between("2026-03-27T25:00:00", "2026-03-28T16:00:00"),
      due("2026-03-27T16:00:00", 1e9),
      due("2026-03-27T16:00:00", -1),
    );
    expect(answers.map(({ problem }) => problem?.code)).toEqual([
      "UNKNOWN_CALENDAR",
      "ENDS_BEFORE",
      "OUT_OF_CALENDAR",
      "OUT_OF_CALENDAR",
      "UNREADABLE_TIME",
      "OUT_OF_CALENDAR",
      "NOT_NEGATIVE",
    ]);
  });

  test("know nothing of another institution's calendars", async () => {
    const there = await addInstitution(store);
    const answer = await one(between("2026-03-27T16:00:00", "2026-03-27T17:00:00", calendar), there.as());
    expect(answer).toEqual({ problem: { code: "UNKNOWN_CALENDAR", name: calendar, near: [] } });
  });
});

test("asks of every kind are answered in the order asked", async () => {
  const answers = await ask(
    { function: "WORKTIME", name: "", from: "2026-01-01T00:00:00", to: "2026-01-01T01:00:00" },
    kpi(),
    { function: "AVAILABILITY", name: "PK-9", from: "2026-01-01", to: "2026-02-01" },
    { function: "RESULTS", name: "KPI-0001", scope: "*", from: ended.from },
    kpi({ function: "TARGET" }),
  );
  const shapes = answers.map(({ value, problem }) => (Array.isArray(value) ? "ROWS" : (value ?? problem?.code)));
  expect(shapes).toEqual([60, 90, "UNKNOWN_SERVICE", "ROWS", 95]);
});
