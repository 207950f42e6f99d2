import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attainmentOf } from "./attainment.ts";
import type { Goal } from "./goal.ts";
import { statusOf } from "./status.ts";
import { expectedBy } from "./trajectory.ts";

const goal = (more: Partial<Goal>): Goal => ({
  ...{ direction: "HIGHER", planned: 90, critical: null, baseline: null, tolerance: null, low: null, high: null },
  ...more,
});
const number = fc.integer({ min: -500, max: 500 }).map((whole) => whole / 4);

describe("attainment", () => {
  test("is (value − critical) / (target − critical), cut to 0 … 1.2, whichever way is good", () => {
    fc.assert(
      fc.property(number, number, number, (value, planned, critical) => {
        fc.pre(planned !== critical);
        const direction = planned > critical ? "HIGHER" : "LOWER";
        const share = (value - critical) / (planned - critical);
        const cut = share < 0 ? 0 : share > 1.2 ? 1.2 : share;
        expect(attainmentOf(value, goal({ direction, planned, critical }))).toBeCloseTo(cut, 12);
      }),
    );
  });

  test("does not mind signs: turning all values round turns the direction round", () => {
    fc.assert(
      fc.property(number, number, number, fc.option(number), (value, planned, critical, baseline) => {
        const up = goal({ planned, critical, baseline });
        const down = goal({
          ...{ direction: "LOWER", planned: -planned, critical: -critical },
          baseline: baseline === null ? null : -baseline,
        });
        expect(attainmentOf(value, up)).toBe(attainmentOf(-value, down));
        expect(statusOf(value, up)).toBe(statusOf(-value, down));
      }),
    );
  });

  test("of a range is 1 inside and falls to 0 at the tolerance", () => {
    const range = goal({ direction: "RANGE", planned: 20, low: 18, high: 22, tolerance: 4 });
    expect([18, 20, 22, 24, 17, 26, 30, 14].map((value) => attainmentOf(value, range))).toEqual([
      1, 1, 1, 0.5, 0.75, 0, 0, 0,
    ]);
    expect(attainmentOf(23, { ...range, tolerance: null })).toBe(0);
  });

  test("without a threshold counts from the tolerance's end, then from the baseline, else whether the target is met", () => {
    expect(attainmentOf(88, goal({ tolerance: 4 }))).toBe(0.5);
    expect(attainmentOf(85, goal({ baseline: 80 }))).toBe(0.5);
    expect([89.9, 90].map((value) => attainmentOf(value, goal({})))).toEqual([0, 1]);
    expect(attainmentOf(93, goal({ critical: 95 }))).toBe(1);
  });

  test("of no data is nothing, never 0", () => {
    expect(attainmentOf(null, goal({ critical: 80 }))).toBeNull();
    expect(statusOf(null, goal({ critical: 80 }))).toBe("NO_DATA");
  });
});

describe("status", () => {
  const cases: readonly (readonly [string, Partial<Goal>, readonly number[], readonly string[]])[] = [
    ["with neither threshold what is short is missed", {}, [90, 95, 89.9], ["MET", "MET", "MISSED"]],
    [
      "from the critical threshold on it is missed",
      { critical: 80 },
      [90, 80.1, 80, 70],
      ["MET", "AT_RISK", "MISSED", "MISSED"],
    ],
    ["within the tolerance it is at risk only", { tolerance: 5 }, [90, 85, 84.9], ["MET", "AT_RISK", "MISSED"]],
    ["the nearer of both decides", { tolerance: 5, critical: 80 }, [85, 84, 80], ["AT_RISK", "MISSED", "MISSED"]],
    ["the nearer of both decides, the other way", { tolerance: 20, critical: 80 }, [81, 80], ["AT_RISK", "MISSED"]],
    ["lower is better", { direction: "LOWER", critical: 100 }, [90, 80, 95, 100], ["MET", "MET", "AT_RISK", "MISSED"]],
    [
      "a range",
      { direction: "RANGE", low: 80, high: 100, tolerance: 5 },
      [80, 100, 75, 105, 74, 106],
      ["MET", "MET", "AT_RISK", "AT_RISK", "MISSED", "MISSED"],
    ],
  ];
  test.each(cases)("%s", (_rule, more, values, statuses) => {
    expect(values.map((value) => statusOf(value, goal(more)))).toEqual(statuses);
  });

  test("met is attained in full, missed at a threshold not at all", () => {
    fc.assert(
      fc.property(number, number, number, (value, planned, critical) => {
        const held = goal({ direction: planned > critical ? "HIGHER" : "LOWER", planned, critical });
        fc.pre(planned !== critical);
        const [status, attained] = [statusOf(value, held), attainmentOf(value, held) ?? -1];
        expect(status === "MET").toBe(attained >= 1);
        expect(status === "MISSED").toBe(attained === 0);
      }),
    );
  });
});

test("the way to the target is straight, from the baseline on the first day to the planned value on the last", () => {
  const way = { planned: 100, baseline: 60, validFrom: "2026-01-01", validTo: "2026-01-11" };
  expect(
    ["2025-12-01", "2026-01-01", "2026-01-06", "2026-01-11", "2027-01-01"].map((to) => expectedBy(way, to)),
  ).toEqual([60, 60, 80, 100, 100]);
  expect(expectedBy({ ...way, baseline: null }, "2026-01-06")).toBeNull();
  expect(expectedBy({ ...way, validTo: null }, "2026-01-06")).toBeNull();
});
