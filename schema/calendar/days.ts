import type { Words } from "../registers/words.ts";
import type { CalendarEdition, CalendarException, ServiceCalendar } from "./calendar.ts";
import { dayNumber, dayText, weekday } from "./civil-day.ts";
import { closeEarlier, type DayWindow } from "./hours.ts";
import { latvianHolidays } from "./latvian-holidays.ts";
import { MOVED_OFF, MOVED_ON } from "./moved-days.ts";

/** What makes a day what it is. OUTSIDE: no edition holds on it. SHORT: an hour shorter before a public holiday. */
export type DayKind =
  | "OPEN"
  | "CLOSED"
  | "HOLIDAY"
  | "DAY_OFF"
  | "MOVED_OFF"
  | "MOVED_ON"
  | "SHORT"
  | "EXCEPTION_OPEN"
  | "EXCEPTION_CLOSED"
  | "OUTSIDE";

/** One civil day of a calendar. */
export interface CalendarDay {
  /** Counted from 1970-01-01. */
  readonly day: number;
  readonly kind: DayKind;
  readonly edition: CalendarEdition | null;
  readonly windows: readonly DayWindow[];
  /** The holiday's name; the reason of an exception, in the words it was given in. */
  readonly name: Words | null;
  /** Of a moved day: the day it was moved to, or that it stands for, `YYYY-MM-DD`. */
  readonly other: string | null;
}

/** How much earlier a day before a public holiday ends, in minutes (Labour Law, section 135). */
const SHORTER = 60;

const NOTHING = { windows: [], name: null, other: null } as const;

/** The hours of a day by the edition alone, with what the law makes of it. */
function byEdition(edition: CalendarEdition, day: number): Omit<CalendarDay, "day" | "edition"> {
  const text = dayText(day);
  const worked = edition.movedDays ? MOVED_ON.get(text) : undefined;
  if (edition.movedDays) {
    const other = MOVED_OFF.get(text);
    if (other !== undefined) return { ...NOTHING, kind: "MOVED_OFF", other };
  }
  if (edition.holidays === "LV") {
    const { holidays, daysOff } = latvianHolidays(Number(text.slice(0, 4)));
    const holiday = holidays.get(text);
    if (holiday) return { ...NOTHING, kind: "HOLIDAY", name: holiday };
    const dayOff = daysOff.get(text);
    if (dayOff) return { ...NOTHING, kind: "DAY_OFF", name: dayOff };
  }
  const windows = edition.week[weekday(worked === undefined ? day : dayNumber(worked))] ?? [];
  if (windows.length === 0) return { ...NOTHING, kind: "CLOSED" };
  const next = dayText(day + 1);
  const holiday = edition.shortDays ? latvianHolidays(Number(next.slice(0, 4))).holidays.get(next) : undefined;
  const kept = holiday ? closeEarlier(windows, SHORTER) : windows;
  const kind = worked !== undefined ? "MOVED_ON" : holiday ? "SHORT" : "OPEN";
  return { kind, windows: kept, name: holiday ?? null, other: worked ?? null };
}

const followsWorkingDays = (edition: CalendarEdition): boolean => edition.holidays !== "NONE" || edition.movedDays;

/** The exception of a day that counts: the calendar's own before one of all calendars. */
function exceptionsByDay(exceptions: readonly CalendarException[]): ReadonlyMap<number, CalendarException> {
  const byDay = new Map<number, CalendarException>();
  for (const exception of exceptions) {
    const day = dayNumber(exception.day);
    if (exception.own || !byDay.has(day)) byDay.set(day, exception);
  }
  return byDay;
}

/**
 * The days numbered `first` to before `last`, in order, each with its hours. Of what says something about a day the
 * nearest counts: an exception of the calendar, one of all calendars, a moved day, a holiday, the weekly hours.
 */
export function* daysOf(calendar: ServiceCalendar, first: number, last: number): Generator<CalendarDay> {
  const exceptions = exceptionsByDay(calendar.exceptions);
  const editions = calendar.editions
    .map((edition) => ({
      edition,
      from: dayNumber(edition.validFrom),
      to: edition.validTo === null ? Infinity : dayNumber(edition.validTo),
    }))
    .toSorted((one, other) => one.from - other.from);
  let at = 0;
  for (let day = first; day < last; day++) {
    while (at < editions.length && (editions[at]?.to ?? Infinity) <= day) at++;
    const found = editions[at];
    if (!found || found.from > day) {
      yield { day, kind: "OUTSIDE", edition: null, ...NOTHING };
      continue;
    }
    const { edition } = found;
    const exception = exceptions.get(day);
    if (exception && (exception.own || followsWorkingDays(edition))) {
      const { windows, why } = exception;
      const kind = windows.length > 0 ? "EXCEPTION_OPEN" : "EXCEPTION_CLOSED";
      yield { day, kind, edition, windows, name: { lv: why, en: why }, other: null };
    } else yield { day, edition, ...byEdition(edition, day) };
  }
}
