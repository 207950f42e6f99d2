import type { Sql } from "../store/store.ts";
import { epoch, periodNumber, table, type Framed } from "./frame.ts";
import { dayOf, servedUntil } from "./ground.ts";

/** Measures that are counted from single incidents. */
export const INCIDENT_PARTS = ["DETECTED", "RESTORED", "RESOLVED", "OPEN"] as const;

/** Of the incidents that a wanted period may be about, the ids: those near it, and those that last longer than a month. */
const NEAR = `select i.id from m_near n join incident i on i.subject = n.scope and i.state <> 'CANCELLED'
    and i.detected_at >= to_timestamp(n.f) - interval '32 days' and i.detected_at < to_timestamp(n.t) + interval '32 days'
  union
  select i.id from (select distinct scope from m_near) n join incident i on i.subject = n.scope
   where i.state <> 'CANCELLED' and (i.resolved_at is null or i.resolved_at - coalesce(i.occurred_at, i.detected_at) > interval '31 days')`;

/** `m_ids`: incidents of the subjects and periods in `m_near (scope, f, t)`, which is made from `select`. */
export async function incidentsNear(sql: Sql, select: string): Promise<void> {
  await table(sql, "m_near", select);
  await table(sql, "m_ids", NEAR);
}

/**
 * `m_incident`: of every incident that counts its subject, the periods it was detected, restored and resolved in
 * (`pd`, `pr`, `pz`; null where it was not), seconds of service and by the clock until it was restored, and whether it
 * was restored and reacted to within the agreed time (1, 0, or null where it does not count).
 */
export async function gatherIncidents(sql: Sql, frame: Framed, windows: number): Promise<void> {
  const { institutionId, asOf, only } = frame;
  if (only)
    await incidentsNear(
      sql,
      `select w.scope, min(p.f) as f, max(p.t) as t from m_wanted w join m_period p using (p)
       where w.part in (${INCIDENT_PARTS.map((part) => `'${part}'`).join(", ")}) group by w.scope, w.p`,
    );
  await gatherPauses(sql, frame, windows);
  const level = (alias: string, times: string) => `${alias}.${times}[substr(i.priority, 2)::int] * 60`;
  const taken = (alias: string, instant: string) => servedUntil(alias, "i.told_cal", instant, windows);
  const until = (alias: string, instant: string) => servedUntil(alias, "i.cal", instant, windows);
  await table(
    sql,
    "m_incident",
    `select subject, det, ended, major, reopened, first_line, known, restored is not null as restored,
            ${periodNumber(frame, "det")} as pd, ${periodNumber(frame, "restored")} as pr, ${periodNumber(frame, "ended")} as pz,
            case when restored is not null then served end as s, restored - det as clock,
            case when restore_in is null then null when served > restore_in then 0 when restored is not null then 1 end as restore_ok,
            case when react_in is null or (reacted is null and restored is not null) then null
                 when reaction > react_in then 0 when reacted is not null then 1 end as react_ok
     from (select i.*, ${until("b", "restored_until")} - ${until("a", "det")} - pause as served, ${taken("c", "reacted_until")} - ${taken("d", "told")} as reaction
           from (select i.subject, ${epoch("i.detected_at")} as det, ${epoch("i.restored_at")} as restored, ${epoch("i.reacted_at")} as reacted,
                        case when i.state in ('RESOLVED', 'CLOSED') then ${epoch("coalesce(i.resolved_at, i.closed_at)")} end as ended,
                        i.major is true as major, i.reopened > 0 as reopened, i.resolved_level in ('L0', 'L1') as first_line, i.knowledge <> '{}' as known,
                        case when l.subject is null then s.cal else l.cal end as cal, ${level("l", "restore")} as restore_in,
                        case when k.subject is null then s.cal else k.cal end as told_cal, ${level("k", "react")} as react_in, ${epoch("i.registered_at")} as told,
                        coalesce(q.s, 0) as pause,
                        coalesce(${epoch("i.restored_at")}, greatest(${asOf}, ${epoch("i.detected_at")})) as restored_until,
                        coalesce(${epoch("i.reacted_at")}, greatest(${asOf}, ${epoch("i.registered_at")})) as reacted_until
                 from incident i
                 join m_subject s on s.id = i.subject
                 left join m_level l on l.subject = i.subject and ${epoch("i.detected_at")} >= l.f and ${epoch("i.detected_at")} < l.t
                 left join m_level k on k.subject = i.subject and ${epoch("i.registered_at")} >= k.f and ${epoch("i.registered_at")} < k.t
                 left join m_pause q on q.row_id = i.id
                 where ${only ? "i.id in (select id from m_ids)" : "i.institution_id = $1"} and i.state <> 'CANCELLED') i
           ${dayOf("a", "i.cal", "i.det")} ${dayOf("b", "i.cal", "i.restored_until")} ${dayOf("c", "i.told_cal", "i.reacted_until")} ${dayOf("d", "i.told_cal", "i.told")}) x`,
    only ? [] : [institutionId],
  );
}

/** `m_pause`: service seconds in which the clock of an incident stood still, for its level says that waiting stops it. */
async function gatherPauses(sql: Sql, { institutionId, asOf, only }: Framed, windows: number): Promise<void> {
  await table(
    sql,
    "m_pause",
    `select row_id, sum(${servedUntil("b", "x.cal", "x.t", windows)} - (${servedUntil("a", "x.cal", "x.f", windows)})) as s
     from (select row_id, cal, lower(r)::float8 as f, upper(r)::float8 as t
           from (select x.row_id, l.cal, unnest(range_agg(int8range(greatest(x.f, i.f)::bigint, least(x.t, i.t)::bigint))) as r
                 from (select row_id, waits_for, ${epoch("from_")} as f, coalesce(${epoch("to_")}, ${asOf}) as t from state_span
                       where waits_for is not null and register = 'incidents' and state = 'PENDING'
                         and ${only ? "row_id in (select id from m_ids)" : "institution_id = $1"}) x
                 join (select id, subject, ${epoch("detected_at")} as f, coalesce(${epoch("restored_at")}, ${asOf}) as t from incident
                       where ${only ? "id in (select id from m_ids)" : "institution_id = $1"}) i on i.id = x.row_id
                 join m_level l on l.subject = i.subject and i.f >= l.f and i.f < l.t and x.waits_for = any(l.stops)
                 where greatest(x.f, i.f) < least(x.t, i.t)
                 group by x.row_id, l.cal) y) x
     ${dayOf("a", "x.cal", "x.f")} ${dayOf("b", "x.cal", "x.t")}
     group by row_id`,
    only ? [] : [institutionId],
  );
}
