import type { Actor } from "../../schema/api/context.ts";
import { ALWAYS } from "../../schema/calendar/always.ts";
import type { ServiceCalendar } from "../../schema/calendar/calendar.ts";
import { addDays } from "../../schema/calendar/civil-day.ts";
import {
  afterServiceSeconds,
  compileServiceTime,
  serviceSeconds,
  type ServiceTime,
} from "../../schema/calendar/service-time.ts";
import type { FigureAnswer, FigureAsk } from "../../schema/functions/asks.ts";
import type { FunctionProblem } from "../../schema/functions/problems.ts";
import { civilToInstant, dayOf, instantToCivil } from "../../schema/registers/instants.ts";
import { loadCalendars } from "../calendar/calendars.ts";
import type { Sql } from "../store/store.ts";
import { lookUpNames } from "./names.ts";

/** No calendar is asked about what lies before. */
const FIRST_DAY = "2000-01-01";

/** So far ahead is looked for a due time at first; most are nearer, and a calendar compiled for decades takes its time. */
const SOON = 400;

/** The calendar of an ask, with the zone for what is outside its editions. */
interface Clock {
  readonly calendar: ServiceCalendar;
  readonly zone: string;
}
/** What an ask means on its calendar, in epoch seconds. */
interface Question extends Clock {
  readonly start: number;
  /** Null where it is looked for. */
  readonly end: number | null;
  readonly seconds: number;
}
/** How far calendars reach, `YYYY-MM-DD`, and the institution's zone. */
export interface Reach {
  readonly zone: string;
  readonly lastDay: string;
}

/**
 * Answers WORKTIME and DUE: service time by the institution's calendars as they stand, in the zone of the edition that
 * holds on the day; without a calendar 24×7 in the institution's zone.
 */
export async function answerTimes(
  sql: Sql,
  actor: Actor,
  asks: readonly FigureAsk[],
  reach: Reach,
): Promise<readonly FigureAnswer[]> {
  const named = asks.flatMap(({ name }) => (name === "" ? [] : [name]));
  const calendarOf = await lookUpNames(sql, actor, "calendars", named, "UNKNOWN_CALENDAR");
  const calendars = named.length === 0 ? null : await loadCalendars(sql, actor.institutionId);
  const questions = asks.map((ask): Question | FunctionProblem => {
    const found = ask.name === "" ? null : calendarOf(ask.name);
    if (found && "problem" in found) return found.problem;
    const calendar = found ? (calendars?.get(found.row.id) ?? NEVER) : ALWAYS;
    return read(ask, { calendar, zone: reach.zone }, reach.lastDay);
  });
  const compiled = new Compiled(
    questions.flatMap((one) => ("code" in one ? [] : [one])),
    reach.lastDay,
  );
  return questions.map((one) => ("code" in one ? { problem: one } : answer(one, compiled, reach.lastDay)));
}

const NEVER: ServiceCalendar = { editions: [], exceptions: [] };

function read(
  { function: key, from, to, minutes = 0 }: FigureAsk,
  clock: Clock,
  lastDay: string,
): Question | FunctionProblem {
  const start = secondsOf(from, clock);
  const end = key === "DUE" ? null : secondsOf(to, clock);
  if (start === null) return { code: "UNREADABLE_TIME", name: from ?? "" };
  if (key !== "DUE" && end === null) return { code: "UNREADABLE_TIME", name: to ?? "" };
  if (end !== null && end < start) return { code: "ENDS_BEFORE" };
  if (minutes < 0) return { code: "NOT_NEGATIVE" };
  if (!within(start, clock, lastDay) || !within(end ?? start, clock, lastDay)) return { code: "OUT_OF_CALENDAR" };
  return { ...clock, start, end, seconds: Math.round(minutes * 60) };
}

function answer(question: Question, compiled: Compiled, lastDay: string): FigureAnswer {
  const { calendar, start, end, seconds } = question;
  if (end !== null) return { value: serviceSeconds(compiled.near(calendar), start, end) / 60 };
  const due =
    afterServiceSeconds(compiled.near(calendar), start, seconds) ??
    afterServiceSeconds(compiled.far(calendar), start, seconds);
  if (due === null || !within(due, question, lastDay)) return { problem: { code: "OUT_OF_CALENDAR" } };
  const instant = instantOf(due);
  return { value: instantToCivil(instant, zoneOn(dayOf(instant, question.zone), question)) };
}

/** Calendars compiled over what is asked of them, each once. */
class Compiled {
  readonly #bounds = new Map<ServiceCalendar, { from: string; to: string }>();
  readonly #near = new Map<ServiceCalendar, ServiceTime>();
  readonly #far = new Map<ServiceCalendar, ServiceTime>();
  readonly #lastDay: string;

  constructor(questions: readonly Question[], lastDay: string) {
    this.#lastDay = lastDay;
    for (const { calendar, start, end } of questions) {
      const from = utcDay(start);
      const to = end === null ? addDays(from, SOON) : utcDay(end);
      const bounds = this.#bounds.get(calendar) ?? { from, to };
      if (from < bounds.from) bounds.from = from;
      if (to > bounds.to) bounds.to = to;
      this.#bounds.set(calendar, bounds);
    }
  }

  /** For all starts, all ends, and due times that are near. */
  near(calendar: ServiceCalendar): ServiceTime {
    return this.#time(this.#near, calendar, this.#bounds.get(calendar)?.to ?? this.#lastDay);
  }
  /** As far as calendars reach. */
  far(calendar: ServiceCalendar): ServiceTime {
    return this.#time(this.#far, calendar, this.#lastDay);
  }

  /** No zone is more than a day off UTC. */
  #time(known: Map<ServiceCalendar, ServiceTime>, calendar: ServiceCalendar, to: string): ServiceTime {
    const { from = FIRST_DAY } = this.#bounds.get(calendar) ?? {};
    const time = known.get(calendar) ?? compileServiceTime(calendar, addDays(from, -1), addDays(to, 2));
    known.set(calendar, time);
    return time;
  }
}

const utcDay = (seconds: number): string => instantOf(seconds).slice(0, 10);
const instantOf = (seconds: number): string => new Date(seconds * 1_000).toISOString();

/** The zone in which the calendar's clock goes on a day. That of 24×7 is nobody's: there the institution's counts. */
function zoneOn(day: string, { calendar, zone }: Clock): string {
  if (calendar === ALWAYS) return zone;
  const edition = calendar.editions.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  );
  return edition?.timeZone ?? zone;
}

/** Epoch seconds of a civil time of the calendar, or of an instant; null when it is neither. */
function secondsOf(text: string | undefined, clock: Clock): number | null {
  if (text === undefined) return null;
  try {
    const instant = text.endsWith("Z") ? text : civilToInstant(text, zoneOn(text.slice(0, 10), clock));
    const seconds = Date.parse(instant) / 1_000;
    return Number.isNaN(seconds) ? null : seconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function within(seconds: number, { zone }: Clock, lastDay: string): boolean {
  const day = dayOf(instantOf(seconds), zone);
  return day >= FIRST_DAY && day <= lastDay;
}
