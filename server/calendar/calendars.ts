import type {
  CalendarEdition,
  CalendarException,
  HolidaySet,
  ServiceCalendar,
} from "../../schema/calendar/calendar.ts";
import { readHours } from "../../schema/calendar/hours.ts";
import { STATE_WORKING_DAYS } from "../../schema/calendar/working-days.ts";
import { WEEKDAY_COLUMNS } from "../../schema/registers/calendar-editions.ts";
import { grouped } from "../../schema/registers/grouped.ts";
import type { Sql } from "../store/store.ts";
import { settingsOf } from "../sync/moment.ts";

interface EditionRow {
  readonly calendar: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly timeZone: string | null;
  readonly week: readonly (string | null)[];
  readonly holidays: HolidaySet;
  readonly movedDays: boolean | null;
  readonly shortDays: boolean | null;
}
interface DayRow {
  readonly calendar: string | null;
  readonly day: string;
  readonly hours: string | null;
  readonly why: string;
}

/** Under which exceptions of all calendars stand. */
const EVERY = "";

/** Hours stood up to being read when they were entered; what got by is closed. */
const windowsOf = (hours: string | null) => readHours(hours) ?? [];

/** Every exception of the institution with the calendar that it is of; null of all. */
async function exceptionsOf(
  sql: Sql,
  institutionId: string,
): Promise<readonly (CalendarException & Pick<DayRow, "calendar">)[]> {
  const days = await sql.query<DayRow>(
    `select calendar, to_char(day, 'YYYY-MM-DD') as day, hours, why
     from calendar_day where institution_id = $1 and state = 'CURRENT' order by day, id`,
    [institutionId],
  );
  return days.map(({ calendar, day, hours, why }) => {
    return { calendar, day, why, windows: windowsOf(hours), own: calendar !== null };
  });
}

/**
 * The institution's calendars by id, each with the editions and exceptions that were not taken back; ended ones too,
 * for what was measured by them stays. An edition without a zone of its own is in the institution's.
 */
export async function loadCalendars(sql: Sql, institutionId: string): Promise<ReadonlyMap<string, ServiceCalendar>> {
  const { timeZone: usual } = await settingsOf(sql, institutionId);
  const calendars = await sql.query<{ id: string }>("select id from calendar where institution_id = $1 order by code", [
    institutionId,
  ]);
  const editions = await sql.query<EditionRow>(
    `select calendar, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_to, 'YYYY-MM-DD') as "validTo",
            time_zone as "timeZone", json_build_array(${WEEKDAY_COLUMNS.join(", ")}) as week, holidays,
            moved_days as "movedDays", short_days as "shortDays"
     from calendar_edition where institution_id = $1 and state = 'CURRENT' order by valid_from, id`,
    [institutionId],
  );
  const days = await exceptionsOf(sql, institutionId);
  const editionsOf = grouped(editions, ({ calendar }) => calendar);
  const daysOf = grouped(days, ({ calendar }) => calendar ?? EVERY);
  const edition = (row: EditionRow): CalendarEdition => ({
    validFrom: row.validFrom,
    validTo: row.validTo,
    timeZone: row.timeZone ?? usual,
    week: row.week.map(windowsOf),
    holidays: row.holidays,
    movedDays: row.movedDays === true,
    shortDays: row.shortDays === true,
  });
  return new Map(
    calendars.map(({ id }) => [
      id,
      {
        editions: (editionsOf.get(id) ?? []).map(edition),
        exceptions: [...(daysOf.get(EVERY) ?? []), ...(daysOf.get(id) ?? [])],
      },
    ]),
  );
}

/**
 * The calendar whose open days are the institution's working days: the one that it marked as such, else the law's with
 * the exceptions that the institution set for all of its calendars.
 */
export async function workingDaysOf(sql: Sql, institutionId: string): Promise<ServiceCalendar> {
  const [marked] = await sql.query<{ id: string }>(
    "select id from calendar where institution_id = $1 and working_days and state = 'CURRENT' limit 1",
    [institutionId],
  );
  const own = marked && (await loadCalendars(sql, institutionId)).get(marked.id);
  if (own) return own;
  return { ...STATE_WORKING_DAYS, exceptions: (await exceptionsOf(sql, institutionId)).filter(({ own: its }) => !its) };
}
