import type { Points } from "./xmr.ts";

/** A line through points, robust against outliers: value a period, and the value at place 0. */
export interface Line {
  readonly slope: number;
  readonly start: number;
}

/** Theil–Sen: the median of the slopes between all pairs of points, and the median of what it leaves. Null under 3 points. */
export function theilSen(points: Points): Line | null {
  const known = points.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  if (known.length < 3) return null;
  const slopes = known.flatMap((one, index) =>
    known.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
  );
  const slope = median(slopes);
  return { slope, start: median(known.map(({ at, value }) => value - slope * at)) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
