import { Temporal } from "temporal-polyfill";

/** A stretch of time during which a zone's clock runs without a jump; epoch seconds, half open. */
export interface ZoneStretch {
  readonly from: number;
  readonly to: number;
  /** Seconds that the clock is ahead of UTC. */
  readonly offset: number;
}

const DAY = 86_400;

/**
 * The stretches of `timeZone` that cover the days numbered `fromDay` to before `toDay`, with two days to spare at either
 * end so that every civil day lies inside whatever the offset. Throws RangeError for a zone that does not exist.
 */
export function zoneStretches(timeZone: string, fromDay: number, toDay: number): readonly ZoneStretch[] {
  const end = (toDay + 2) * DAY;
  let from = (fromDay - 2) * DAY;
  let at = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(timeZone);
  const stretches: ZoneStretch[] = [];
  while (from < end) {
    const next = at.getTimeZoneTransition("next");
    const to = next === null ? end : Math.min(end, Math.floor(next.epochMilliseconds / 1000));
    stretches.push({ from, to, offset: Math.round(at.offsetNanoseconds / 1e9) });
    if (next === null) break;
    from = to;
    at = next;
  }
  return stretches;
}

/** Whether there is a time zone of this IANA name; plain offsets are none, for they know no daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
