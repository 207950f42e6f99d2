import { addDays, dayNumber, dayText, weekday } from "../calendar/civil-day.ts";
import type { Period, PeriodKind } from "./results.ts";

/** Periods on the calendar: days, ISO weeks (from Monday), months, quarters, years; half open, in civil days. */

const MONTHS: Partial<Record<PeriodKind, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The first day of the month that is `months` from month 0 of year 0. */
const monthDay = (months: number): string =>
  `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The period of the kind that holds the day (`YYYY-MM-DD`). */
export function periodOf(kind: PeriodKind, day: string): Period {
  const months = MONTHS[kind];
  if (months !== undefined) {
    const first = Math.floor(monthOf(day) / months) * months;
    return { kind, from: monthDay(first), to: monthDay(first + months) };
  }
  if (kind === "DAY") return { kind, from: day, to: addDays(day, 1) };
  const monday = dayNumber(day) - weekday(dayNumber(day));
  return { kind, from: dayText(monday), to: dayText(monday + 7) };
}

/** The period before. */
export function previousPeriod({ kind, from }: Period): Period {
  return periodOf(kind, addDays(from, -1));
}

/** The period after. */
export function nextPeriod({ kind, to }: Period): Period {
  return periodOf(kind, to);
}

/** The periods of the kind that overlap the days from `from` until before `to`, in order; none where there are no days. */
export function periodsBetween(kind: PeriodKind, from: string, to: string): readonly Period[] {
  const found: Period[] = [];
  if (from >= to) return found;
  for (let period = periodOf(kind, from); period.from < to; period = nextPeriod(period)) found.push(period);
  return found;
}

/** The last `count` periods, the one that holds the day being the last of them; in order. */
export function lastPeriods(kind: PeriodKind, day: string, count: number): readonly Period[] {
  const found: Period[] = [];
  for (let period = periodOf(kind, day); found.length < count; period = previousPeriod(period)) found.push(period);
  return found.reverse();
}

/** How many periods from `from`'s to `to`'s, both of the kind; negative backwards. */
export function periodsApart(kind: PeriodKind, from: string, to: string): number {
  const months = MONTHS[kind];
  if (months !== undefined) return Math.floor(monthOf(to) / months) - Math.floor(monthOf(from) / months);
  const first = dayNumber(periodOf(kind, from).from);
  return (dayNumber(periodOf(kind, to).from) - first) / (kind === "WEEK" ? 7 : 1);
}

/** Year, quarter and month as a pivot groups them; a week is of the year of its Thursday, and the rest of its first day. */
export function calendarOf({ kind, from }: Period): {
  readonly year: number;
  readonly quarter: number | null;
  readonly month: number | null;
} {
  const day = kind === "WEEK" ? addDays(from, 3) : from;
  const month = Number(day.slice(5, 7));
  return {
    year: Number(day.slice(0, 4)),
    quarter: kind === "YEAR" ? null : Math.ceil(month / 3),
    month: kind === "YEAR" || kind === "QUARTER" ? null : month,
  };
}

/** The ISO week's number, of any day in it. */
export function weekNumber(day: string): number {
  const thursday = dayNumber(day) - weekday(dayNumber(day)) + 3;
  const year = dayText(thursday).slice(0, 4);
  return Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
}
