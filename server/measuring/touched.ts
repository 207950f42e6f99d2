import { PART_KEYS } from "./parts.ts";
import type { Sql } from "../store/store.ts";
import { touched, touchedRows, UPWARDS } from "./touched-rows.ts";
import { periodNumber, table, type Framed } from "./frame.ts";
import { literal } from "./ground.ts";

/**
 * `m_told (register, row_id, col, val)`: what the log tells of rows changed since transaction `feed`, before and
 * after, cell by cell. The log is written with every change and by nothing else, so no writer can forget to mark what
 * it touched, and a write costs nothing more.
 */
export async function gatherTold(sql: Sql, institutionId: string, feed: string): Promise<number> {
  await table(
    sql,
    "m_told",
    `select e.register, e.row_id, c.key as col, v.val
     from event e cross join lateral json_each(e.changes) c
     cross join lateral (
       select case when json_typeof(c.value) in ('array', 'object') then c.value::text else c.value #>> '{}' end as val where e.kind = 'CREATE'
       union all
       select case when json_typeof(x) in ('array', 'object') then x::text else x #>> '{}' end
       from json_array_elements(case when e.kind <> 'CREATE' and json_typeof(c.value) = 'array' then c.value else '[]' end) x) v
     where e.feed >= $1::bigint and e.institution_id = $2`,
    [feed, institutionId],
  );
  const [told] = await sql.query<{ n: number }>("select count(*)::int as n from m_told");
  return told?.n ?? 0;
}

/** `m_wanted (part, scope, p)`: figures that the rows in `m_told` touch, as they were and as they are. Needs `m_edge` and `m_subject`. */
export async function wantTouched(sql: Sql, frame: Framed): Promise<void> {
  await table(sql, "m_touched", touched());
  await table(sql, "m_up", UPWARDS);
  await sql.query("drop table if exists m_wanted");
  await sql.query("create temporary table m_wanted (part text, scope uuid, p int) on commit drop");
  for (const select of touchedRows(frame)) await sql.query(`insert into m_wanted ${select}`);
}

/** Adds what depends on the moment of computing, which moved on from `before` (epoch seconds), and periods that have begun since. */
export async function wantMoved(sql: Sql, frame: Framed, before: number): Promise<void> {
  const { institutionId, asOf } = frame;
  const scopes = `(select id from m_subject union all select ${literal(institutionId)}::uuid) s`;
  const late = 100 * 86_400;
  await sql.query(
    `insert into m_wanted
     select part, s.id, q.p from ${scopes} cross join unnest(array['DETECTED', 'OPEN', 'WORKAROUNDS', 'OUTAGES', 'KNOWLEDGE', 'RESOURCES']) part
     join m_period q on q.t > ${before}
     union all
     select part, s.id, q.p from ${scopes} cross join unnest(array[${PART_KEYS.map((part) => `'${part}'`).join(", ")}]) part
     join m_period q on q.f > ${before}
     union all
     select part, s.id, q.p from ${scopes} cross join unnest(array['CHANGES', 'PROBLEMS']) part join m_period q on q.t > ${before - late}
     union all
     select 'DETECTED', i.subject, ${periodNumber(frame, "date_part('epoch', i.detected_at)")} from incident i
     where i.institution_id = ${literal(institutionId)} and i.state <> 'CANCELLED' and i.detected_at < to_timestamp(${asOf})
       and (i.resolved_at is null or i.resolved_at - coalesce(i.occurred_at, i.detected_at) > interval '31 days')
       and (i.restored_at is null or i.reacted_at is null)`,
  );
}

/** Adds subjects whose calendars count otherwise since then; `m_retimed` has the notes that told of it. */
export async function wantRetimed(sql: Sql, frame: Framed): Promise<void> {
  await table(
    sql,
    "m_retimed",
    "select id, calendar_id as cal, date_part('epoch', from_) as f from service_time_change where institution_id = $1",
    [frame.institutionId],
  );
  await sql.query(
    `insert into m_wanted
     select part, s.subject, q.p
     from m_retimed r join (select id as subject, cal from m_subject union select subject, cal from m_level) s using (cal)
     join m_period q on q.t > r.f - 32 * 86400 cross join unnest(array['DETECTED', 'RESTORED', 'OUTAGES', 'REQUESTS']) part
     union all
     select 'CHANGES', s.id, q.p from m_subject s cross join m_period q where exists (select from m_retimed)`,
  );
}

/** Leaves each wanted figure once, with the institution's of the same part and period, and nothing outside the frame. */
export async function settleWanted(sql: Sql, { institutionId, days }: Framed): Promise<number> {
  await table(
    sql,
    "m_settled",
    `select distinct part, scope, p from (
       select * from m_wanted union all select distinct part, ${literal(institutionId)}::uuid, p from m_wanted) w
     where p between 1 and ${days.length} and scope is not null`,
  );
  await sql.query("drop table m_wanted");
  await sql.query("alter table m_settled rename to m_wanted");
  const [wanted] = await sql.query<{ n: number }>("select count(*)::int as n from m_wanted");
  return wanted?.n ?? 0;
}
