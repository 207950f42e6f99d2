import { outsideRange, rangeTolerance, thresholdOf, type Goal } from "./goal.ts";
import type { Status } from "./results.ts";

/**
 * How a value stands to its target: met at the target or better; missed from the critical threshold on, or beyond the
 * tolerance, whichever is nearer the target; at risk between. Without threshold and tolerance what is not met is missed.
 */
export function statusOf(value: number | null, goal: Goal): Status {
  if (value === null) return "NO_DATA";
  if (goal.direction === "RANGE") {
    const outside = outsideRange(goal, value);
    return outside === 0 ? "MET" : outside <= rangeTolerance(goal) ? "AT_RISK" : "MISSED";
  }
  const sign = goal.direction === "LOWER" ? -1 : 1;
  const short = (goal.planned - value) * sign;
  if (short <= 0) return "MET";
  const threshold = thresholdOf(goal);
  if (threshold === null) return "MISSED";
  const critical = goal.critical !== null && threshold === goal.critical;
  const beyondTolerance = goal.tolerance !== null && short > goal.tolerance;
  if (beyondTolerance || (critical && (value - threshold) * sign <= 0)) return "MISSED";
  return "AT_RISK";
}
