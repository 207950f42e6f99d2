import { applications } from "./applications.ts";
import { assessments } from "./assessments.ts";
import { calendarDays } from "./calendar-days.ts";
import { calendarEditions } from "./calendar-editions.ts";
import { calendars } from "./calendars.ts";
import { capacity } from "./capacity.ts";
import { categories } from "./categories.ts";
import { changeTemplates } from "./change-templates.ts";
import { changes } from "./changes.ts";
import { conditions } from "./conditions.ts";
import { continuity } from "./continuity.ts";
import { customFieldsOf } from "./custom-fields.ts";
import { dependencies } from "./dependencies.ts";
import { finances } from "./finances.ts";
import { freezeWindows } from "./freeze-windows.ts";
import { improvements } from "./improvements.ts";
import { incidents } from "./incidents.ts";
import { knowledge } from "./knowledge.ts";
import { kpiTargets } from "./kpi-targets.ts";
import { kpis } from "./kpis.ts";
import { measurements } from "./measurements.ts";
import { people } from "./people.ts";
import { problems } from "./problems.ts";
import { processes } from "./processes.ts";
import type { Register } from "./register.ts";
import { resources } from "./resources.ts";
import { roles } from "./role-assignments.ts";
import { serviceLevels } from "./service-levels.ts";
import { services } from "./services.ts";
import { tasks } from "./tasks.ts";

/**
 * Every register, by key, in the order people meet them. Adding one here and a Prisma model of its columns
 * (`npm run models`) is all that a new register needs.
 */
const declared = {
  services,
  resources,
  dependencies,
  serviceLevels,
  calendars,
  calendarEditions,
  calendarDays,
  applications,
  incidents,
  problems,
  changes,
  assessments,
  changeTemplates,
  freezeWindows,
  knowledge,
  kpis,
  kpiTargets,
  measurements,
  improvements,
  capacity,
  continuity,
  finances,
  processes,
  tasks,
  conditions,
  categories,
  people,
  roles,
} as const satisfies Record<string, Register>;

export const registers = {
  ...declared,
  customFields: customFieldsOf(Object.values<Register>(declared)),
} as const satisfies Record<string, Register>;
export type RegisterKey = keyof typeof registers;

/** The declaration of `key`, or undefined for a register that does not exist. */
export function findRegister(key: string): Register | undefined {
  return Object.hasOwn(registers, key) ? registers[key as RegisterKey] : undefined;
}
