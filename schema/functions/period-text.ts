import { addDays } from "../calendar/civil-day.ts";
import { calendarOf, periodOf, weekNumber } from "../measuring/periods.ts";
import type { Period, PeriodKind } from "../measuring/results.ts";
import { readDay } from "../registers/dates.ts";

/** How a person writes a period into a cell: `2026`, `2026-Q1`, `2026-03`, `2026-W12`, `2026-03-01`. */
export function periodText(period: Period): string {
  const { year, quarter, month } = calendarOf(period);
  switch (period.kind) {
    case "YEAR":
      return String(year);
    case "QUARTER":
      return `${year}-Q${quarter}`;
    case "MONTH":
      return `${year}-${String(month).padStart(2, "0")}`;
    case "WEEK":
      return `${year}-W${String(weekNumber(period.from)).padStart(2, "0")}`;
    case "DAY":
      return period.from;
  }
}

/** A period as written. A bare day says no length: it means the period of the KPI's own length that holds it. */
export interface WrittenPeriod {
  readonly kind: PeriodKind | null;
  /** A day of the period. */
  readonly day: string;
}

/** Reads what {@link periodText} writes, and days as Latvian writes them; null when it is no period. */
export function readPeriodText(text: string): WrittenPeriod | null {
  const written = text.trim().toUpperCase();
  const year = /^\d{4}$/.exec(written);
  if (year) return at("YEAR", `${written}-01-01`);
  const quarter = /^(\d{4})[-\s]?Q([1-4])$/.exec(written);
  if (quarter) return at("QUARTER", `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, "0")}-01`);
  const month = /^(\d{4})-(\d{1,2})$/.exec(written);
  if (month) return at("MONTH", `${month[1]}-${month[2]?.padStart(2, "0")}-01`);
  const week = /^(\d{4})[-\s]?W(\d{1,2})$/.exec(written);
  if (week) return weekOf(Number(week[1]), Number(week[2]));
  const day = readDay(written);
  return day === null ? null : { kind: null, day };
}

function at(kind: PeriodKind, day: string): WrittenPeriod | null {
  return readDay(day) === null ? null : { kind, day };
}

/** The 4th of January is always in the first week. */
function weekOf(year: number, number: number): WrittenPeriod | null {
  const first = readDay(`${year}-01-04`);
  if (first === null || number < 1) return null;
  const { from } = periodOf("WEEK", addDays(first, (number - 1) * 7));
  return weekNumber(from) === number ? { kind: "WEEK", day: from } : null;
}
