import type { KpiSeries, Movement, Signal } from "./results.ts";

export const WIDTH = 280;
export const HEIGHT = 84;
const EDGE = 6;

export interface Point {
  readonly x: number;
  readonly y: number;
  /** First day of its period. */
  readonly from: string;
}

export interface TrendShape {
  /** A line with gaps where there are no data. */
  readonly path: string;
  readonly points: readonly Point[];
  /** Those that make a signal. */
  readonly signals: readonly Point[];
  /** The target's way through the periods, which may have steps. */
  readonly target: string;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What is drawn of a series. */
export interface Drawn extends Pick<KpiSeries, "results"> {
  readonly movement: Pick<Movement, "mean" | "lower" | "upper"> & {
    readonly signals: readonly Pick<Signal, "periods">[];
  };
}

/** Where a series' line, target and limits run in a picture of {@link WIDTH} by {@link HEIGHT}. */
export function trendShape({ results, movement }: Drawn, limits: boolean): TrendShape {
  const lines = limits ? [movement.mean, movement.lower, movement.upper] : [];
  const all = [...results.flatMap(({ value, target }) => [value, target]), ...lines].filter((one) => one !== null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = high - low || Math.abs(high) || 1;
  const x = (at: number) => round(EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(results.length - 1, 1));
  const y = (value: number) =>
    round(high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE));
  const lineOf = (values: readonly (number | null)[]): string =>
    values
      .map((value, at) => {
        if (value === null) return "";
        const joined = at > 0 && (values[at - 1] ?? null) !== null;
        return `${joined ? "L" : "M"}${x(at)} ${y(value)}`;
      })
      .join("");
  const points = results.flatMap(({ value, period }, at) =>
    value === null ? [] : [{ x: x(at), y: y(value), from: period.from }],
  );
  const marked = new Set(movement.signals.flatMap(({ periods }) => periods));
  const level = (value: number | null) => (limits && value !== null ? y(value) : null);
  return {
    path: lineOf(results.map(({ value }) => value)),
    points,
    signals: limits ? points.filter(({ from }) => marked.has(from)) : [],
    target: lineOf(results.map(({ target }) => target)),
    mean: level(movement.mean),
    lower: level(movement.lower),
    upper: level(movement.upper),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
