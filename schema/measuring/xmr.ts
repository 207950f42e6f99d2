/** XmR charts (anchors.md, “Definitions”): natural limits of a series and what is out of the ordinary in it. */

/** Values by period, oldest first; null where a period has no data. */
export type Points = readonly (number | null)[];

export interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** From 6 points the limits are provisional, from 12 firm. */
  readonly provisional: boolean;
}

const PROVISIONAL_FROM = 6;
const FIRM_FROM = 12;
/** Limits stand this many mean moving ranges from the mean. */
const RANGES = 2.66;
const RUN = 8;

/** Mean ± 2.66 × mean moving range; a moving range lies between neighbouring periods that both have data. Null under 6 points. */
export function limitsOf(points: Points): Limits | null {
  const values = points.filter((value) => value !== null);
  const ranges = points.flatMap((value, at) => {
    const before = points[at - 1];
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)];
  });
  if (values.length < PROVISIONAL_FROM || ranges.length === 0) return null;
  const mean = sum(values) / values.length;
  const reach = (RANGES * sum(ranges)) / ranges.length;
  return { mean, lower: mean - reach, upper: mean + reach, provisional: values.length < FIRM_FROM };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export type Side = "ABOVE" | "BELOW";
export interface PointSignal {
  readonly kind: "OUTSIDE" | "RUN" | "NEAR_LIMIT";
  readonly side: Side;
  /** Places of the points that make it, in order. */
  readonly at: readonly number[];
}

/**
 * A point outside the limits; 8 or more in a row on one side of the mean; 3 of 4 in a row nearer to one limit than to the
 * mean. A period without data ends a row. Runs are told at full length, overlapping fours of one side as one.
 */
export function signalsOf(points: Points, { mean, lower, upper }: Limits): readonly PointSignal[] {
  // What sums of decimals miss by is neither above nor below.
  const blur = 1e-9 * Math.max(Math.abs(mean), Math.abs(upper), Math.abs(lower));
  const outside = (value: number | null, side: Side) =>
    value !== null && (side === "ABOVE" ? value > upper + blur : value < lower - blur);
  const past = (value: number | null, side: Side, line: number) =>
    value !== null && (side === "ABOVE" ? value > line + blur : value < line - blur);
  const sides = [
    ["ABOVE", (mean + upper) / 2],
    ["BELOW", (mean + lower) / 2],
  ] as const;
  return sides.flatMap(([side, half]) => [
    ...points.flatMap((value, at): PointSignal[] =>
      outside(value, side) ? [{ kind: "OUTSIDE", side, at: [at] }] : [],
    ),
    ...runs(points, (value) => past(value, side, mean)).map((at): PointSignal => ({ kind: "RUN", side, at })),
    ...fours(points, (value) => past(value, side, half)).map((at): PointSignal => ({ kind: "NEAR_LIMIT", side, at })),
  ]);
}

/** Longest rows of at least 8 points of which each is `on`. */
function runs(points: Points, on: (value: number | null) => boolean): readonly (readonly number[])[] {
  const found: number[][] = [];
  let row: number[] = [];
  for (let at = 0; at <= points.length; at++) {
    if (at < points.length && on(points[at] ?? null)) row.push(at);
    else {
      if (row.length >= RUN) found.push(row);
      row = [];
    }
  }
  return found;
}

/** Points that are `near` in fours of which at least three are, fours that share a point put together. */
function fours(points: Points, near: (value: number | null) => boolean): readonly (readonly number[])[] {
  const found: { places: Set<number>; end: number }[] = [];
  for (let at = 0; at + 4 <= points.length; at++) {
    const four = [at, at + 1, at + 2, at + 3];
    const places = four.filter((place) => near(points[place] ?? null));
    if (places.length < 3 || four.some((place) => (points[place] ?? null) === null)) continue;
    const last = found.at(-1);
    if (last !== undefined && last.end >= at) {
      places.forEach((place) => last.places.add(place));
      last.end = at + 3;
    } else found.push({ places: new Set(places), end: at + 3 });
  }
  return found.map(({ places }) => [...places].sort((a, b) => a - b));
}
