import { rebuildWindows } from "../../server/calendar/windows.ts";
import type { Store } from "../../server/store/store.ts";

/** How large an institution to make up. */
export interface Size {
  readonly incidents: number;
  readonly changes: number;
  readonly services: number;
  readonly resources: number;
  readonly years: number;
}

/** A number from 0 to below 1 that hangs on the seed, the row and what it is for. */
const chance = (what: string, n = "n"): string =>
  `((hashint8extended(${n}, hashtextextended('${what}', $2::bigint)) & 1048575) / 1048576.0::float8)`;
const pick = (what: string, values: readonly string[], n = "n"): string =>
  `(array[${values.map((value) => `'${value}'`).join(", ")}])[1 + floor(${chance(what, n)} * ${values.length})::int]`;
/** The id of the n-th row of a kind. */
const id = (kind: string, n = "n"): string => `md5($2::text || '${kind}' || ${n})::uuid`;

const SYSTEM = "id, institution_id, version, feed, created_at, created_by, updated_at, updated_by";
const stamps = (kind: string): string => `${id(kind)}, $1::uuid, 1, 1, now(), $3::uuid, now(), $3::uuid`;

/**
 * Makes up an institution's facts in SQL sets, straight into the tables: services and resources with calendars, levels
 * and dependencies, incidents with their states, changes with windows, problems, applications, articles, capacity and
 * finances over `years` before `until` (ISO instant). The same seed gives the same rows.
 */
