import type { Sql } from "../store/store.ts";
import { epoch, table, type Framed } from "./frame.ts";

/** A civil day's beginning in the institution. */
const midnight = (day: string, zone: string): string =>
  `date_part('epoch', ${day}::timestamp at time zone ${literal(zone)})`;
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Agreed levels, and those that were: what a draft says that was given up never held. */
const HELD = `(state = 'AGREED' or (state = 'ENDED' and agreed_with is not null and valid_to is not null)) and valid_from is not null`;
const USED = `stage in ('DELIVERING', 'IMPROVING', 'RETIRED')`;

/**
 * The tables that every computation begins with: `m_period` (p, from_, f, t, e: begin, end, and end up to the moment of
 * computing), `m_level` (agreed levels of a subject from f until t with the calendar and times that hold),
 * `m_subject` (services and resources; in use from b until e), `m_piece` (stretches of a subject's use with one
 * calendar) and `m_day`. Instants are epoch seconds as double precision, in which they are exact and fast.
 */
export async function layGround(sql: Sql, frame: Framed): Promise<number> {
  const { institutionId, zone, asOf, bounds, days } = frame;
  const first = bounds[0] ?? asOf;
  await table(
    sql,
    "m_period",
    `select n::int as p, d as from_, f, t, least(t, ${asOf}) as e
     from unnest($1::date[], $2::float8[], $3::float8[]) with ordinality as x(d, f, t, n)`,
    [days, bounds.slice(0, -1), bounds.slice(1)],
  );
  await table(
    sql,
    "m_level",
    `select l.subject, l.f, least(l.t, lead(l.f) over (partition by l.subject order by l.f, l.id)) as t, coalesce(l.calendar, s.calendar) as cal,
            l.restore, l.react, l.fulfil, l.clock_stops as stops
     from (select id, subject, ${midnight("valid_from", zone)} as f, coalesce(${midnight("valid_to", zone)}, 'Infinity') as t, calendar,
                  array[restore_p1, restore_p2, restore_p3, restore_p4]::float8[] as restore,
                  array[react_p1, react_p2, react_p3, react_p4]::float8[] as react, fulfil::float8 as fulfil, clock_stops
           from service_level where institution_id = $1 and ${HELD}) l
     left join service s on s.id = l.subject where l.f < l.t`,
    [institutionId],
  );
  const began = (table: string, register: string) =>
    `coalesce((select min(l.f) from m_level l where l.subject = ${table}.id),
              (select min(${epoch("x.from_")}) from state_span x where x.row_id = ${table}.id and x.register = '${register}' and x.state = 'DELIVERING'))`;
  await table(
    sql,
    "m_subject",
    `select id, kind, cal, b, e from (
       select id, 'SERVICE' as kind, calendar as cal, coalesce(${epoch("retired_at")}, ${asOf}) as e,
              case when ${USED} then coalesce(${midnight("delivered_since", zone)}, ${began("service", "services")}) end as b
       from service where institution_id = $1
       union all
       select id, 'RESOURCE', null::uuid, coalesce(${epoch("retired_at")}, ${asOf}),
              case when ${USED} then ${began("resource", "resources")} end
       from resource where institution_id = $1) x`,
    [institutionId],
  );
  await table(
    sql,
    "m_piece",
    `with used as (select id, cal, greatest(b, ${first}) as f, e from m_subject where b < e and e > ${first}),
     points as (
       select id, cal, at, lead(at) over (partition by id order by at) as next
       from (select id, cal, f as at from used union select id, cal, e from used
             union select u.id, u.cal, x.at from used u join (select subject, f as at from m_level union all select subject, t from m_level) x
                     on x.subject = u.id and x.at > u.f and x.at < u.e) y)
     select p.id as subject, p.at as f, p.next as t, case when l.subject is null then p.cal else l.cal end as cal
     from points p left join m_level l on l.subject = p.id and l.f <= p.at and l.t > p.at
     where p.next > p.at`,
  );
  return layDays(sql, frame);
}

/**
 * `m_day`: of every calendar in use and every day counted in UTC, the service seconds before it and its windows, so
 * that service time up to any instant costs a hash join (`servedUntil`) instead of a search. Days are no more than
 * buckets here: nothing is reckoned in them. Gives how many windows a day has at most.
 */
async function layDays(sql: Sql, { asOf, since, bounds }: Framed): Promise<number> {
  const [first, last] = [bucket(since) - 1, bucket(bounds.at(-1) ?? asOf) + 2];
  await table(
    sql,
    "m_window",
    `select calendar_id as cal, d as day, array_agg(f order by f) as fs, array_agg(t order by f) as ts, sum(t - f) as s
     from (select w.calendar_id, d, greatest(${epoch("w.from_")}, d * ${BUCKET}::float8) as f, least(${epoch("w.to_")}, (d + 1) * ${BUCKET}::float8) as t
           from service_window w
           cross join lateral generate_series(
             greatest(floor(${epoch("w.from_")} / ${BUCKET}), ${first})::int, least(ceil(${epoch("w.to_")} / ${BUCKET}) - 1, ${last})::int) d
           where w.calendar_id in (select cal from m_subject union select cal from m_level)
             and w.to_ > to_timestamp(${first * BUCKET}) and w.from_ < to_timestamp(${(last + 1) * BUCKET})) x
     group by 1, 2`,
  );
  const [most] = await sql.query<{ n: number | null }>("select max(cardinality(fs)) as n from m_window");
  const windows = most?.n ?? 0;
  const columns = Array.from({ length: windows }, (_, at) => `, x.fs[${at + 1}] as f${at}, x.ts[${at + 1}] as t${at}`);
  await table(
    sql,
    "m_day",
    `select c.cal, d.day, coalesce(sum(x.s) over (partition by c.cal order by d.day rows between unbounded preceding and 1 preceding), 0) as before_${columns.join("")}
     from (select cal from m_subject union select cal from m_level) c
     cross join generate_series(${first}, ${last}) d(day)
     left join m_window x on x.cal = c.cal and x.day = d.day
     where c.cal is not null`,
  );
  return windows;
}

const BUCKET = 86_400;
const bucket = (instant: number): number => Math.floor(instant / BUCKET);

/** SQL that joins the day of an instant; to be used with {@link servedUntil}. */
export const dayOf = (alias: string, cal: string, instant: string): string =>
  `left join m_day ${alias} on ${alias}.cal = ${cal} and ${alias}.day = floor((${instant}) / ${BUCKET})::int`;

/** Service seconds up to an instant since a beginning that is the calendar's own; without a calendar all seconds serve. */
export const servedUntil = (alias: string, cal: string, instant: string, windows: number): string => {
  const passed = Array.from(
    { length: windows },
    (_, at) => `+ greatest(0, least(${instant}, ${alias}.t${at}) - ${alias}.f${at})`,
  );
  return `case when ${cal} is null then ${instant} else ${alias}.before_ ${passed.join(" ")} end`;
};
