import { addDays } from "../calendar/civil-day.ts";
import type { Goal } from "./goal.ts";
import { periodsApart } from "./periods.ts";
import type { Movement, PeriodKind } from "./results.ts";
import { movementWords, signalWords } from "./sentences.ts";
import { theilSen, type Line } from "./slope.ts";
import { statusOf } from "./status.ts";
import { limitsOf, signalsOf, type PointSignal } from "./xmr.ts";

/** The last whole periods that limits, signals and slope look at (domain.md, section 6). */
export const LOOKED_AT = 12;

export interface Moving {
  readonly period: PeriodKind;
  readonly unit: string;
  /** Whole periods without holes, oldest first; only the last 12 are looked at. */
  readonly points: readonly { readonly from: string; readonly value: number | null }[];
  /** The target in force, and the first day on which it no longer holds. */
  readonly goal: (Goal & { readonly validTo: string | null }) | null;
}

/** How a series moves: limits, signals, slope, the forecast for the target's last day, and all of it in words. */
export function movementOf({ period, unit, points, goal }: Moving): Movement {
  const last = points.slice(-LOOKED_AT);
  const froms = last.map(({ from }) => from);
  const values = last.map(({ value }) => value);
  const limits = limitsOf(values);
  const found = limits ? signalsOf(values, limits) : [];
  const signals = found.map((signal) => ({
    kind: signal.kind,
    periods: signal.at.flatMap((at) => froms[at] ?? []),
    words: signalWords(signal, period, froms),
  }));
  const line = theilSen(values);
  const slope = line?.slope ?? null;
  const forecast = line && goal ? forecastOf(line, period, froms, goal) : null;
  const told = { period, unit, looked: last.length, points: values.filter((value) => value !== null).length };
  return {
    ...{ mean: limits?.mean ?? null, lower: limits?.lower ?? null, upper: limits?.upper ?? null },
    ...{ provisional: limits?.provisional ?? true, signals, slope, forecast },
    words: movementWords({
      ...told,
      ...{ limits, slope, forecast },
      signals: toldFirst(found).map((signal) => signalWords(signal, period, froms)),
    }),
  };
}

/** The two signals that a sentence tells: those that end last, one of a kind. */
function toldFirst(signals: readonly PointSignal[]): readonly PointSignal[] {
  const end = ({ at }: PointSignal) => at.at(-1) ?? 0;
  const late = [...signals].sort((one, other) => end(other) - end(one));
  return late.filter(({ kind }, at) => late.findIndex((other) => other.kind === kind) === at).slice(0, 2);
}

/** Where the line leads at the target's last day; null where that has no end or lies behind the series. */
function forecastOf(
  { slope, start }: Line,
  period: PeriodKind,
  froms: readonly string[],
  goal: NonNullable<Moving["goal"]>,
): Movement["forecast"] {
  const [first, last] = [froms[0], froms.at(-1)];
  if (goal.validTo === null || first === undefined || last === undefined) return null;
  const day = addDays(goal.validTo, -1);
  const place = periodsApart(period, first, day);
  if (place <= periodsApart(period, first, last)) return null;
  const value = start + slope * place;
  return { day, value, meets: statusOf(value, goal) === "MET" };
}
