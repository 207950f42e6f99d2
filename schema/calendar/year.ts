import type { Words } from "../registers/words.ts";
import type { ServiceCalendar } from "./calendar.ts";
import { dayNumber, dayText } from "./civil-day.ts";
import { type DayKind, daysOf } from "./days.ts";
import { printHours } from "./hours.ts";

/** A day of a calendar as it is shown. */
export interface YearDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly kind: DayKind;
  /** `08:30–12:00, 12:30–17:00`; empty when closed. */
  readonly hours: string;
  /** Of a holiday its name, of an exception why, of a shortened day the holiday that follows. */
  readonly name: Words | null;
  /** Of a moved day: where to, or what it stands for. */
  readonly other: string | null;
}

/** Every day of a year, in order. */
export function yearOf(calendar: ServiceCalendar, year: number): readonly YearDay[] {
  const first = (of: number) => dayNumber(`${String(of).padStart(4, "0")}-01-01`);
  return [...daysOf(calendar, first(year), first(year + 1))].map(({ day, kind, windows, name, other }) => {
    return { day: dayText(day), kind, hours: printHours(windows), name, other };
  });
}
