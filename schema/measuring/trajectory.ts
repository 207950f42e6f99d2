import { dayNumber } from "../calendar/civil-day.ts";

/** A target's way: from its baseline on the first day to the planned value on the last. */
export interface Way {
  readonly planned: number;
  readonly baseline: number | null;
  /** Half open; null is without an end. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * Where the value should be by the end of a period, `to` being the first day after it: on the straight line from the
 * baseline to the planned value. Null where there is no baseline or no end to be on the way to.
 */
export function expectedBy({ planned, baseline, validFrom, validTo }: Way, to: string): number | null {
  if (baseline === null || validTo === null || validTo <= validFrom) return null;
  const [first, last] = [dayNumber(validFrom), dayNumber(validTo)];
  const share = Math.min(1, Math.max(0, (dayNumber(to) - first) / (last - first)));
  return share === 1 ? planned : baseline + (planned - baseline) * share;
}
