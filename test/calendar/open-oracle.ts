import type { ServiceCalendar } from "../../schema/calendar/calendar.ts";
import { latvianHolidays } from "../../schema/calendar/latvian-holidays.ts";

/**
 * Whether a service is open at an instant, found out the slow way: what does the wall clock show, and is that inside a
 * window? Apart from the product's code but for the list of holidays, which has its own tests.
 */

/** As the Cabinet's orders have them, from and to. */
const MOVED: Readonly<Record<string, string>> = { "2026-01-02": "2026-01-17", "2026-06-22": "2026-06-27" };

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string, instant: number): { readonly day: string; readonly minute: number } {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" });
  clocks.set(timeZone, clock);
  const [day = "", at = ""] = clock.format(instant * 1000).split(" ");
  return { day, minute: Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5)) };
}

/** 0 for Monday. */
const weekdayOf = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;
const holiday = (day: string) => latvianHolidays(Number(day.slice(0, 4)));

function hoursOn(calendar: ServiceCalendar, day: string): readonly { readonly from: number; readonly to: number }[] {
  const edition = calendar.editions.find((one) => one.validFrom <= day && (one.validTo === null || day < one.validTo));
  if (!edition) return [];
  const exceptions = calendar.exceptions.filter((one) => one.day === day);
  const own = exceptions.find((one) => one.own);
  if (own) return own.windows;
  const everybody = exceptions.find((one) => !one.own);
  if (everybody && (edition.holidays === "LV" || edition.movedDays)) return everybody.windows;
  if (edition.movedDays && MOVED[day] !== undefined) return [];
  if (edition.holidays === "LV" && (holiday(day).holidays.has(day) || holiday(day).daysOff.has(day))) return [];
  const standsFor = edition.movedDays ? Object.entries(MOVED).find(([, on]) => on === day)?.[0] : undefined;
  const windows = edition.week[weekdayOf(standsFor ?? day)] ?? [];
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  if (!edition.shortDays || !holiday(next).holidays.has(next)) return windows;
  // Minute by minute here too: all of the day's minutes but the last sixty.
  const minutes = windows.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
  return minutes.slice(0, Math.max(0, minutes.length - 60)).map((at) => ({ from: at, to: at + 1 }));
}

const hours = new Map<ServiceCalendar, Map<string, ReturnType<typeof hoursOn>>>();

/** Whether the calendar's service is open at the instant, epoch seconds. Editions are all in one zone. */
export function isOpen(calendar: ServiceCalendar, instant: number): boolean {
  const { day, minute } = clockOf(calendar.editions[0]?.timeZone ?? "UTC", instant);
  const known = hours.get(calendar) ?? new Map<string, ReturnType<typeof hoursOn>>();
  hours.set(calendar, known);
  const its = known.get(day) ?? hoursOn(calendar, day);
  known.set(day, its);
  return its.some(({ from, to }) => from <= minute && minute < to);
}
