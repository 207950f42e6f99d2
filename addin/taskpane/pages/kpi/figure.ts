import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import type { Text } from "../../../i18n/text.ts";
import type { Period } from "../../../../schema/measuring/results.ts";

/** Decimals that say something: none from 1,000, two below. */
const rounded = (value: number): number => Number(value.toFixed(Math.abs(value) >= 1_000 ? 0 : 2));

export const numberOf = (value: number, text: Text): string => text.number(rounded(value));

/** A value with its unit, or that there is none; never zero for what is missing. */
export function figureOf(value: number | null, unit: string, text: Text): string {
  if (value === null) return text.say(messages.noData);
  return unit === "" ? numberOf(value, text) : `${numberOf(value, text)}\u00a0${unit}`;
}

/** `10.2026`, `2026. gada 4. ceturksnis`, `16.11.2026.–22.11.2026.` */
export function periodOf({ kind, from, to }: Period, text: Text): string {
  const [year = "", month = ""] = from.split("-");
  switch (kind) {
    case "YEAR":
      return text.say(messages.yearOf, { year });
    case "QUARTER":
      return text.say(messages.quarterOf, { year, quarter: String(Math.ceil(Number(month) / 3)) });
    case "MONTH":
      return `${month}.${year}`;
    case "WEEK":
      return `${text.day(from)}–${text.day(dayBefore(to))}`;
    case "DAY":
      return text.day(from);
  }
}

/** The last day within a half-open period. */
export function dayBefore(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - 1);
  return moment.toISOString().slice(0, 10);
}
