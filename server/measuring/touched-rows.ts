import { periodNumber, type Framed } from "./frame.ts";

/** Which figures a changed row touches, register by register, as selects of (part, scope, p) over `m_told`. */

const list = (keys: readonly string[]): string => keys.map((key) => `'${key}'`).join(", ");

/** Rows of a register of which any of these columns changed, with what they held and hold. */
interface Touching {
  readonly register: string;
  readonly table: string;
  /** Columns whose change touches figures, by their names in the table. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Ids of the rows touched, of `m_touched`. */
const ids = ({ register }: Touching): string => `select row_id from m_touched where register = '${register}'`;

/** What a column held and holds, as (row_id, val). */
function held(touching: Touching, key: string, type: string): string {
  const name = touching.columns[key];
  return `select x.id as row_id, x.${name}::${type} as val from ${touching.table} x where x.id in (${ids(touching)})
    union select t.row_id, t.val::${type} from m_told t where t.register = '${touching.register}' and t.col = '${key}'`;
}
const instants = (touching: Touching, key: string): string =>
  `(select row_id, date_part('epoch', val) as at from (${held(touching, key, "timestamptz")}) h where val is not null)`;
const days = (touching: Touching, key: string, zone: string): string =>
  `(select row_id, date_part('epoch', val::timestamp at time zone '${zone}') as at from (${held(touching, key, "date")}) h where val is not null)`;
const subjects = (touching: Touching, key: string): string =>
  `(select row_id, val as scope from (${held(touching, key, "uuid")}) h where val is not null)`;
/** Of a column that holds several: what it holds, and what the log tells as a list in JSON. */
const several = (touching: Touching, key: string): string => `(
  select x.id as row_id, s.scope from ${touching.table} x cross join lateral unnest(x.${touching.columns[key]}) s(scope) where x.id in (${ids(touching)})
  union select t.row_id, s.scope::uuid from m_told t cross join lateral json_array_elements_text(t.val::json) s(scope)
        where t.register = '${touching.register}' and t.col = '${key}' and t.val like '[%')`;
/** Those that depend on a scope through any number of steps, and itself. */
const upwards = (scopes: string): string =>
  `(select s.row_id, u.over as scope from ${scopes} s join m_up u on u.scope = s.scope)`;

/** `m_up (scope, over)`: everything that something depends on, with what depends on it through any number of steps, and itself. */
export const UPWARDS = `
  with recursive up as (
    select id as scope, id as over from m_subject union select u.scope, e.from_ from up u join m_edge e on e.to_ = u.over)
  select scope, over from up`;

/** `m_touched (register, row_id)`: rows of which a column changed that touches figures. */
export const touched = (): string =>
  TOUCHING.map(
    ({ register, columns }) =>
      `select distinct register, row_id from m_told where register = '${register}' and col in (${list(Object.keys(columns))})`,
  ).join(" union all ");

const INCIDENTS: Touching = {
  register: "incidents",
  table: "incident",
  columns: {
    subject: "subject",
    state: "state",
    occurredAt: "occurred_at",
    detectedAt: "detected_at",
    registeredAt: "registered_at",
    reactedAt: "reacted_at",
    restoredAt: "restored_at",
    resolvedAt: "resolved_at",
    closedAt: "closed_at",
    priority: "priority",
    outage: "outage",
    outageShare: "outage_share",
    major: "major",
    reopened: "reopened",
    resolution: "resolution",
    resolvedLevel: "resolved_level",
    knowledge: "knowledge",
    problem: "problem",
    causedBy: "caused_by",
    waitsFor: "waits_for",
    waitsSince: "waits_since",
  },
};
const CHANGES: Touching = {
  register: "changes",
  table: "change",
  columns: {
    subjects: "subjects",
    state: "state",
    kind: "kind",
    template: "template",
    experts: "experts",
    registeredAt: "registered_at",
    authorisedAt: "authorised_at",
    startedAt: "started_at",
    implementedAt: "implemented_at",
    plannedStart: "planned_start",
    plannedEnd: "planned_end",
    outageStart: "outage_start",
    outageEnd: "outage_end",
    outcome: "outcome",
  },
};
const PROBLEMS: Touching = {
  register: "problems",
  table: "problem",
  columns: {
    subject: "subject",
    state: "state",
    registeredAt: "registered_at",
    knownErrorAt: "known_error_at",
    resolvedAt: "resolved_at",
  },
};
const APPLICATIONS: Touching = {
  register: "applications",
  table: "application",
  columns: {
    service: "service",
    state: "state",
    kind: "kind",
    receivedAt: "received_at",
    registeredAt: "registered_at",
    fulfilledAt: "fulfilled_at",
    closedAt: "closed_at",
    due: "due",
    rating: "rating",
    waitsFor: "waits_for",
  },
};
const ARTICLES: Touching = {
  register: "knowledge",
  table: "article",
  columns: { subjects: "subjects", state: "state", publishedAt: "published_at", reviewDue: "review_due" },
};
const SERVICES: Touching = {
  register: "services",
  table: "service",
  columns: { stage: "stage", calendar: "calendar", deliveredSince: "delivered_since" },
};
const RESOURCES: Touching = {
  register: "resources",
  table: "resource",
  columns: { stage: "stage", verifiedOn: "verified_on" },
};
const LEVELS: Touching = {
  register: "serviceLevels",
  table: "service_level",
  columns: Object.fromEntries(
    ["subject", "state", "validFrom", "validTo", "calendar", "fulfil", "clockStops", "agreedWith"]
      .concat([1, 2, 3, 4].flatMap((priority) => [`restoreP${priority}`, `reactP${priority}`]))
      .map((key) => [key, key.replace(/[A-Z]/g, "_$&").toLowerCase()]),
  ),
};
const DEPENDENCIES: Touching = {
  register: "dependencies",
  table: "dependency",
  columns: { from: "from_", to: "to_", critical: "critical", group: "group_", state: "state" },
};
const CAPACITY: Touching = {
  register: "capacity",
  table: "capacity_plan",
  columns: { resource: "resource", periodFrom: "period_from", used: "used", available: "available", state: "state" },
};
const FINANCES: Touching = {
  register: "finances",
  table: "finance_line",
  columns: {
    service: "service",
    periodFrom: "period_from",
    periodTo: "period_to",
    kind: "kind",
    budget: "budget",
    actual: "actual",
    units: "units",
    state: "state",
  },
};

const TOUCHING = [
  INCIDENTS,
  CHANGES,
  PROBLEMS,
  APPLICATIONS,
  ARTICLES,
  SERVICES,
  RESOURCES,
  LEVELS,
  DEPENDENCIES,
  CAPACITY,
  FINANCES,
];

/** Selects of (part, scope, p), one for each way in which a row touches figures. */
export function touchedRows(frame: Framed): readonly string[] {
  const { asOf, zone } = frame;
  const last = frame.days.length;
  const at = (part: string, scopes: string, times: readonly string[]) =>
    `select '${part}', s.scope, ${periodNumber(frame, "t.at")} from ${scopes} s join (${times.map((one) => `select * from ${one} x`).join(" union ")}) t using (row_id)`;
  const from = (parts: readonly string[], scopes: string) =>
    `select part, s.scope, q.p from ${scopes} s cross join m_period q cross join unnest(array[${list(parts)}]) part`;
  const incident = (...keys: readonly string[]) => keys.map((key) => instants(INCIDENTS, key));
  const of = subjects(INCIDENTS, "subject");
  // From the first of its beginnings to the last of its ends, or to now where it was or is open.
  const stretch = `(
    select b.row_id, b.f, case when e.open then ${asOf} else greatest(e.t, b.f) end as t
    from (select row_id, min(at) as f from (${[...incident("occurredAt", "detectedAt")].map((one) => `select * from ${one} x`).join(" union all ")}) x group by 1) b
    join (select row_id, bool_or(open) as open, max(t) as t from (
            select row_id, val is null as open, date_part('epoch', val) as t from (${held(INCIDENTS, "resolvedAt", "timestamptz")}) h
            union all select row_id, val is null, date_part('epoch', val) from (${held(INCIDENTS, "restoredAt", "timestamptz")}) h
            union all select row_id, false, date_part('epoch', val) from (${held(INCIDENTS, "closedAt", "timestamptz")}) h) x group by 1) e using (row_id))`;
  const within = (part: string, scopes: string, stretches: string) =>
    `select '${part}', s.scope, g.p from ${scopes} s join ${stretches} t using (row_id)
     cross join lateral generate_series(greatest(1, ${periodNumber(frame, "t.f")}), least(${last}, ${periodNumber(frame, "t.t")})) g(p)`;
  const having = (scopes: string, key: string, values: readonly string[]) =>
    `(select * from ${scopes} x where row_id in (select row_id from (${held(INCIDENTS, key, "text")}) h where val in (${list(values)})))`;
  const causes = `(select c.id as row_id, s.scope from change c cross join lateral unnest(c.subjects) s(scope)
     where c.id in (select val from (${held(INCIDENTS, "causedBy", "uuid")}) h
                    union select a.change from assessment a where a.id in (select row_id from m_told where register = 'assessments')))`;
  const windows = `(select row_id, min(at) as f, max(at) as t from (${["outageStart", "outageEnd"].map((key) => `select * from ${instants(CHANGES, key)} x`).join(" union all ")}) x group by 1)`;
  const fixed = `(select i.id as row_id, i.subject as scope, date_part('epoch', i.restored_at) as f, ${asOf}::float8 as t from incident i
     where i.problem in (${ids(PROBLEMS)}) and i.resolution = 'WORKAROUND')`;
  const timed = ["DETECTED", "RESTORED", "OUTAGES", "REQUESTS"];
  return [
    at("DETECTED", of, incident("detectedAt")),
    at("RESTORED", of, incident("restoredAt")),
    at("RESOLVED", of, incident("resolvedAt", "closedAt")),
    within("OPEN", of, stretch),
    within(
      "WORKAROUNDS",
      having(of, "resolution", ["WORKAROUND"]),
      `(select row_id, f, ${asOf}::float8 as t from ${stretch} x)`,
    ),
    within("WORKAROUNDS", fixed, `(select row_id, min(f) as f, max(t) as t from ${fixed} x group by 1)`),
    within("OUTAGES", upwards(having(of, "outage", ["FULL", "PARTIAL"])), stretch),
    at("CHANGES", several(CHANGES, "subjects"), [instants(CHANGES, "implementedAt")]),
    within("OUTAGES", upwards(several(CHANGES, "subjects")), windows),
    `select 'CHANGES', s.scope, ${periodNumber(frame, "date_part('epoch', c.implemented_at)")} from ${causes} s join change c on c.id = s.row_id`,
    at("PROBLEMS", subjects(PROBLEMS, "subject"), [instants(PROBLEMS, "registeredAt")]),
    at("REQUESTS", applicationScopes(frame), [instants(APPLICATIONS, "fulfilledAt")]),
    at(
      "APPLICATIONS",
      applicationScopes(frame),
      ["receivedAt", "registeredAt"].map((key) => instants(APPLICATIONS, key)),
    ),
    at(
      "RATINGS",
      applicationScopes(frame),
      ["fulfilledAt", "closedAt", "receivedAt", "registeredAt"].map((key) => instants(APPLICATIONS, key)),
    ),
    from(["KNOWLEDGE"], institutionToo(frame, several(ARTICLES, "subjects"), ARTICLES)),
    from(timed, `(${ids(SERVICES).replace("row_id", "row_id as scope")})`),
    from(["RESOURCES", ...timed], `(${ids(RESOURCES).replace("row_id", "row_id as scope")})`),
    from(["OUTAGES"], upwards(`(select row_id, row_id as scope from (${ids(RESOURCES)} union ${ids(SERVICES)}) x)`)),
    from(timed, subjects(LEVELS, "subject")),
    from(["OUTAGES"], upwards(subjects(DEPENDENCIES, "from"))),
    at("CAPACITY", subjects(CAPACITY, "resource"), [days(CAPACITY, "periodFrom", zone)]),
    at("FINANCES", subjects(FINANCES, "service"), [days(FINANCES, "periodFrom", zone)]),
  ];
}

/** Scopes of rows, and the institution, where a row may be about none. */
const institutionToo = ({ institutionId }: Framed, scopes: string, touching: Touching): string =>
  `(select row_id, scope from ${scopes} x union select row_id, '${institutionId}'::uuid from (${ids(touching)}) y)`;
const applicationScopes = (frame: Framed): string =>
  institutionToo(frame, subjects(APPLICATIONS, "service"), APPLICATIONS);
