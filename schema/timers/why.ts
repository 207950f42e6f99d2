import type { ServiceCalendar } from "../calendar/calendar.ts";
import { dayNumber, dayText } from "../calendar/civil-day.ts";
import { type DayKind, daysOf } from "../calendar/days.ts";
import { type Interval, serviceSeconds, type ServiceTime } from "../calendar/service-time.ts";
import { dayOf } from "../registers/instants.ts";
import type { Words } from "../registers/words.ts";

/** A pause and for whom the row waited, in words. */
export interface Pause extends Interval {
  readonly forWhom: Words;
}

/** A stretch of a timer: counted, or why it was not. */
export interface TimerPiece extends Interval {
  readonly kind: "COUNTED" | "PAUSED" | "CLOSED";
  /** Service seconds that count; 0 of a pause and of closed time. */
  readonly counted: number;
  readonly why: Words;
}

const COUNTED: Words = { lv: "Pakalpojuma laiks, skaitās", en: "Service time, counted" };
const CLOSED: Words = { lv: "Ārpus darba laika", en: "Outside service hours" };

/** Kinds of days whose name tells why it was closed. */
const NAMED: readonly DayKind[] = ["HOLIDAY", "DAY_OFF", "MOVED_OFF", "EXCEPTION_CLOSED"];
/** More days than this are not told one by one. */
const MOST_NAMES = 4;

const numbered = (day: number): string => {
  const [, month, date] = dayText(day).split("-");
  return `${date}.${month}.`;
};

/** Why a stretch is closed: the days in it that have a reason of their own, by name. */
function closedWords(calendar: ServiceCalendar, { from, to }: Interval, timeZone: string): Words {
  const day = (instant: number) => dayNumber(dayOf(new Date(instant * 1000).toISOString(), timeZone));
  const told = [...daysOf(calendar, day(from), day(to - 1) + 1)].filter(({ kind }) => NAMED.includes(kind));
  if (told.length === 0) return CLOSED;
  const names = (language: keyof Words) =>
    told
      .slice(0, MOST_NAMES)
      .map(({ day: at, kind, name, other }) =>
        kind === "MOVED_OFF" && other !== null
          ? `${numbered(at)} ${language === "lv" ? "darba diena pārcelta uz" : "working day moved to"} ${numbered(dayNumber(other))}`
          : `${numbered(at)} ${name?.[language] ?? ""}`,
      )
      .join("; ") + (told.length > MOST_NAMES ? " …" : "");
  return { lv: `${CLOSED.lv}: ${names("lv")}`, en: `${CLOSED.en}: ${names("en")}` };
}

/** Windows of service time that a stretch touches, cut to it. */
function* windowsIn(time: ServiceTime, { from, to }: Interval): Generator<Interval> {
  for (let at = 0; at < time.from.length; at++) {
    const window = { from: Math.max(from, time.from[at] ?? 0), to: Math.min(to, time.to[at] ?? 0) };
    if ((time.from[at] ?? 0) >= to) return;
    if (window.to > window.from) yield window;
  }
}

/**
 * Every stretch from `from` to before `to`, in order and without gaps: what counted, what did not and why. Service time
 * within pauses is paused, the rest of them closed like any other; of pauses that overlap the first one's words count.
 */
export function explain(
  calendar: ServiceCalendar,
  time: ServiceTime,
  { from, to }: Interval,
  pauses: readonly Pause[],
  timeZone: string,
): readonly TimerPiece[] {
  const pieces: TimerPiece[] = [];
  const sorted = pauses.toSorted((one, other) => one.from - other.from);
  let at = from;
  const add = (kind: TimerPiece["kind"], until: number, why: Words) => {
    if (until <= at) return;
    const counted = kind === "COUNTED" ? serviceSeconds(time, at, until) : 0;
    pieces.push({ kind, from: at, to: until, counted, why });
    at = until;
  };
  for (const window of windowsIn(time, { from, to })) {
    if (window.from > at) add("CLOSED", window.from, closedWords(calendar, { from: at, to: window.from }, timeZone));
    for (const pause of sorted) {
      if (pause.to <= at || pause.from >= window.to) continue;
      add("COUNTED", Math.max(at, pause.from), COUNTED);
      add("PAUSED", Math.min(window.to, pause.to), pause.forWhom);
    }
    add("COUNTED", window.to, COUNTED);
  }
  if (at < to) add("CLOSED", to, closedWords(calendar, { from: at, to }, timeZone));
  return pieces;
}