export async function generate(
  store: Store,
  by: { readonly institutionId: string; readonly personId: string },
  { incidents, changes, services, resources, years }: Size,
  { seed, until }: { readonly seed: number; readonly until: string },
): Promise<void> {
  const run = (text: string, ...more: readonly unknown[]) => {
    const values: readonly unknown[] = [by.institutionId, seed, by.personId, ...more];
    // Unused parameters have no type of their own.
    return store.transaction(async (sql) => {
      // A million rows on a busy machine take their time.
      await sql.query("set local statement_timeout = 0");
      await sql.query(`with given as materialized (select $1::uuid, $2::bigint, $3::uuid) ${text}`, values);
    });
  };
  const span = `(${years} * 365.25 * 86400)`;
  const at = (what: string) =>
    `date_trunc('second', '${until}'::timestamptz - make_interval(secs => ${chance(what)} * ${span}))`;
  const subject = `case when ${chance("subject kind")} < 0.6 then ${id("service", `(1 + floor(${chance("service")} * ${services})::int)`)}
    else ${id("resource", `(1 + floor(${chance("resource")} * ${resources})::int)`)} end`;
  await calendars(store, by, run);
  await run(`insert into service (${SYSTEM}, code, name, stage, calendar, delivered_since, recipient_groups, channels, providers)
    select ${stamps("service")}, 'P-' || n, 'Pakalpojums ' || n, case when ${chance("stage")} < 0.9 then 'DELIVERING' else 'IMPROVING' end,
      case when n % 4 <> 0 then ${id("calendar", "(1 + n % 3)")} end, ('${until}'::timestamptz - make_interval(secs => ${span}))::date + (${chance("since")} * 200)::int, '{}', '{}', '{}'
    from generate_series(1, ${services}) n`);
  await run(`insert into resource (${SYSTEM}, code, name, stage, verified_on, users)
    select ${stamps("resource")}, 'R-' || n, 'Resurss ' || n, 'DELIVERING', ('${until}'::timestamptz)::date - (${chance("verified")} * 700)::int, '{}'
    from generate_series(1, ${resources}) n`);
  await run(`insert into state_span (institution_id, register, row_id, version, state, from_)
    select $1, 'resources', ${id("resource")}, 1, 'DELIVERING', '${until}'::timestamptz - make_interval(secs => ${span} * (1 - ${chance("used since")} / 4))
    from generate_series(1, ${resources}) n`);
  // A service needs two resources; some a pair that stands in for each other; resources need earlier ones.
  await run(`insert into dependency (${SYSTEM}, code, from_, to_, critical, group_, state)
    select ${stamps("dependency")}, 'D-' || n, ${id("service", `(1 + n % ${services})`)}, ${id("resource", `(1 + floor(${chance("needed")} * ${resources})::int)`)},
      ${chance("critical")} < 0.7, case when (n % ${services}) % 5 = 0 then 'g' end, 'CURRENT'
    from generate_series(1, ${services * 2}) n`);
  await run(`insert into dependency (${SYSTEM}, code, from_, to_, critical, state)
    select ${stamps("base")}, 'DR-' || n, ${id("resource", "(n + 1)")}, ${id("resource", `(1 + floor(${chance("base")} * n)::int)`)}, true, 'CURRENT'
    from generate_series(1, ${resources - 1}) n where n % 3 = 0`);
  await run(`insert into service_level (${SYSTEM}, code, title, subject, agreed_with, valid_from, valid_to, restore_p1, restore_p2, restore_p3, restore_p4,
      react_p1, react_p2, react_p3, react_p4, fulfil, clock_stops, calendar, state)
    select ${stamps("level")}, 'SL-' || n, 'Līmenis ' || n, ${id("service", `(1 + n / 2)`)}, 'Vadība',
      ('${until}'::timestamptz - make_interval(secs => ${span} * (1 - 0.5 * (n % 2))))::date, case when n % 2 = 0 then ('${until}'::timestamptz - make_interval(secs => ${span} * 0.5))::date end,
      240, 480, 1440, 2880, 30, 60, 240, 480, 7200, case when n % 3 = 0 then '{}' else '{RECIPIENT}'::text[] end,
      case when n % 7 = 0 then ${id("calendar", "2")} end, case when n % 2 = 0 then 'ENDED' else 'AGREED' end
    from generate_series(0, ${services * 2 - 1}) n`);
  await run(`insert into problem (${SYSTEM}, code, title, subject, state, registered_at, known_error_at, resolved_at, knowledge, changes)
    select ${stamps("problem")}, 'PRB-' || n, 'Problēma ' || n, ${subject}, case when ${chance("solved")} < 0.6 then 'CLOSED' else 'INVESTIGATING' end, t,
      case when ${chance("known")} < 0.7 then least('${until}', t + make_interval(secs => ${chance("until known")} * 5000000)) end,
      case when ${chance("solved")} < 0.6 then least('${until}', t + make_interval(secs => ${chance("until solved")} * 9000000)) end, '{}', '{}'
    from (select n, ${at("problem at")} as t from generate_series(1, ${Math.ceil(incidents / 50)}) n) x`);
  await run(`insert into change (${SYSTEM}, code, title, subjects, experts, implementers, kind, complexity, state, registered_at, authorised_at, planned_start, planned_end,
      outage_start, outage_end, started_at, implemented_at, outcome, template)
    select ${stamps("change")}, 'CHG-' || n, 'Izmaiņa ' || n, array[${subject}], '{}', '{}', kind, 'SIMPLE', 'CLOSED', t - interval '20 days',
      case when kind = 'NORMAL' and ${chance("word")} < 0.97 then t - interval '3 days' end, t, t + interval '4 hours',
      case when ${chance("planned outage")} < 0.3 then t end, case when ${chance("planned outage")} < 0.3 then t + interval '1 hour' end,
      t, t + make_interval(secs => 3600 + floor(${chance("took")} * 14400)), ${pick("outcome", ["SUCCESSFUL", "SUCCESSFUL", "SUCCESSFUL", "SUCCESSFUL_WITH_DEVIATION", "FAILED", "ROLLED_BACK"])},
      case when kind = 'STANDARD' then ${id("template", "1")} end
    from (select n, ${pick("kind", ["STANDARD", "NORMAL", "NORMAL", "NORMAL", "EMERGENCY"])} as kind, ${at("change at")} - interval '9 hours' as t from generate_series(1, ${changes}) n) x`);
  await run(incidentsOf({ incidents, changes }, { at: at("detected"), subject, until }));
  await run(spansOf(until));
  await run(`insert into application (${SYSTEM}, code, title, kind, state, service, received_at, registered_at, fulfilled_at, closed_at, rating, due)
    select ${stamps("application")}, 'APP-' || n, 'Pieteikums ' || n, ${pick("application kind", ["SERVICE_REQUEST", "SERVICE_REQUEST", "INFORMATION", "COMPLAINT"])}, 'CLOSED',
      ${id("service", `(1 + floor(${chance("applied for")} * ${services})::int)`)}, t, t, least('${until}', t + make_interval(secs => floor(${chance("fulfilled")} * 900000))),
      least('${until}', t + make_interval(secs => floor(${chance("fulfilled")} * 900000))), case when ${chance("rates")} < 0.3 then 1 + floor(${chance("rating")} * 5)::int end, null
    from (select n, ${at("received")} as t from generate_series(1, ${Math.ceil(incidents / 10)}) n) x`);
  await run(`insert into article (${SYSTEM}, code, title, state, subjects, records, authors, published_at, review_due)
    select ${stamps("article")}, 'KN-' || n, 'Raksts ' || n, 'PUBLISHED', array[${subject}], '{}', '{}', t, (t + interval '2 years')::date
    from (select n, ${at("published")} as t from generate_series(1, ${Math.ceil(incidents / 200)}) n) x`);
  await run(`insert into capacity_plan (${SYSTEM}, code, resource, unit, period_from, period_to, available, used, state)
    select ${stamps("capacity")}, 'CAP-' || n, ${id("resource", `(1 + n % ${resources})`)}, 'GB', d, (d + interval '1 month')::date, 100 + n % 50, round((100 * ${chance("used")})::numeric, 3), 'CURRENT'
    from (select n, date_trunc('month', ${at("capacity")} at time zone 'UTC')::date as d from generate_series(1, ${resources * 6}) n) x`);
  await run(`insert into finance_line (${SYSTEM}, code, service, period_from, period_to, kind, line, budget, actual, units, state)
    select ${stamps("finance")}, 'FIN-' || n, ${id("service", `(1 + n % ${services})`)}, d, (d + interval '1 month')::date, 'COST', 'Algas', 1000, round((2000 * ${chance("spent")})::numeric, 2), 100 + n % 70, 'CURRENT'
    from (select n, date_trunc('month', ${at("finance")} at time zone 'UTC')::date as d from generate_series(1, ${services * 6}) n) x`);
  await store.query("analyze");
}

