import { outsideRange, rangeTolerance, thresholdOf, type Goal } from "./goal.ts";

const MOST = 1.2;

/**
 * How far the target is attained, 0 … 1.2 (anchors.md, “Definitions”): (value − critical) / (target − critical), which
 * is right whatever the signs and whichever way is good. Where no threshold is set, the baseline takes its place;
 * without either the target is attained (1) or not (0). A range: 1 inside, falling to 0 at the tolerance. Null without
 * a value: no data is never 0.
 */
export function attainmentOf(value: number | null, goal: Goal): number | null {
  if (value === null) return null;
  if (goal.direction === "RANGE") {
    const [outside, tolerance] = [outsideRange(goal, value), rangeTolerance(goal)];
    if (outside === 0) return 1;
    return tolerance > 0 ? Math.max(0, 1 - outside / tolerance) : 0;
  }
  const sign = goal.direction === "LOWER" ? -1 : 1;
  const worst = thresholdOf(goal) ?? goal.baseline;
  if (worst === null || (goal.planned - worst) * sign <= 0) return (value - goal.planned) * sign >= 0 ? 1 : 0;
  return Math.min(MOST, Math.max(0, (value - worst) / (goal.planned - worst)));
}
