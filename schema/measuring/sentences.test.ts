import { describe, expect, test } from "vitest";
import { movementOf, type Moving } from "./movement.ts";
import { lastPeriods } from "./periods.ts";
import { signalWords } from "./sentences.ts";
import type { PeriodKind } from "./results.ts";
import { whenOf } from "./when.ts";

const run = (count: number, period: PeriodKind) =>
  signalWords({ kind: "RUN", side: "BELOW", at: Array.from({ length: count }, (_, at) => at) }, period, []);

describe("signals in words", () => {
  test.each([
    [8, "MONTH", "8 mēnešus pēc kārtas zem vidējā", "8 months in a row below the mean"],
    [11, "MONTH", "11 mēnešus pēc kārtas zem vidējā", "11 months in a row below the mean"],
    [21, "MONTH", "21 mēnesi pēc kārtas zem vidējā", "21 months in a row below the mean"],
    [9, "WEEK", "9 nedēļas pēc kārtas zem vidējā", "9 weeks in a row below the mean"],
    [21, "WEEK", "21 nedēļu pēc kārtas zem vidējā", "21 weeks in a row below the mean"],
    [8, "QUARTER", "8 ceturkšņus pēc kārtas zem vidējā", "8 quarters in a row below the mean"],
    [31, "QUARTER", "31 ceturksni pēc kārtas zem vidējā", "31 quarters in a row below the mean"],
    [10, "YEAR", "10 gadus pēc kārtas zem vidējā", "10 years in a row below the mean"],
    [12, "DAY", "12 dienas pēc kārtas zem vidējā", "12 days in a row below the mean"],
  ] as const)("a run of %i, %s", (count, period, lv, en) => expect(run(count, period)).toEqual({ lv, en }));

  test("nearer a limit, and outside", () => {
    expect(signalWords({ kind: "NEAR_LIMIT", side: "ABOVE", at: [0, 2, 3] }, "MONTH", [])).toEqual({
      lv: "3 no 4 mēnešiem tuvāk augšējai robežai nekā vidējam",
      en: "3 of 4 months nearer the upper limit than the mean",
    });
    expect(signalWords({ kind: "OUTSIDE", side: "BELOW", at: [0] }, "MONTH", ["2026-03-01"])).toEqual({
      lv: "2026. gada martā zem apakšējās robežas",
      en: "below the lower limit in March 2026",
    });
  });
});

test.each([
  ["DAY", "2026-03-05", "2026. gada 5. martā", "on 5 March 2026"],
  ["WEEK", "2025-12-29", "2026. gada 1. nedēļā", "in week 1 of 2026"],
  ["QUARTER", "2026-10-01", "2026. gada 4. ceturksnī", "in quarter 4 of 2026"],
  ["YEAR", "2026-01-01", "2026. gadā", "in 2026"],
] as const)("when a %s is", (kind, from, lv, en) => expect(whenOf(kind, from)).toEqual({ lv, en }));

describe("a series in words", () => {
  const goal: Moving["goal"] = {
    ...{ direction: "HIGHER", planned: 99, critical: 95, baseline: null, tolerance: null, low: null, high: null },
    validTo: "2027-01-01",
  };
  const series = (values: readonly (number | null)[]) =>
    movementOf({
      ...{ period: "MONTH", unit: "%", goal },
      points: lastPeriods("MONTH", "2026-06-15", values.length).map(({ from }, at) => ({
        from,
        value: values[at] ?? null,
      })),
    });

  test("without data says so and has nothing else", () => {
    const { words, mean, slope, forecast, signals } = series([null, null]);
    expect(words).toEqual({ lv: "Datu vēl nav.", en: "There are no data yet." });
    expect({ mean, slope, forecast, signals }).toEqual({ mean: null, slope: null, forecast: null, signals: [] });
  });

  test("tells mean, signals, slope and what to expect at the target's last day", () => {
    const { words, forecast, provisional } = series([90, 90.5, 91, 91.5, 92, 92.5, 93, 93.5, 94, 94.5, 95, 95.5]);
    expect(provisional).toBe(false);
    expect(forecast).toEqual({ day: "2026-12-31", value: 98.5, meets: false });
    expect(words.lv).toMatch(
      /^Pēdējos 12 mēnešos vidēji 92,75\u00a0%; 2026\. gada jūnijā virs augšējās robežas; 5 no 5 mēnešiem tuvāk augšējai robežai nekā vidējam\. /,
    );
    expect(words.lv).toMatch(
      /Vērtība aug par 0,5\u00a0% mēnesī\. Ja tā turpināsies, 2026\. gada 31\. decembrī būs 98,5\u00a0%, un mērķis nebūs sasniegts\.$/,
    );
    expect(words.en).toMatch(/^Mean of the last 12 months 92\.75%; /);
    expect(words.en).toMatch(
      /The value rises by 0\.5% a month\. If it goes on like this, it is 98\.5% on 31 December 2026, and the target is not met\.$/,
    );
  });

  test("with few data says what is missing and looks not beyond them", () => {
    const { words, mean } = series([90, null, 92]);
    expect(mean).toBeNull();
    expect(words.lv).toBe("Par maz datu, lai spriestu par svārstībām: vajag vismaz 6 periodus, ir 2.");
  });

  test("looks at the last 12 periods alone, and not ahead of a target that is over", () => {
    const values = [500, ...Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 90 : 91))];
    expect(series(values).mean).toBe(90.5);
    const over = movementOf({
      ...{ period: "MONTH", unit: "%", goal: { ...goal, validTo: "2026-02-01" } },
      points: lastPeriods("MONTH", "2026-06-15", 6).map(({ from }) => ({ from, value: 1 })),
    });
    expect(over.forecast).toBeNull();
  });
});
