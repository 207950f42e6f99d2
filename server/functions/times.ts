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

const problem = (given: FunctionProblem): FigureAnswer => ({ problem: given });

/** The calendar of an ask, with the zone for what is outside its editions. */
interface Clock {
  readonly calendar: ServiceCalendar;
  readonly zone: string;
}

/**
 * Answers WORKTIME and DUE: service time by the institution's calendars as they stand, in the zone of the edition that
 * holds on the day; without a calendar 24×7 in the institution's zone. `lastDay` is how far calendars reach.
 */
export async function answerTimes(
  sql: Sql,
  actor: Actor,
  asks: readonly FigureAsk[],
  { zone, lastDay }: { readonly zone: string; readonly lastDay: string },
): Promise<readonly FigureAnswer[]> {
  const named = asks.flatMap(({ name }) => (name === "" ? [] : [name]));
  const calendarOf = await lookUpNames(sql, actor, "calendars", named, "UNKNOWN_CALENDAR");
  const calendars = named.length === 0 ? null : await loadCalendars(sql, actor.institutionId);
  const compiled = new Map<ServiceCalendar, ServiceTime>();
  const timeOf = (calendar: ServiceCalendar): ServiceTime => {
    const time = compiled.get(calendar) ?? compileServiceTime(calendar, addDays(FIRST_DAY, -1), addDays(lastDay, 2));
    compiled.set(calendar, time);
    return time;
  };
  return asks.map((ask) => {
    const found = ask.name === "" ? null : calendarOf(ask.name);
    if (found && "problem" in found) return problem(found.problem);
    const calendar = found ? calendars?.get(found.row.id) : ALWAYS;
    const clock: Clock = { calendar: calendar ?? { editions: [], exceptions: [] }, zone };
    return ask.function === "DUE" ? due(ask, clock, timeOf, lastDay) : worktime(ask, clock, timeOf, lastDay);
  });
}

type TimeOf = (calendar: ServiceCalendar) => ServiceTime;

function worktime({ from, to }: FigureAsk, clock: Clock, timeOf: TimeOf, lastDay: string): FigureAnswer {
  const [start, end] = [secondsOf(from, clock), secondsOf(to, clock)];
  if (start === null || end === null)
    return problem({ code: "UNREADABLE_TIME", name: (start === null ? from : to) ?? "" });
  if (end < start) return problem({ code: "ENDS_BEFORE" });
  if (!within(start, clock, lastDay) || !within(end, clock, lastDay)) return problem({ code: "OUT_OF_CALENDAR" });
  return { value: serviceSeconds(timeOf(clock.calendar), start, end) / 60 };
}

function due({ from, minutes = 0 }: FigureAsk, clock: Clock, timeOf: TimeOf, lastDay: string): FigureAnswer {
  const start = secondsOf(from, clock);
  if (start === null) return problem({ code: "UNREADABLE_TIME", name: from ?? "" });
  if (minutes < 0) return problem({ code: "NOT_NEGATIVE" });
  if (!within(start, clock, lastDay)) return problem({ code: "OUT_OF_CALENDAR" });
  const end = afterServiceSeconds(timeOf(clock.calendar), start, Math.round(minutes * 60));
  if (end === null || !within(end, clock, lastDay)) return problem({ code: "OUT_OF_CALENDAR" });
  const instant = instantOf(end);
  return { value: instantToCivil(instant, zoneOn(dayOf(instant, clock.zone), clock)) };
}

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
