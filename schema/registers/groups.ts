import type { RegisterKey } from "./catalogue.ts";
import type { Role } from "./roles.ts";
import type { Words } from "./words.ts";

/** How registers stand together where people choose among them. */
export interface RegisterGroup {
  readonly key: string;
  readonly label: Words;
  readonly registers: readonly RegisterKey[];
}

export const REGISTER_GROUPS: readonly RegisterGroup[] = [
  {
    key: "portfolio",
    label: { lv: "Pakalpojumi un resursi", en: "Services and resources" },
    registers: ["services", "resources", "dependencies", "serviceLevels"],
  },
  {
    key: "support",
    label: { lv: "Atbalsta darbs", en: "Support work" },
    registers: ["applications", "incidents", "problems", "categories"],
  },
  {
    key: "changes",
    label: { lv: "Izmaiņas", en: "Changes" },
    registers: ["changes", "assessments", "changeTemplates", "freezeWindows"],
  },
  {
    key: "time",
    label: { lv: "Darba laiks", en: "Service time" },
    registers: ["calendars", "calendarEditions", "calendarDays"],
  },
  {
    key: "measuring",
    label: { lv: "Zināšanas un mērīšana", en: "Knowledge and measuring" },
    registers: ["knowledge", "kpis", "kpiTargets", "measurements", "improvements"],
  },
  {
    key: "management",
    label: { lv: "Pārvaldība", en: "Management" },
    registers: [
      "capacity",
      "continuity",
      "finances",
      "processes",
      "tasks",
      "conditions",
      "people",
      "roles",
      "customFields",
    ],
  },
];

/** The registers in which somebody of a role does their daily work (domain.md, section 1). */
const DAILY: Readonly<Record<Role, readonly RegisterKey[]>> = {
  STATE_LEAD: ["kpis", "kpiTargets"],
  SECTOR_LEAD: ["kpis", "kpiTargets"],
  MUNICIPALITY_LEAD: ["kpis", "kpiTargets"],
  SERVICE_PORTFOLIO_OWNER: [
    "services",
    "dependencies",
    "serviceLevels",
    "incidents",
    "changes",
    "kpis",
    "improvements",
    "tasks",
    "roles",
  ],
  RESOURCE_PORTFOLIO_OWNER: [
    "resources",
    "dependencies",
    "incidents",
    "changes",
    "improvements",
    "capacity",
    "continuity",
    "finances",
    "tasks",
    "roles",
  ],
  SERVICE_OWNER: [
    "services",
    "serviceLevels",
    "applications",
    "incidents",
    "problems",
    "changes",
    "knowledge",
    "kpis",
    "kpiTargets",
    "measurements",
    "improvements",
  ],
  SERVICE_PROVIDER: ["services", "applications", "incidents", "problems", "knowledge", "measurements"],
  FRONT_OFFICE: ["applications", "incidents", "knowledge"],
  RESOURCE_OWNER: [
    "resources",
    "dependencies",
    "incidents",
    "problems",
    "changes",
    "knowledge",
    "improvements",
    "capacity",
    "continuity",
  ],
  RESOURCE_USER: ["resources", "incidents"],
  RECIPIENT: ["applications"],
  PROCESS_MANAGER: ["improvements", "processes", "tasks"],
};

/** Everyone of an institution may register an incident and ask for a change. */
const ANYBODY: readonly RegisterKey[] = ["incidents", "changes"];

/** Registers whose sheets a person of these roles works in, in the order of the groups; without a role, what anybody may. */
export function dailyRegisters(roles: readonly Role[]): readonly RegisterKey[] {
  const wanted = new Set(roles.length === 0 ? ANYBODY : roles.flatMap((role) => DAILY[role]));
  return REGISTER_GROUPS.flatMap((group) => group.registers).filter((key) => wanted.has(key));
}
