import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  calendarOf,
  lastPeriods,
  nextPeriod,
  periodOf,
  periodsApart,
  periodsBetween,
  previousPeriod,
  weekNumber,
} from "./periods.ts";
import { PERIODS } from "./results.ts";

const plain = (day: string) => Temporal.PlainDate.from(day);
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => plain("1995-01-01").add({ days: count }).toString());
const kinds = fc.constantFrom(...PERIODS);

describe("periods", () => {
  test("the period of a day holds it and is as long as its kind", () => {
    const lengths = {
      DAY: { days: 1 },
      WEEK: { weeks: 1 },
      MONTH: { months: 1 },
      QUARTER: { months: 3 },
      YEAR: { years: 1 },
    };
    fc.assert(
      fc.property(kinds, days, (kind, day) => {
        const { from, to } = periodOf(kind, day);
        expect(from <= day && day < to).toBe(true);
        expect(plain(from).add(lengths[kind]).toString()).toBe(to);
        if (kind === "WEEK") expect(plain(from).dayOfWeek).toBe(1);
        if (kind === "QUARTER") expect([1, 4, 7, 10]).toContain(plain(from).month);
        if (kind === "MONTH" || kind === "QUARTER" || kind === "YEAR") expect(plain(from).day).toBe(1);
        if (kind === "YEAR") expect(plain(from).month).toBe(1);
      }),
    );
  });

  test("follow each other without holes, forwards and back", () => {
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: 1, max: 40 }), (kind, day, count) => {
        const list = lastPeriods(kind, day, count);
        expect(list).toHaveLength(count);
        expect(list.at(-1)).toEqual(periodOf(kind, day));
        list.forEach((period, at) => {
          if (at > 0) expect(period.from).toBe(list[at - 1]?.to);
          expect(previousPeriod(nextPeriod(period))).toEqual(period);
          expect(periodsApart(kind, list[0]?.from ?? "", period.from)).toBe(at);
        });
        expect(periodsBetween(kind, list[0]?.from ?? "", day)).toEqual(
          day === list.at(-1)?.from ? list.slice(0, -1) : list,
        );
      }),
    );
  });

  test("there are none between no days", () => {
    expect(periodsBetween("MONTH", "2026-03-01", "2026-03-01")).toEqual([]);
  });

  test("ISO weeks are numbered as the standard numbers them", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekNumber(day)).toBe(plain(day).weekOfYear);
        expect(calendarOf(periodOf("WEEK", day)).year).toBe(plain(day).yearOfWeek);
      }),
    );
  });

  test("a longer period has no month or quarter of its own", () => {
    expect(calendarOf(periodOf("YEAR", "2026-05-01"))).toEqual({ year: 2026, quarter: null, month: null });
    expect(calendarOf(periodOf("QUARTER", "2026-05-01"))).toEqual({ year: 2026, quarter: 2, month: null });
    expect(calendarOf(periodOf("MONTH", "2026-05-01"))).toEqual({ year: 2026, quarter: 2, month: 5 });
  });
});
