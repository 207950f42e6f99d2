import { civilToInstant, instantToCivil, USUAL_ZONE } from "../../schema/registers/instants.ts";

/**
 * Civil time of {@link USUAL_ZONE} in seconds since 1970-01-01T00:00:00 as if it were UTC. A sheet of many thousand
 * times is compared as a whole at every change, which the calendar's own arithmetic is too slow for: the zone's offset
 * is asked for once an hour of the clock and remembered.
 */

const HOUR = 3_600;
const DAY = 86_400;
const offsets = new Map<number, number>();

const utcSeconds = (text: string): number => Date.parse(text) / 1_000;
const stamp = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 19);

/** Offsets change at whole hours of UTC. */
function offsetAt(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const start = hour * HOUR;
    offset = utcSeconds(`${instantToCivil(`${stamp(start)}Z`, USUAL_ZONE)}Z`) - start;
    offsets.set(hour, offset);
  }
  return offset;
}

/** What the clock shows at the instant `YYYY-MM-DDTHH:MM:SSZ`, in seconds; NaN for a text that is none. */
export function civilOf(instant: string): number {
  const seconds = utcSeconds(instant);
  return Number.isNaN(seconds) ? NaN : seconds + offsetAt(seconds);
}

/** The instant at which the clock shows so many seconds: of a doubled hour the first, of a skipped one moved on by it. */
export function instantOf(civil: number): string {
  const [before, after] = [offsetAt(civil - DAY), offsetAt(civil + DAY)];
  return before === after ? `${stamp(civil - before)}Z` : civilToInstant(stamp(civil), USUAL_ZONE);
}

/** `YYYY-MM-DDTHH:MM:SS`. */
export const civilText = stamp;
