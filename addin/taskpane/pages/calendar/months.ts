import type { YearDay } from "../../../../schema/calendar/year.ts";
import { calendar as messages } from "../../../i18n/messages/calendar.ts";
import type { Text } from "../../../i18n/text.ts";

/** A month of a year as weeks of seven days from Monday; days of other months are left empty. */
export interface Month {
  /** `YYYY-MM`. */
  readonly key: string;
  readonly weeks: readonly (readonly (YearDay | null)[])[];
  /** Days with something to tell besides the weekly hours. */
  readonly special: readonly YearDay[];
}

const isSpecial = ({ kind }: YearDay): boolean => kind !== "OPEN" && kind !== "CLOSED" && kind !== "OUTSIDE";

/** 0 for Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

export function monthsOf(days: readonly YearDay[]): readonly Month[] {
  const months = new Map<string, YearDay[]>();
  for (const day of days) {
    const key = day.day.slice(0, 7);
    months.set(key, [...(months.get(key) ?? []), day]);
  }
  return [...months].map(([key, its]) => {
    const blanks = Array.from({ length: weekdayOf(its[0]?.day ?? `${key}-01`) }, () => null);
    const cells: (YearDay | null)[] = [...blanks, ...its];
    while (cells.length % 7 !== 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
    return { key, weeks, special: its.filter(isSpecial) };
  });
}

/** What a day is, in words: its kind, name, hours. */
export function dayWords({ kind, name, other, hours }: YearDay, text: Text): string {
  const label = text.say(messages[kind]);
  if (kind === "SHORT" && name)
    return [text.say(messages.beforeHoliday, { kind: label, name: text.words(name) }), hours].join(", ");
  const told =
    other === null
      ? label
      : text.say(kind === "MOVED_OFF" ? messages.movedTo : messages.movedFrom, { kind: label, day: text.day(other) });
  return [told, name && text.words(name), hours].filter(Boolean).join(", ");
}

/** Minutes that the days' hours add up to. */
export function minutesOf(days: readonly YearDay[]): number {
  const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const spans = days.flatMap(({ hours }) => (hours === "" ? [] : hours.split(", ")));
  return spans.reduce((sum, span) => {
    const [from = "", to = ""] = span.split("–");
    return sum + minute(to) - minute(from);
  }, 0);
}
