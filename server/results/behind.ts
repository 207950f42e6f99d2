import type { MeasureKey } from "../../schema/measuring/formulas.ts";
import { type PARTS, placeOf } from "../measuring/parts.ts";

/** Which rows stand behind a computed figure, as conditions over a register's table `t`. */
export interface Source {
  readonly register: string;
  readonly title: string;
  /** Rows of the time from $3 until before $4; both instants. */
  readonly when: string;
  /** Rows about the service or resource $2. */
  readonly about: string;
}

type Part = keyof typeof PARTS;

const ENDED = "case when t.state in ('RESOLVED', 'CLOSED') then coalesce(t.resolved_at, t.closed_at) end";
const IN = (instant: string): string => `${instant} >= $3::timestamptz and ${instant} < $4::timestamptz`;
const PERIOD = "t.state = 'CURRENT' and t.period_from >= $5::date and t.period_from < $6::date";
const incidents = (when: string, about = "t.subject = $2"): Source => ({
  ...{ register: "incidents", title: "t.title", when: `t.state <> 'CANCELLED' and ${when}`, about },
});
const applications = (when: string): Source => ({
  ...{
    register: "applications",
    title: "t.title",
    when: `t.state <> 'CANCELLED' and ${when}`,
    about: "t.service = $2",
  },
});

/** What a service or resource critically needs, itself included: an outage of any of it may reach it. */
const NEEDED = `t.subject in (with recursive need(id) as (
    select $2::uuid union select d.to_ from need n join dependency d on d.from_ = n.id and d.critical)
  select id from need)`;

/** By the same rules by which the figures attribute rows to periods (schema/measuring/formulas.ts). */
const SOURCES: Record<Part, Source> = {
  DETECTED: incidents(IN("t.detected_at")),
  RESTORED: incidents(IN("t.restored_at")),
  RESOLVED: incidents(IN(ENDED)),
  OPEN: incidents(`t.detected_at < $4::timestamptz and (${ENDED} is null or ${ENDED} >= $4::timestamptz)`),
  WORKAROUNDS: incidents(`t.resolution = 'WORKAROUND' and ${ENDED} is not null and t.restored_at < $4::timestamptz`),
  OUTAGES: incidents(
    `t.outage in ('FULL', 'PARTIAL') and coalesce(t.occurred_at, t.detected_at) < $4::timestamptz
     and coalesce(t.restored_at, now()) > $3::timestamptz`,
    NEEDED,
  ),
  CHANGES: {
    ...{ register: "changes", title: "t.title", about: "$2 = any(t.subjects)" },
    when: `t.state in ('IMPLEMENTED', 'REVIEWED', 'CLOSED') and ${IN("t.implemented_at")}`,
  },
  PROBLEMS: {
    ...{ register: "problems", title: "t.title", about: "t.subject = $2" },
    when: `t.state <> 'CANCELLED' and ${IN("t.registered_at")}`,
  },
  REQUESTS: applications(`t.state in ('FULFILLED', 'CLOSED') and ${IN("t.fulfilled_at")}`),
  APPLICATIONS: applications(IN("coalesce(t.received_at, t.registered_at)")),
  RATINGS: applications(
    `t.rating is not null and ${IN("coalesce(t.fulfilled_at, t.closed_at, t.received_at, t.registered_at)")}`,
  ),
  KNOWLEDGE: {
    ...{ register: "knowledge", title: "t.title", about: "$2 = any(t.subjects)" },
    when: "t.published_at < $4::timestamptz and (t.retired_at is null or t.retired_at >= $4::timestamptz)",
  },
  RESOURCES: {
    ...{ register: "resources", title: "t.name", about: "t.id = $2" },
    when: `t.stage in ('DELIVERING', 'IMPROVING', 'RETIRED') and (t.retired_at is null or t.retired_at >= $4::timestamptz)`,
  },
  CAPACITY: { ...{ register: "capacity", title: "t.unit", about: "t.resource = $2" }, when: PERIOD },
  FINANCES: { ...{ register: "finances", title: "t.line", about: "t.service = $2" }, when: PERIOD },
};

export const sourceOf = (measure: MeasureKey): Source => SOURCES[placeOf(measure).part];

/** What one row adds, where the row alone tells it; of the rest only that it is there. */
export const ADDS: Partial<Record<MeasureKey, readonly [numerator: string, denominator: string]>> = {
  INCIDENTS: ["1", "null"],
  MAJOR_INCIDENTS: ["(t.major is true)::int", "null"],
  REOPENED: ["(t.reopened > 0 is true)::int", "1"],
  FIRST_LINE: ["(t.resolved_level in ('L0', 'L1') is true)::int", "1"],
  KNOWLEDGE_USED: ["(t.knowledge <> '{}')::int", "1"],
  CHANGE_ON_TIME: ["((t.implemented_at between t.planned_start and t.planned_end) is true)::int", "1"],
  CHANGE_EMERGENCY: ["(t.kind is not distinct from 'EMERGENCY')::int", "1"],
  CHANGE_LEAD_TIME: [
    "date_part('epoch', t.implemented_at - t.registered_at) / 3600",
    "(t.registered_at is not null)::int",
  ],
  COMPLAINTS: ["(t.kind is not distinct from 'COMPLAINT')::int", "1"],
  SATISFACTION: ["t.rating", "1"],
  CAPACITY_USE: ["t.used", "t.available"],
  BUDGET: [
    "case when t.kind = 'COST' and t.budget is not null then t.actual end",
    "case when t.kind = 'COST' and t.actual is not null then t.budget end",
  ],
};
