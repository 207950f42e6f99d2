import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { ProcessKey } from "../../schema/registers/process-list.ts";
import type { Words } from "../../schema/registers/words.ts";

/** For how many days back a register's activity shows that its process lives (domain.md, section 7). */
export const EVIDENCE_DAYS = 90;

interface Source {
  readonly register: RegisterKey;
  /** Narrows the register's rows, told as `r`; `$1` is the institution. */
  readonly where?: string;
}
interface Evidence {
  readonly what: Words;
  /** The first is where a person is sent to fill in what is missing. */
  readonly sources: readonly [Source, ...Source[]];
}

const AVAILABILITY_MEASURED = `exists (select from kpi k where k.institution_id = $1 and k.formula = 'AVAILABILITY'
                                         and k.state = 'ACTIVE' and k.retired_at is null)`;

/** What shows that each process is at work: which rows of which registers. */
export const EVIDENCE: Readonly<Record<ProcessKey, Evidence>> = {
  APPLICATIONS: {
    what: { lv: "pieteikumi", en: "applications" },
    sources: [{ register: "applications" }],
  },
  SERVICE_REQUESTS: {
    what: { lv: "pakalpojumu pieprasījumi", en: "service requests" },
    sources: [{ register: "applications", where: "r.kind = 'SERVICE_REQUEST'" }],
  },
  INCIDENTS: { what: { lv: "incidenti", en: "incidents" }, sources: [{ register: "incidents" }] },
  PROBLEMS: { what: { lv: "problēmas", en: "problems" }, sources: [{ register: "problems" }] },
  CHANGES: {
    what: { lv: "izmaiņas un to novērtējumi", en: "changes and their assessments" },
    sources: [{ register: "changes" }, { register: "assessments" }],
  },
  CONFIGURATION: {
    what: { lv: "resursi un sasaistes", en: "resources and dependencies" },
    sources: [{ register: "resources" }, { register: "dependencies" }],
  },
  SERVICE_LEVELS: {
    what: { lv: "pakalpojumu līmeņi", en: "service levels" },
    sources: [{ register: "serviceLevels" }],
  },
  CAPACITY: { what: { lv: "ietilpības ieraksti", en: "capacity records" }, sources: [{ register: "capacity" }] },
  // It has no register of its own: availability is computed from the outages of incidents, once there is a KPI for it.
  AVAILABILITY: {
    what: {
      lv: "pieejamības rādītāji, to mērķi un uzskaitītie pārtraukumi",
      en: "availability KPIs, their targets and the outages they count",
    },
    sources: [
      { register: "kpis", where: "r.formula = 'AVAILABILITY'" },
      {
        register: "kpiTargets",
        where: "exists (select from kpi k where k.id = r.kpi and k.formula = 'AVAILABILITY')",
      },
      { register: "incidents", where: `r.outage in ('FULL', 'PARTIAL') and ${AVAILABILITY_MEASURED}` },
    ],
  },
  CONTINUITY: { what: { lv: "nepārtrauktības plāni", en: "continuity plans" }, sources: [{ register: "continuity" }] },
  FINANCES: { what: { lv: "finanšu rindas", en: "finance lines" }, sources: [{ register: "finances" }] },
  IMPROVEMENT: { what: { lv: "uzlabojumi", en: "improvements" }, sources: [{ register: "improvements" }] },
};