type Run = (text: string) => Promise<unknown>;

/** Three calendars: 24×7, office hours with a break, and long days with Saturday. */
async function calendars(store: Store, { institutionId }: { readonly institutionId: string }, run: Run): Promise<void> {
  await run(
    `insert into calendar (${SYSTEM}, code, name, state) select ${stamps("calendar")}, 'CAL-' || n, 'Kalendārs ' || n, 'CURRENT' from generate_series(1, 3) n`,
  );
  const hours = (n: number, long: string, office: string) =>
    `case ${n} when 1 then '00:00–24:00' when 2 then '${office}' else '${long}' end`;
  for (const n of [1, 2, 3])
    await run(`insert into calendar_edition (${SYSTEM}, code, calendar, valid_from, monday, tuesday, wednesday, thursday, friday, saturday, sunday, holidays, moved_days, state)
      select ${stamps("edition")}, 'CE-' || n, ${id("calendar")}, '2000-01-01', h, h, h, h, h, ${hours(n, "09:00–15:00", "")}, ${hours(n, "", "")},
        case when n = 1 then 'NONE' else 'LV' end, n = 2, 'CURRENT'
      from (select n, ${hours(n, "07:00–21:00", "08:30–12:00, 12:30–17:00")} as h from generate_series(${n}, ${n}) n) x`);
  const ids = await store.query<{ id: string }>("select id from calendar where institution_id = $1 order by code", [
    institutionId,
  ]);
  await store.transaction((sql) =>
    rebuildWindows(
      sql,
      institutionId,
      ids.map((row) => row.id),
    ),
  );
}

