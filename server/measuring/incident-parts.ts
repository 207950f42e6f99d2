import type { Sql } from "../store/store.ts";
import type { Framed } from "./frame.ts";
import { put, putSums } from "./put.ts";

/** Measures counted from `m_incident`, by subject and for the institution. */
export async function putIncidentParts(sql: Sql, frame: Framed): Promise<void> {
  const last = frame.days.length;
  // A month in which a service was used and nothing happened has no incidents, which is a figure too.
  await put(
    sql,
    frame,
    "DETECTED",
    `select s.kind, c.subject as scope, c.p, array[sum(n), 1, sum(n), sum(m), 1, sum(m), sum(ro), sum(rc), sum(rc), sum(ao), sum(ac), sum(ac)]::float8[] as parts
     from (select subject, pd as p, count(*) as n, count(*) filter (where major) as m, coalesce(sum(restore_ok), 0) as ro, count(restore_ok) as rc,
                  coalesce(sum(react_ok), 0) as ao, count(react_ok) as ac
           from m_incident group by 1, 2
           union all
           select s.id, q.p, 0, 0, 0, 0, 0, 0 from m_subject s join m_period q on s.b < q.e and s.e > q.f) c
     join m_subject s on s.id = c.subject group by 1, 2, 3`,
  );
  await putSums(sql, frame, "DETECTED");
  await put(
    sql,
    frame,
    "RESTORED",
    `select s.kind, c.* from (
       select subject as scope, p, array[s, n, n, clock, spread[1], spread[2]]::float8[] as parts
       from (select subject, pr as p, sum(s) as s, count(*) as n, sum(clock) as clock, percentile_cont(array[0.5, 0.9]) within group (order by s) as spread
             from m_incident where s is not null group by 1, 2) x) c
     join m_subject s on s.id = c.scope`,
  );
  await putSums(sql, frame, "RESTORED");
  await put(
    sql,
    frame,
    "RESOLVED",
    `select s.kind, c.* from (
       select subject as scope, p, array[a, n, n, b, n, n, c, n, n]::float8[] as parts
       from (select subject, pz as p, count(*) as n, count(*) filter (where reopened) as a, count(*) filter (where first_line) as b,
                    count(*) filter (where known) as c
             from m_incident where ended is not null group by 1, 2) x) c
     join m_subject s on s.id = c.scope`,
  );
  await putSums(sql, frame, "RESOLVED");
  await put(
    sql,
    frame,
    "OPEN",
    `select s.kind, c.* from (
       select i.subject as scope, q.p, array[sum(q.e - i.det), count(*), count(*)]::float8[] as parts
       from m_incident i
       cross join lateral generate_series(greatest(i.pd, 1), case when i.ended is null then ${last} else i.pz - 1 end) g(p)
       join m_period q on q.p = g.p
       where (i.ended is null or i.pz > i.pd) and i.det < q.e and (i.ended is null or i.ended >= q.e)
       group by 1, 2) c
     join m_subject s on s.id = c.scope`,
  );
  await putSums(sql, frame, "OPEN");
}

const OVERDUE_DAYS = 30;

/** Workarounds: how many were applied until the end of each period, and how many of them are old and without a fix. */
export async function putWorkarounds(sql: Sql, frame: Framed): Promise<void> {
  const { institutionId, zone, asOf, bounds, days, only } = frame;
  const at = (instant: string) => `greatest(1, width_bucket(${instant}, array[${bounds.join(",")}]::float8[]))`;
  await put(
    sql,
    frame,
    "WORKAROUNDS",
    `with workaround as materialized (
       select i.subject, date_part('epoch', i.restored_at) as applied,
              date_part('epoch', (i.restored_at at time zone '${zone}' + interval '${OVERDUE_DAYS} days') at time zone '${zone}') as old,
              case when pr.state in ('RESOLVED', 'CLOSED') then date_part('epoch', pr.resolved_at) end as fixed
       from incident i left join problem pr on pr.id = i.problem
       where ${only ? "i.subject in (select scope from m_wanted where part = 'WORKAROUNDS')" : `i.institution_id = '${institutionId}'`}
         and i.resolution = 'WORKAROUND' and i.state in ('RESOLVED', 'CLOSED') and i.restored_at is not null),
     step as (
       select subject, ${at("applied")} as p, 1 as n, 0 as o from workaround where applied < ${asOf}
       union all select subject, ${at("old")}, 0, 1 from workaround where old < ${asOf} and (fixed is null or fixed > old)
       union all select subject, ${at("fixed")}, 0, -1 from workaround where fixed < ${asOf} and fixed > old and old < ${asOf}),
     change as (select subject, p, sum(n) as n, sum(o) as o from step group by 1, 2),
     stock as (
       select x.subject, g.p, sum(c.n) over w as n, sum(c.o) over w as o
       from (select subject, min(p) as first from change group by 1) x
       cross join lateral generate_series(x.first, ${days.length}) g(p)
       left join change c on c.subject = x.subject and c.p = g.p
       window w as (partition by x.subject order by g.p))
     select s.kind, t.subject as scope, t.p, array[t.o, t.n, t.n]::float8[] as parts
     from stock t join m_subject s on s.id = t.subject where t.n > 0`,
  );
  await putSums(sql, frame, "WORKAROUNDS");
}
