import { Temporal } from "temporal-polyfill";
import type { Calendar, Level, Setting, Subject } from "./facts.ts";

/** Civil time and service time of the reference: windows laid out day by day, and overlaps added up one by one. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

const starts = new Map<string, number>();
/** The instant at which the zone's clock shows a time of a day. */
export function instantOf(day: string, time: string, zone: string): number {
  const key = `${day} ${time} ${zone}`;
  let at = starts.get(key);
  if (at === undefined) {
    const civil =
      time === "24:00"
        ? Temporal.PlainDate.from(day).add({ days: 1 }).toPlainDateTime("00:00")
        : Temporal.PlainDate.from(day).toPlainDateTime(time);
    starts.set(key, (at = civil.toZonedDateTime(zone).epochMilliseconds / 1000));
  }
  return at;
}
export const midnight = (day: string, zone: string): number => instantOf(day, "00:00", zone);

const civilOf = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone);
export const dayAt = (instant: number, zone: string): string => civilOf(instant, zone).toPlainDate().toString();
/** So many civil days later at the same time of the clock. */
export const daysLater = (instant: number, days: number, zone: string): number =>
  civilOf(instant, zone).add({ days }).epochMilliseconds / 1000;
export const addTo = (day: string, what: { readonly days?: number; readonly years?: number }): string =>
  Temporal.PlainDate.from(day).add(what).toString();
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** A calendar's windows over a year and a half, in order. */
function windowsOf(calendar: Calendar, zone: string): readonly Span[] {
  const spans: Span[] = [];
  for (let day = "2025-06-01"; day < "2026-12-01"; day = addTo(day, { days: 1 })) {
    const edition = calendar.editions.find(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
    );
    if (!edition) continue;
    const windows = calendar.days.find((one) => one.day === day)?.windows ?? edition.week[weekdayOf(day) - 1] ?? [];
    for (const [from, to] of windows) spans.push({ from: instantOf(day, from, zone), to: instantOf(day, to, zone) });
  }
  return spans;
}

const laid = new Map<string, readonly Span[]>();
/** Service seconds of a calendar (null is 24×7) in a stretch. */
export function served(setting: Setting, calendar: string | null, from: number, to: number): number {
  if (to <= from) return 0;
  const known = calendar === null ? undefined : setting.calendars.get(calendar);
  if (calendar === null || !known) return to - from;
  let windows = laid.get(calendar);
  if (!windows) laid.set(calendar, (windows = windowsOf(known, setting.zone)));
  let seconds = 0;
  for (const one of windows) seconds += Math.max(0, Math.min(to, one.to) - Math.max(from, one.from));
  return seconds;
}

/** Stretches put together where they overlap or meet. */
export function united(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = found[found.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** The agreed level of a subject that holds at an instant. */
export function levelAt(levels: readonly Level[], subject: string | null, instant: number, zone: string): Level | null {
  for (const level of levels) {
    if (level.subject !== subject || (level.state !== "AGREED" && level.state !== "ENDED")) continue;
    if (midnight(level.validFrom, zone) > instant) continue;
    if (level.validTo !== null && midnight(level.validTo, zone) <= instant) continue;
    return level;
  }
  return null;
}

/** The calendar that counts for a subject at an instant: its level's, else its own. */
export const calendarAt = (levels: readonly Level[], subject: Subject, instant: number, zone: string): string | null =>
  levelAt(levels, subject.id, instant, zone)?.calendar ?? subject.calendar;

/** From when to when a subject is used; null where it never was. */
export function useOf(levels: readonly Level[], subject: Subject, { zone, asOf }: Setting): Span | null {
  if (!["DELIVERING", "IMPROVING", "RETIRED"].includes(subject.stage)) return null;
  const held = levels.filter(
    ({ subject: one, state }) => one === subject.id && (state === "AGREED" || state === "ENDED"),
  );
  const first = held.map(({ validFrom }) => midnight(validFrom, zone)).sort((a, b) => a - b)[0];
  const from = subject.deliveredSince === null ? (first ?? subject.delivering) : midnight(subject.deliveredSince, zone);
  return from === null ? null : { from, to: subject.retiredAt ?? asOf };
}