/** Most are closed, some open, cancelled or reopened; every third interrupts something. */
function incidentsOf(
  { incidents, changes }: Pick<Size, "incidents" | "changes">,
  { at, subject, until }: { readonly at: string; readonly subject: string; readonly until: string },
): string {
  return `insert into incident (${SYSTEM}, code, title, subject, state, source, detected_at, registered_at, reacted_at, restored_at, resolved_at, closed_at,
      priority, outage, outage_share, major, resolution, resolved_level, knowledge, problem, caused_by, reopened)
    select ${stamps("incident")}, 'INC-' || n, 'Incidents ' || n, ${subject}, state, 'PERSON', t, t + make_interval(secs => registered), case when state <> 'REGISTERED' then least('${until}', t + make_interval(secs => registered + reacted)) end,
      case when done then t + make_interval(secs => lasted) end, case when done then t + make_interval(secs => lasted + 600) end, case when state = 'CLOSED' then t + make_interval(secs => lasted + 90000) end,
      priority, ${pick("outage", ["FULL", "PARTIAL", "NONE", "NONE", "NONE", "NONE", "NONE"])}, 10 * (1 + floor(${chance("share")} * 9)::int), priority = 'P1',
      case when done then ${pick("resolution", ["FIX", "FIX", "FIX", "EXTERNAL", "NOT_REPRODUCED", "FIX", "WORKAROUND"])} end, case when done then ${pick("level", ["L0", "L1", "L1", "L2", "L3"])} end,
      case when done and ${chance("article")} < 0.3 then array[${id("article", "1")}] else '{}' end,
      case when ${chance("has problem")} < 0.1 then ${id("problem", `(1 + floor(${chance("problem")} * ${Math.ceil(incidents / 50)})::int)`)} end,
      case when ${chance("caused")} < 0.01 then ${id("change", `(1 + floor(${chance("cause")} * ${changes})::int)`)} end, (${chance("reopened")} < 0.05)::int
    from (select *, case when ${chance("cancelled")} < 0.03 then 'CANCELLED' when t + make_interval(secs => lasted + 90000) > '${until}' then 'RESOLVING' else 'CLOSED' end as state,
                 t + make_interval(secs => lasted + 90000) <= '${until}' and ${chance("cancelled")} >= 0.03 as done
          from (select n, ${at} as t, floor(power(${chance("lasted")}, 4) * 400000 + 300) as lasted, floor(${chance("registered")} * 1200) as registered,
                       floor(power(${chance("reacted")}, 2) * 20000) as reacted, ${pick("priority", ["P1", "P2", "P2", "P3", "P3", "P3", "P4", "P4"])} as priority
                from generate_series(1, ${incidents}) n) x) y`;
}

/** States of incidents: registered, resolving, for every fifth waiting in between, closed. */
const spansOf = (until: string): string => `
  insert into state_span (institution_id, register, row_id, version, state, waits_for, from_, to_)
  select i.institution_id, 'incidents', i.id, 1, s.state, s.waits_for, s.f, s.t
  from (select id, institution_id, registered_at as a, greatest(registered_at, coalesce(reacted_at, registered_at)) as b, coalesce(restored_at, '${until}') as c, closed_at as d,
               hashtextextended(id::text, 7) % 5 = 0 as waits from incident where institution_id = $1) i
  cross join lateral (
    select 'REGISTERED' as state, null as waits_for, a as f, b as t
    union all select 'RESOLVING', null, b, case when waits then b + (c - b) / 3 else d end
    union all select 'PENDING', case when (hashtextextended(i.id::text, 8) & 1) = 0 then 'RECIPIENT' else 'SUPPLIER' end, b + (c - b) / 3, b + (c - b) / 2 where waits and c > b
    union all select 'RESOLVING', null, b + (c - b) / 2, d where waits and c > b
    union all select 'CLOSED', null, d, null where d is not null) s where s.f <= coalesce(s.t, s.f)`;
