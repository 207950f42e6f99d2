import type { Language } from "../../../schema/registers/words.ts";
import type { DateSystem } from "../../workbook/port.ts";
import type { Headings } from "./formulas.ts";
import type { ResultRow } from "./table.ts";

/** What sheets are laid out from. */
export interface Analysed {
  readonly rows: readonly ResultRow[];
  /** The table's headings as they are, whatever the person called its columns. */
  readonly headings: Headings;
  readonly language: Language;
  readonly dates: DateSystem;
}

/** Periods that are looked at, counted from the latest. */
export const PERIODS_SHOWN = 24;

/** First days of the latest periods; of days and weeks only where nothing is measured by the month or longer. */
export function periodsShown(rows: readonly ResultRow[]): readonly string[] {
  const long = rows.filter(({ periodKind }) => periodKind !== "DAY" && periodKind !== "WEEK");
  const days = new Set((long.length > 0 ? long : rows).map(({ from }) => String(from)));
  return [...days].sort().slice(-PERIODS_SHOWN);
}

/** `2026-10`, or the day where it begins no month. */
export const periodLabel = (from: string): string => (from.endsWith("-01") ? from.slice(0, 7) : from);
