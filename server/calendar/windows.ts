import { addDays } from "../../schema/calendar/civil-day.ts";
import { compileServiceTime, type ServiceTime } from "../../schema/calendar/service-time.ts";
import type { Sql } from "../store/store.ts";
import { loadCalendars } from "./calendars.ts";

/** Since when windows are kept: nothing before is measured. */
export const WINDOWS_FROM = "2000-01-01";

/** A calendar whose service time is another than it was. */
export interface ChangedTime {
  readonly calendarId: string;
  /** The first instant from which it differs, epoch seconds. */
  readonly from: number;
}

interface Kept {
  readonly from: readonly number[] | null;
  readonly to: readonly number[] | null;
}

/** Until which day windows are kept: two years from now at the least, in steps of a year so that it seldom moves. */
async function windowsTo(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ year: number }>(`select extract(year from now())::int + 3 as year`);
  return `${row?.year ?? 0}-01-01`;
}

/** Where two sorted lists of windows first part: place and instant; null where they are alike. */
function parting(kept: Kept, time: ServiceTime): { readonly at: number; readonly instant: number } | null {
  const [from, to] = [kept.from ?? [], kept.to ?? []];
  const many = Math.max(from.length, time.from.length);
  for (let at = 0; at < many; at++) {
    const [was, is] = [from[at] ?? Infinity, time.from[at] ?? Infinity];
    if (was !== is) return { at, instant: Math.min(was, is) };
    const [wasTo, isTo] = [to[at] ?? Infinity, time.to[at] ?? Infinity];
    if (wasTo !== isTo) return { at, instant: Math.min(wasTo, isTo) };
  }
  return null;
}

/**
 * Works the windows of these calendars out anew and writes what differs; gives the calendars that do, and from when,
 * and notes them in service_time_change for figures to be recomputed.
 * To be called in the transaction that changed them, or that finds them missing.
 */
export async function rebuildWindows(
  sql: Sql,
  institutionId: string,
  calendarIds: readonly string[],
): Promise<readonly ChangedTime[]> {
  if (calendarIds.length === 0) return [];
  // Of two writes that change one calendar, the later sees what the earlier did.
  await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 5))", [institutionId]);
  const calendars = await loadCalendars(sql, institutionId);
  const until = await windowsTo(sql);
  const changed: ChangedTime[] = [];
  for (const calendarId of new Set(calendarIds)) {
    const calendar = calendars.get(calendarId);
    if (!calendar) continue;
    const time = compileServiceTime(calendar, WINDOWS_FROM, until);
    const [kept] = await sql.query<Kept>(
      `select json_agg(extract(epoch from from_)::bigint order by from_) as from,
              json_agg(extract(epoch from to_)::bigint order by from_) as to
       from service_window where calendar_id = $1`,
      [calendarId],
    );
    const part = parting(kept ?? { from: null, to: null }, time);
    if (!part) continue;
    changed.push({ calendarId, from: part.instant });
    await sql.query(
      "insert into service_time_change (institution_id, calendar_id, from_) values ($1, $2, to_timestamp($3::bigint))",
      [institutionId, calendarId, part.instant],
    );
    await sql.query("delete from service_window where calendar_id = $1 and from_ >= to_timestamp($2::bigint)", [
      calendarId,
      kept?.from?.[part.at] ?? time.from[part.at] ?? 0,
    ]);
    await sql.query(
      `insert into service_window (calendar_id, institution_id, from_, to_, before_)
       select $1::uuid, $2::uuid, to_timestamp(f), to_timestamp(t), b
       from unnest($3::bigint[], $4::bigint[], $5::bigint[]) as w(f, t, b)`,
      [calendarId, institutionId, ...[time.from, time.to, time.before].map((all) => [...all.subarray(part.at)])],
    );
  }
  return changed;
}

/** Brings windows up that are missing or end within two years; to be called at start and daily. */
export async function extendWindows(sql: Sql): Promise<readonly ChangedTime[]> {
  const until = await windowsTo(sql);
  const due = await sql.query<{ institution: string; ids: string[] }>(
    `select c.institution_id as institution, array_agg(c.id::text) as ids from calendar c
     where exists (select from calendar_edition e where e.calendar = c.id and e.state = 'CURRENT'
                   and (e.valid_to is null or e.valid_to >= $1::date))
       and not exists (select from service_window w where w.calendar_id = c.id and w.to_ >= $1::date)
     group by 1`,
    [addDays(until, -14)],
  );
  const changed: ChangedTime[] = [];
  for (const { institution, ids } of due) changed.push(...(await rebuildWindows(sql, institution, ids)));
  return changed;
}
