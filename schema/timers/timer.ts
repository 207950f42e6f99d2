import {
  afterServiceSeconds,
  type Interval,
  serviceSecondsWithout,
  type ServiceTime,
} from "../calendar/service-time.ts";
import type { Words } from "../registers/words.ts";

/** Timers of agreed service levels (docs/time.md). All instants are epoch seconds, stretches half open. */

export const TIMER_KINDS = {
  REACTION: { lv: "Reakcija", en: "Reaction" },
  RESTORATION: { lv: "Atjaunošana", en: "Restoration" },
  FULFILMENT: { lv: "Izpilde", en: "Fulfilment" },
} as const satisfies Record<string, Words>;
export type TimerKind = keyof typeof TIMER_KINDS;

/**
 * How a timer stands: while it runs in time (RUNNING), with four fifths of the target gone (WARNING), waiting (PAUSED)
 * or late already (OVERDUE); once it has ended in time (MET) or not (BREACHED). Without a target it has no due time.
 */
export const TIMER_STATES = {
  RUNNING: { lv: "Rit", en: "Running" },
  WARNING: { lv: "Tuvojas termiņš", en: "Due soon" },
  PAUSED: { lv: "Apturēts", en: "Paused" },
  OVERDUE: { lv: "Nokavēts", en: "Overdue" },
  MET: { lv: "Iekļauts termiņā", en: "Met" },
  BREACHED: { lv: "Termiņš pārkāpts", en: "Breached" },
  NO_TARGET: { lv: "Nav mērķa", en: "No target" },
} as const satisfies Record<string, Words>;
export type TimerState = keyof typeof TIMER_STATES;

/** Facts that a timer is computed from. */
export interface TimerFacts {
  readonly from: number;
  /** When what was agreed was done; null while it is not. */
  readonly to: number | null;
  /** Service seconds agreed; null where nothing is. */
  readonly target: number | null;
  /** In which the clock stands; one that lasts ends at Infinity. */
  readonly pauses: readonly Interval[];
  /** An instant agreed for this row alone, which counts where there is no target. */
  readonly deadline?: number | null;
}

export interface Timing {
  readonly state: TimerState;
  /** Service seconds passed without pauses, up to the end or to now. */
  readonly used: number;
  /** Seconds by the clock, pauses and closed times included. */
  readonly clock: number;
  /** Target less used: below zero is how much over; null without a target. */
  readonly remaining: number | null;
  /** Null without a target, while the clock stands, and beyond the years looked at. */
  readonly due: number | null;
  /** From when it is due soon. */
  readonly warning: number | null;
}

/** Share of the target after which it is due soon. */
const SOON = 0.8;

/** A timer as it stands at `now`; an end before its beginning counts as at once. Throws RangeError beyond the stretch compiled. */
export function timing(time: ServiceTime, { from, to, target, pauses, deadline }: TimerFacts, now: number): Timing {
  const end = Math.max(from, to ?? now);
  const used = serviceSecondsWithout(time, from, end, pauses);
  const done = { used, clock: end - from };
  if (target === null) {
    const due = deadline ?? null;
    return { ...done, state: due === null ? "NO_TARGET" : byClock(end, due), remaining: null, due, warning: null };
  }
  const due = afterServiceSeconds(time, from, target, pauses);
  const warning = afterServiceSeconds(time, from, target * SOON, pauses);
  return { ...done, state: stateOf(), remaining: target - used, due, warning };

  function byClock(at: number, due: number): TimerState {
    if (to !== null) return at > due ? "BREACHED" : "MET";
    return at > due ? "OVERDUE" : "RUNNING";
  }

  function stateOf(): TimerState {
    const late = used > (target ?? 0);
    if (to !== null) return late ? "BREACHED" : "MET";
    if (late) return "OVERDUE";
    if (pauses.some((pause) => pause.from <= now && now < pause.to)) return "PAUSED";
    return warning !== null && now >= warning ? "WARNING" : "RUNNING";
  }
}
