/** What a value is held against: the target of a scope in a period, and which way is good. Values are in the KPI's unit. */
export interface Goal {
  readonly direction: "HIGHER" | "LOWER" | "RANGE";
  readonly planned: number;
  /** The value from which the target is missed. */
  readonly critical: number | null;
  readonly baseline: number | null;
  /** How far from the planned value, or from the range, the target is at risk only. */
  readonly tolerance: number | null;
  /** Bounds of a range, both in it. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The value from which the target is missed: the critical threshold, else where the tolerance ends; null where neither is
 * given. A threshold on the good side of the target says nothing and is left out.
 */
export function thresholdOf({ direction, planned, critical, tolerance }: Goal): number | null {
  const sign = direction === "LOWER" ? -1 : 1;
  if (critical !== null && (planned - critical) * sign > 0) return critical;
  return tolerance !== null && tolerance > 0 ? planned - sign * tolerance : null;
}

/** How far the value is outside the range; 0 inside it. Of a range alone. */
export function outsideRange({ low, high, planned }: Goal, value: number): number {
  return Math.max((low ?? planned) - value, value - (high ?? planned), 0);
}

/** How far outside the range the target is missed: the tolerance, else how far the critical threshold lies outside. */
export function rangeTolerance(goal: Goal): number {
  if (goal.tolerance !== null) return goal.tolerance;
  return goal.critical === null ? 0 : outsideRange(goal, goal.critical);
}
