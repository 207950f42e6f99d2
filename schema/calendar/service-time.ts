import type { ServiceCalendar } from "./calendar.ts";
import { dayNumber } from "./civil-day.ts";
import { daysOf } from "./days.ts";
import { type ZoneStretch, zoneStretches } from "./zone-shifts.ts";

/** A stretch of time in epoch seconds, half open; one that goes on for ever ends at Infinity. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Service time compiled over a stretch: windows as epoch seconds, sorted, disjoint; `before[i]` = service seconds from the stretch's start up to from[i]. */
export interface ServiceTime {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly before: Float64Array;
  /** Epoch seconds between which answers are given. */
  readonly start: number;
  readonly end: number;
}

/** Merges intervals that overlap or touch; empty ones fall away. Sorted. */
export function uniteIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const united: { from: number; to: number }[] = [];
  for (const { from, to } of intervals.filter((one) => one.to > one.from).toSorted((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return united;
}

/** The instants of one civil day at which the clock shows a minute inside a window: a jump of the clock splits or shortens it. */
function instantsOf(day: number, window: Interval, stretches: readonly ZoneStretch[]): Interval[] {
  const civil = day * 86_400;
  return stretches.flatMap(({ from, to, offset }) => {
    const found = {
      from: Math.max(from, civil + window.from * 60 - offset),
      to: Math.min(to, civil + window.to * 60 - offset),
    };
    return found.to > found.from ? [found] : [];
  });
}

/**
 * Compiles a calendar over the civil days `fromDay` to before `toDay` (`YYYY-MM-DD`), once, so that the questions below
 * cost two binary searches. A moment is service time where the clock of the edition's zone shows a time inside a window
 * of that day: an hour skipped in spring is not there, one shown twice in autumn counts twice. The stretch begins and
 * ends with the days of the first and of the last edition's zone. Throws RangeError for a zone or a day that is none.
 */
export function compileServiceTime(calendar: ServiceCalendar, fromDay: string, toDay: string): ServiceTime {
  const [first, last] = [dayNumber(fromDay), dayNumber(toDay)];
  const zones = new Map<string, { readonly all: readonly ZoneStretch[]; at: number }>();
  const stretchesOf = (timeZone: string) => {
    const zone = zones.get(timeZone) ?? { all: zoneStretches(timeZone, first, last), at: 0 };
    zones.set(timeZone, zone);
    return zone;
  };
  const windows: Interval[] = [];
  for (const { day, edition, windows: hours } of daysOf(calendar, first, last)) {
    if (edition === null || hours.length === 0) continue;
    const zone = stretchesOf(edition.timeZone);
    // Days come in order, and no zone is more than a day off UTC: what ended before that is done with.
    while ((zone.all[zone.at]?.to ?? Infinity) <= (day - 2) * 86_400) zone.at++;
    const near = zone.all.slice(zone.at, zone.at + 4);
    for (const window of hours) windows.push(...instantsOf(day, window, near));
  }
  const zoneAt = (at: number) => calendar.editions.at(at)?.timeZone ?? "UTC";
  const midnight = (day: number, timeZone: string): number => {
    const there = stretchesOf(timeZone).all.find(({ to, offset }) => day * 86_400 - offset < to);
    return there ? Math.max(there.from, day * 86_400 - there.offset) : day * 86_400;
  };
  return compiled(uniteIntervals(windows), midnight(first, zoneAt(0)), midnight(last, zoneAt(-1)));
}

function compiled(windows: readonly Interval[], start: number, end: number): ServiceTime {
  const from = Float64Array.from(windows, (window) => window.from);
  const to = Float64Array.from(windows, (window) => window.to);
  const before = new Float64Array(windows.length);
  for (let at = 1; at < windows.length; at++) {
    before[at] = (before[at - 1] ?? 0) + (to[at - 1] ?? 0) - (from[at - 1] ?? 0);
  }
  return { from, to, before, start: Math.min(start, from[0] ?? start), end: Math.max(end, to.at(-1) ?? end) };
}

/** The last place in sorted `values` that is at most `value`; −1 where there is none. */
function lastAtMost(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Service seconds from the stretch's start up to `instant`. */
function upTo(time: ServiceTime, instant: number): number {
  const at = lastAtMost(time.from, instant);
  if (at < 0) return 0;
  const from = time.from[at] as number;
  const to = time.to[at] as number;
  return (time.before[at] as number) + (instant < to ? instant : to) - from;
}

/**
 * Service seconds from `from` until before `to` (epoch seconds); 0 where `to` is not after `from`. Throws RangeError
 * where they lie outside the stretch compiled: what was not looked at is not answered as closed.
 */
export function serviceSeconds(time: ServiceTime, from: number, to: number): number {
  if (to <= from) return 0;
  if (from < time.start || to > time.end) throw new RangeError("service time was not compiled for this stretch");
  return upTo(time, to) - upTo(time, from);
}

/** As `serviceSeconds`, without what falls into pauses; pauses are united first, so that none counts twice. */
export function serviceSecondsWithout(
  time: ServiceTime,
  from: number,
  to: number,
  pauses: readonly Interval[],
): number {
  let seconds = serviceSeconds(time, from, to);
  for (const pause of uniteIntervals(pauses)) {
    seconds -= serviceSeconds(time, Math.max(from, pause.from), Math.min(to, pause.to));
  }
  return seconds;
}

/** The first instant at or after `from` by which `seconds` (above 0) of service have passed; null when not in the stretch. */
function reached(time: ServiceTime, from: number, seconds: number): number | null {
  const wanted = upTo(time, from) + seconds;
  // The last window that begins before the wanted second is reached: the end of one, not the start of the next.
  let at = lastAtMost(time.before, wanted);
  while (at > 0 && time.before[at] === wanted) at--;
  if (at < 0) return null;
  const instant = (time.from[at] as number) + wanted - (time.before[at] as number);
  return instant <= (time.to[at] as number) ? instant : null;
}

/**
 * The first instant by which `seconds` of service time have passed since `from`, pauses not counted: the due time. An
 * hour from 16:00 is the 17:00 at which the service closes, not the morning after. Null where that lies beyond the
 * stretch compiled. Throws RangeError where `from` lies outside it.
 */
export function afterServiceSeconds(
  time: ServiceTime,
  from: number,
  seconds: number,
  pauses: readonly Interval[] = [],
): number | null {
  if (from < time.start || from > time.end) throw new RangeError("service time was not compiled for this stretch");
  let [at, left] = [from, seconds];
  if (left <= 0) return from;
  for (const pause of uniteIntervals(pauses)) {
    if (pause.to <= at) continue;
    const free = serviceSeconds(time, at, Math.min(pause.from, time.end));
    if (free >= left) break;
    left -= free;
    at = pause.to;
    if (at > time.end) return null;
  }
  return reached(time, at, left);
}
