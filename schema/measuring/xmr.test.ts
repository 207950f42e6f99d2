import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { theilSen } from "./slope.ts";
import { limitsOf, signalsOf, type Points } from "./xmr.ts";

const points = (size: number) =>
  fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => n / 4) }, fc.constant(null)), {
    minLength: size,
    maxLength: 12,
  });

/** The definitions read anew, point by point. */
function oracle(series: Points) {
  const known = series.filter((value) => value !== null);
  let [ranges, count] = [0, 0];
  for (let at = 1; at < series.length; at++) {
    const [one, other] = [series[at - 1], series[at]];
    if (one != null && other != null) {
      ranges += Math.abs(other - one);
      count += 1;
    }
  }
  if (known.length < 6 || count === 0) return null;
  const mean = known.reduce((a, b) => a + b) / known.length;
  const reach = (2.66 * ranges) / count;
  const marked = new Set<string>();
  for (const sign of [1, -1]) {
    const off = (at: number) => (series[at] == null ? -Infinity : (series[at] - mean) * sign);
    for (let at = 0; at < series.length; at++) {
      if (off(at) > reach + 1e-9) marked.add(`OUTSIDE ${sign} ${at}`);
      // In a run: some eight around it in a row are on its side.
      for (let first = at - 7; first <= at; first++)
        if (first >= 0 && [0, 1, 2, 3, 4, 5, 6, 7].every((step) => off(first + step) > 1e-9))
          marked.add(`RUN ${sign} ${at}`);
      for (let first = at - 3; first <= at; first++) {
        const four = [0, 1, 2, 3].map((step) => first + step);
        if (first < 0 || first + 3 >= series.length || four.some((place) => series[place] == null)) continue;
        const near = four.filter((place) => off(place) > reach - off(place) + 1e-9);
        if (near.length >= 3 && near.includes(at)) marked.add(`NEAR_LIMIT ${sign} ${at}`);
      }
    }
  }
  return { mean, lower: mean - reach, upper: mean + reach, provisional: known.length < 12, marked };
}

describe("an XmR chart", () => {
  test("has its limits and marks the points that its rules name", () => {
    fc.assert(
      fc.property(points(1), (series) => {
        const [limits, expected] = [limitsOf(series), oracle(series)];
        if (limits === null || expected === null) {
          expect(limits).toBe(expected);
          return;
        }
        const { marked, provisional, ...lines } = expected;
        expect(limits.mean).toBeCloseTo(lines.mean, 9);
        expect(limits.lower).toBeCloseTo(lines.lower, 9);
        expect(limits.upper).toBeCloseTo(lines.upper, 9);
        expect(limits.provisional).toBe(provisional);
        const told = signalsOf(series, limits).flatMap(({ kind, side, at }) =>
          at.map((place) => `${kind} ${side === "ABOVE" ? 1 : -1} ${place}`),
        );
        expect(new Set(told)).toEqual(marked);
      }),
      { numRuns: 400 },
    );
  });

  test("has no limits under 6 points, provisional ones under 12", () => {
    expect(limitsOf([1, 2, 3, 4, 5, null])).toBeNull();
    expect(limitsOf([1, 2, 3, 4, 5, 6])?.provisional).toBe(true);
    expect(limitsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])?.provisional).toBe(false);
  });

  test("of a value that never changes gives no signal, whatever its decimals", () => {
    const same = Array.from({ length: 12 }, () => 0.1);
    const limits = limitsOf(same);
    expect(limits && signalsOf(same, limits)).toEqual([]);
  });

  test("a period without data ends a row", () => {
    const run = [1, 1, 1, 1, 9, 9, 9, 9];
    const limits = { mean: 5, lower: -100, upper: 100, provisional: true };
    expect(signalsOf([6, 6, 6, 6, 6, 6, 6, 6], limits)).toHaveLength(1);
    expect(signalsOf([6, 6, 6, 6, null, 6, 6, 6, 6], limits)).toEqual([]);
    expect(signalsOf(run, limits)).toEqual([]);
  });
});

describe("the Theil–Sen line", () => {
  test("has the median of all slopes between points", () => {
    fc.assert(
      fc.property(points(3), (series) => {
        const slopes: number[] = [];
        series.forEach((one, at) =>
          series.forEach((other, later) => {
            if (one !== null && other !== null && later > at) slopes.push((other - one) / (later - at));
          }),
        );
        const line = theilSen(series);
        if (series.filter((value) => value !== null).length < 3) {
          expect(line).toBeNull();
          return;
        }
        const below = slopes.filter((slope) => slope < (line?.slope ?? 0) - 1e-12).length;
        const above = slopes.filter((slope) => slope > (line?.slope ?? 0) + 1e-12).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(slopes.length / 2);
      }),
    );
  });

  test("goes through points of a line, an outlier aside", () => {
    const line = theilSen([10, 12, 14, 1_000, 18, null, 22]);
    expect(line).toEqual({ slope: 2, start: 10 });
  });
});
