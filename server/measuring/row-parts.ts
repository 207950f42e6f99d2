import { addWorkingDays, STATE_WORKING_DAYS } from "../../schema/calendar/working-days.ts";
import { workingDaysOf } from "../calendar/calendars.ts";
import type { Sql } from "../store/store.ts";
import { settingsOf } from "../sync/moment.ts";
import { epoch, periodNumber, table, type Framed } from "./frame.ts";
import { dayOf, literal, servedUntil } from "./ground.ts";
import type { Part } from "./parts.ts";
import { put } from "./put.ts";

/**
 * Measures counted from rows of other registers. Each select gives a row's `scopes` (services and resources that it is
 * about), the period `p` it belongs to, and numbers that are summed into the part's row by `parts`. The institution
 * counts every row once, whatever it is about.
 */
interface RowPart {
  readonly rows: (frame: Framed, windows: number) => string;
  readonly parts: string;
}

const LIVE_CHANGE = `c.state in ('IMPLEMENTED', 'REVIEWED', 'CLOSED') and c.implemented_at is not null`;
const BEGAN = "coalesce(c.started_at, c.implemented_at)";
const day = (instant: string, zone: string): string => `(${instant} at time zone ${literal(zone)})::date`;
const CHANGES: RowPart = {
  rows: (frame) => `
    select c.subjects as scopes, ${periodNumber(frame, epoch("c.implemented_at"))} as p,
           (c.outcome in ('SUCCESSFUL', 'SUCCESSFUL_WITH_DEVIATION')
             and not exists (select from incident i where i.caused_by = c.id and i.state <> 'CANCELLED')) is true as good,
           (c.implemented_at between c.planned_start and c.planned_end) is true as timely, c.kind is not distinct from 'EMERGENCY' as urgent,
           case c.kind when 'STANDARD' then c.template is null
             when 'EMERGENCY' then coalesce(${day("case when a.given is not null then greatest(c.authorised_at, a.given) end", frame.zone)}, ${day(`to_timestamp(${frame.asOf})`, frame.zone)}) > u.due
             else (c.authorised_at <= ${BEGAN}) is not true end as wild,
           ${epoch("c.implemented_at")} - ${epoch("c.registered_at")} as lead
    from change c
    left join m_due u on u.d = ${day(BEGAN, frame.zone)}
    left join lateral (select case when c.authorised_at is not null then min(x.given_at) end as given from assessment x
                       where c.kind = 'EMERGENCY' and x.change = c.id and x.state = 'GIVEN' and x.expert = any(c.experts)) a on true
    where c.institution_id = $1 and ${LIVE_CHANGE}`,
  parts: `count(*) filter (where good), count(*), count(*), count(*) filter (where timely), count(*), count(*), count(*) filter (where urgent), count(*), count(*),
          count(*) filter (where wild), count(*), count(*), coalesce(sum(lead), 0), count(lead), count(lead)`,
};

const PROBLEMS: RowPart = {
  rows: (frame) => `
    select array[subject] as scopes, p, known <= due as good
    from (select subject, ${periodNumber(frame, epoch("registered_at"))} as p, ${epoch("known_error_at")} as known,
                 ${epoch(`(registered_at at time zone ${literal(frame.zone)} + interval '30 days') at time zone ${literal(frame.zone)}`)} as due
          from problem where institution_id = $1 and state <> 'CANCELLED' and registered_at is not null) x
    where known is not null or due <= ${frame.asOf}`,
  parts: "count(*) filter (where good), count(*), count(*)",
};

/** Applications with the level that held when they were received, and the service time until they were fulfilled. */
const REQUESTS: RowPart = {
  rows: (frame, windows) => `
    select array[service] as scopes, ${periodNumber(frame, "t")} as p,
           case when fulfil is null then t <= due
                else ${servedUntil("b", "x.cal", "x.t", windows)} - (${servedUntil("a", "x.cal", "x.f", windows)}) - coalesce(w.s, 0) <= fulfil * 60 end as good
    from (select a.id, a.service, ${epoch("coalesce(a.received_at, a.registered_at)")} as f, ${epoch("a.fulfilled_at")} as t, ${epoch("a.due")} as due,
                 l.fulfil, l.stops, case when l.subject is null then s.cal else l.cal end as cal
          from application a left join m_subject s on s.id = a.service
          left join m_level l on l.subject = a.service and ${epoch("coalesce(a.received_at, a.registered_at)")} >= l.f
                             and ${epoch("coalesce(a.received_at, a.registered_at)")} < l.t
          where a.institution_id = $1 and a.state in ('FULFILLED', 'CLOSED') and a.fulfilled_at is not null
            and coalesce(a.received_at, a.registered_at) <= a.fulfilled_at) x
    ${dayOf("a", "x.cal", "x.f")} ${dayOf("b", "x.cal", "x.t")}
    left join lateral (
      select sum(${servedUntil("d", "x.cal", "y.t", windows)} - (${servedUntil("c", "x.cal", "y.f", windows)})) as s
      from (select lower(r)::float8 as f, upper(r)::float8 as t
            from (select unnest(range_agg(int8range(greatest(${epoch("z.from_")}, x.f)::bigint, least(coalesce(${epoch("z.to_")}, x.t), x.t)::bigint))) as r
                  from state_span z where z.row_id = x.id and z.register = 'applications' and z.state = 'PENDING' and z.waits_for = any(x.stops)
                    and greatest(${epoch("z.from_")}, x.f) < least(coalesce(${epoch("z.to_")}, x.t), x.t)) v) y
      ${dayOf("c", "x.cal", "y.f")} ${dayOf("d", "x.cal", "y.t")}) w on x.fulfil is not null and x.stops <> '{}'
    where fulfil is not null or due is not null`,
  parts: "count(*) filter (where good), count(*), count(*)",
};

