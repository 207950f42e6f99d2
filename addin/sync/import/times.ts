import { readInstant } from "../../../schema/registers/instants.ts";
import type { DateOrder } from "../importing.ts";
import { readDate } from "./dates.ts";

const CLOCK =
  /^(.*?)(?:,|T|\s)+(?:plkst\.\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AP])?\.?(?:M\.?)?(Z|[+-]\d{2}:?\d{2})?$/iu;

/**
 * Reads a date with a time of day written as text, in any spelling that {@link readDate} reads the day in; 12-hour
 * clocks with AM and PM too, and offsets. Without an offset it is civil time. Gives the instant, or null.
 */
export function readTime(text: string, order: DateOrder | null): string | null {
  const plain = readInstant(text);
  const [, dayText = "", hours = "", minutes = "", seconds = "00", half, offset] = CLOCK.exec(text.trim()) ?? [];
  const day = readDate(dayText, order);
  if (day === null) return plain;
  const noon = half === undefined ? 0 : half.toUpperCase() === "P" ? 12 : 0;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + noon;
  const clock = `${day}T${String(hour).padStart(2, "0")}:${minutes}:${seconds}`;
  return readInstant(offset === undefined ? clock : clock + offset.toUpperCase().replace(/(\d{2}):?(\d{2})$/, "$1:$2"));
}
