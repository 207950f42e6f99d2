import type { Words } from "../registers/words.ts";
import { periodOf, weekNumber, calendarOf } from "./periods.ts";
import type { PeriodKind } from "./results.ts";

const MONTHS_LV = [
  ..."janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī".split(" "),
];
const MONTHS_EN = [
  ..."January February March April May June July August September October November December".split(" "),
];

/** When a period is, as a sentence says it: “2026. gada martā”, “in March 2026”. `from` is its first day. */
export function whenOf(kind: PeriodKind, from: string): Words {
  const { year } = calendarOf(periodOf(kind, from));
  const month = Number(from.slice(5, 7)) - 1;
  switch (kind) {
    case "YEAR":
      return { lv: `${year}. gadā`, en: `in ${year}` };
    case "QUARTER": {
      const quarter = Math.floor(month / 3) + 1;
      return { lv: `${year}. gada ${quarter}. ceturksnī`, en: `in quarter ${quarter} of ${year}` };
    }
    case "MONTH":
      return { lv: `${year}. gada ${MONTHS_LV[month]}`, en: `in ${MONTHS_EN[month]} ${year}` };
    case "WEEK":
      return { lv: `${year}. gada ${weekNumber(from)}. nedēļā`, en: `in week ${weekNumber(from)} of ${year}` };
    case "DAY":
      return dayWords(from);
  }
}

/** “2026. gada 31. decembrī”, “on 31 December 2026”. */
export function dayWords(day: string): Words {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return {
    lv: `${year}. gada ${date}. ${MONTHS_LV[month - 1]}`,
    en: `on ${date} ${MONTHS_EN[month - 1]} ${year}`,
  };
}