const APPLICATIONS: RowPart = {
  rows: (frame) => `
    select array[service] as scopes, ${periodNumber(frame, epoch("coalesce(received_at, registered_at)"))} as p, kind is not distinct from 'COMPLAINT' as complaint
    from application where institution_id = $1 and state <> 'CANCELLED' and coalesce(received_at, registered_at) is not null`,
  parts: "count(*) filter (where complaint), count(*), count(*)",
};

const RATINGS: RowPart = {
  rows: (frame) => `
    select array[service] as scopes, ${periodNumber(frame, epoch("coalesce(fulfilled_at, closed_at, received_at, registered_at)"))} as p, rating
    from application where institution_id = $1 and rating is not null and state <> 'CANCELLED'
      and coalesce(fulfilled_at, closed_at, received_at, registered_at) is not null`,
  parts: "sum(rating), count(*), count(*)",
};

/** Published articles, those of which a new edition is being written included, as they stand at the end of each period. */
const KNOWLEDGE: RowPart = {
  rows: ({ zone, asOf }) => `
    select a.subjects as scopes, q.p, a.review_due is null or a.review_due > ${day(`to_timestamp(least(q.t - 1, ${asOf}))`, zone)} as fresh
    from article a join m_period q on ${epoch("a.published_at")} < q.e and (a.retired_at is null or ${epoch("a.retired_at")} >= q.e)
    where a.institution_id = $1`,
  parts: "count(*) filter (where fresh), count(*), count(*)",
};

const RESOURCES: RowPart = {
  rows: ({ zone, asOf }) => `
    select array[r.id] as scopes, q.p,
           (r.verified_on > ${day(`to_timestamp(least(q.t - 1, ${asOf}))`, zone)} - interval '1 year') is true as good
    from resource r join m_subject s on s.id = r.id join m_period q on s.b < q.e and (r.retired_at is null or ${epoch("r.retired_at")} >= q.e)
    where r.institution_id = $1`,
  parts: "count(*) filter (where good), count(*), count(*)",
};

/** The number of the period in which a row's own period begins. */
const begins = (frame: Framed): string =>
  periodNumber(frame, epoch(`(period_from::timestamp at time zone ${literal(frame.zone)})`));

const CAPACITY: RowPart = {
  rows: (frame) => `
    select array[resource] as scopes, ${begins(frame)} as p, used, available from capacity_plan
    where institution_id = $1 and state = 'CURRENT' and used is not null and available is not null`,
  parts: "sum(used), sum(available), count(*)",
};

const FINANCES: RowPart = {
  rows: (frame) => `
    select array[service] as scopes, ${begins(frame)} as p,
           sum(actual) filter (where kind = 'COST' and budget is not null) as spent, sum(budget) filter (where kind = 'COST' and actual is not null) as budget,
           count(*) filter (where kind = 'COST' and actual is not null and budget is not null) as both_,
           sum(actual) filter (where kind = 'COST') as cost, max(units) as units, count(*) filter (where kind = 'COST' and actual is not null) as lines
    from finance_line where institution_id = $1 and state = 'CURRENT' group by service, period_from, period_to`,
  parts: `sum(spent), sum(budget), sum(both_), sum(cost) filter (where units is not null), sum(units) filter (where cost is not null),
          coalesce(sum(lines) filter (where units is not null), 0)`,
};

export const ROW_PARTS = {
  CHANGES,
  PROBLEMS,
  REQUESTS,
  APPLICATIONS,
  RATINGS,
  KNOWLEDGE,
  RESOURCES,
  CAPACITY,
  FINANCES,
} as const satisfies Partial<Record<Part, RowPart>>;

/** `m_due`: by when the paperwork of an emergency change begun on a day must follow (domain.md, section 4). */
export async function layDue(sql: Sql, { institutionId, zone }: Framed): Promise<void> {
  const { emergencyDays } = await settingsOf(sql, institutionId);
  const begun = await sql.query<{ d: string }>(
    `select distinct ${day(BEGAN, zone)}::text as d from change c where c.institution_id = $1 and c.kind = 'EMERGENCY' and ${LIVE_CHANGE}`,
    [institutionId],
  );
  const calendar = begun.length > 0 ? await workingDaysOf(sql, institutionId) : STATE_WORKING_DAYS;
  const due = begun.map(({ d }) => ({ d, due: addWorkingDays(calendar, d, emergencyDays) }));
  await table(sql, "m_due", "select * from json_to_recordset($1::json) as x(d date, due date)", [JSON.stringify(due)]);
}

/** Computes a part for every scope its rows are about, and for the institution. */
export async function putRows(sql: Sql, frame: Framed, part: keyof typeof ROW_PARTS, windows: number): Promise<void> {
  const { rows, parts } = ROW_PARTS[part];
  const institution = `${literal(frame.institutionId)}::uuid`;
  const counted = `array[${parts}]::float8[] as parts`;
  const only = frame.only ? `and r.p in (select p from m_wanted where part = '${part}')` : "";
  await put(
    sql,
    frame,
    part,
    `with r as materialized (select * from (${rows(frame, windows).replaceAll("$1", institution)}) r where p between 1 and ${frame.days.length} ${only})
     select s.kind, s.id as scope, r.p, ${counted}
     from r cross join lateral (select distinct unnest(r.scopes) as id) x join m_subject s on s.id = x.id group by 1, 2, 3
     union all
     select 'INSTITUTION', ${institution}, r.p, ${counted} from r group by r.p`,
  );
}
