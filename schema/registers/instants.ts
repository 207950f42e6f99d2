import { Temporal } from "temporal-polyfill";
import { readDay } from "./dates.ts";

/** Instants are kept as UTC, to the second; people read and type civil time. */
const UTC = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const CIVIL = /^(\S+?)\.?(?:,?\s+|T)(?:plkst\.\s*)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?$/;

/** The zone of civil time until an institution's own is known. */
export const USUAL_ZONE = "Europe/Riga";

/**
 * Reads an instant: `2026-11-21T08:15:00Z`, with an offset, or as civil time in `zone`: `21.11.2026 10:15`,
 * `2026-11-21 10:15:30`. Gives `YYYY-MM-DDTHH:MM:SSZ`, or null. An hour that the clock shows twice in autumn is the
 * first of them, one that it skips in spring is moved on by the hour skipped.
 */
export function readInstant(text: string, zone: string = USUAL_ZONE): string | null {
  if (isCanonical(text)) return text;
  const trimmed = text.trim();
  try {
    if (UTC.test(trimmed)) return instantText(Temporal.Instant.from(trimmed));
    const [, dayText, hours, minutes, seconds = "00"] = CIVIL.exec(trimmed) ?? [];
    const day = dayText === undefined ? null : readDay(dayText);
    if (day === null || hours === undefined || minutes === undefined) return null;
    return civilToInstant(`${day}T${hours.padStart(2, "0")}:${minutes}:${seconds}`, zone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Whether the text is the very instant that would be read from it: rows of an import bring thousands of such. */
function isCanonical(text: string): boolean {
  if (!CANONICAL.test(text)) return false;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === `${text.slice(0, 19)}.000Z`;
}

/** `YYYY-MM-DDTHH:MM:SS` on the zone's clock to the instant. Throws RangeError for a time that is none. */
export function civilToInstant(civil: string, zone: string): string {
  return instantText(Temporal.PlainDateTime.from(civil).toZonedDateTime(zone).toInstant());
}

/** What the zone's clock shows at the instant, `YYYY-MM-DDTHH:MM:SS`. */
export function instantToCivil(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "second" });
}

/** The day it is in the zone at the instant, `YYYY-MM-DD`. */
export function dayOf(instant: string, zone: string): string {
  return instantToCivil(instant, zone).slice(0, 10);
}

const instantText = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "second" });
