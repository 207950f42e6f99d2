import type { Sql } from "../store/store.ts";
import { type ChangedTime, rebuildWindows } from "./windows.ts";

/** Calendars that rows of a register bear on; a row that names none bears on all of the institution's. */
const CALENDARS_OF: Readonly<Record<string, string>> = {
  calendars: "select id::text as id from calendar where id = any($2::uuid[]) and institution_id = $1",
  calendarEditions:
    "select calendar::text as id from calendar_edition where id = any($2::uuid[]) and institution_id = $1",
  calendarDays: `select c.id::text as id from calendar_day d join calendar c
                   on c.institution_id = d.institution_id and (d.calendar is null or c.id = d.calendar)
                 where d.id = any($2::uuid[]) and d.institution_id = $1`,
};

/** Whether windows of service time hang on rows of this register. */
export const bearsOnWindows = (register: string): boolean => Object.hasOwn(CALENDARS_OF, register);

/**
 * After rows of a register were written, in the same transaction: brings the windows of the calendars that they bear on
 * up to date. Gives the calendars whose service time changed, and from when, so that figures resting on it are
 * recomputed. Rows of other registers change nothing.
 */
export async function keepWindows(
  sql: Sql,
  institutionId: string,
  register: string,
  rowIds: readonly string[],
): Promise<readonly ChangedTime[]> {
  const select = CALENDARS_OF[register];
  if (select === undefined || rowIds.length === 0) return [];
  const found = await sql.query<{ id: string }>(select, [institutionId, rowIds]);
  return rebuildWindows(
    sql,
    institutionId,
    found.map(({ id }) => id),
  );
}
