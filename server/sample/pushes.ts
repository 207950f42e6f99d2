import type { Cell } from "../../schema/registers/register.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { Role } from "../../schema/registers/roles.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import { CALENDAR_DAYS, CALENDAR_EDITIONS, CALENDARS } from "./calendars.ts";
import { KPIS, SERVICE_LEVELS, TARGETS } from "./measuring.ts";
import { sampleRecordId } from "./people.ts";
import { deliveredServices, sampleServices } from "./services.ts";
import { DEPENDENCIES, RESOURCES } from "./things.ts";
import { CATEGORIES, INCIDENTS, KNOWLEDGE, PROCESSES } from "./work.ts";

/** Rows that one person of the sample publishes, told by role. */
export interface SamplePush {
  readonly register: RegisterKey;
  readonly by: Role;
  readonly rows: readonly PushRow[];
}

/** How the sample comes to be: the same publishes, in the same order, that an institution would make. */
export function samplePushes(): readonly SamplePush[] {
  let number = 0;
  const enter = (register: RegisterKey, by: Role, cells: readonly Readonly<Record<string, Cell>>[]): SamplePush => ({
    register,
    by,
    rows: cells.map((one) => ({ row: sampleRecordId(++number), base: null, cells: one })),
  });
  return [
    enter("calendars", "SERVICE_PORTFOLIO_OWNER", CALENDARS),
    enter("calendarEditions", "SERVICE_PORTFOLIO_OWNER", CALENDAR_EDITIONS),
    enter("calendarDays", "SERVICE_PORTFOLIO_OWNER", CALENDAR_DAYS),
    { register: "services", by: "SERVICE_PORTFOLIO_OWNER", rows: sampleServices() },
    enter("resources", "RESOURCE_PORTFOLIO_OWNER", RESOURCES),
    enter("dependencies", "RESOURCE_PORTFOLIO_OWNER", DEPENDENCIES),
    enter("kpis", "SERVICE_PORTFOLIO_OWNER", KPIS),
    enter("kpiTargets", "SERVICE_PORTFOLIO_OWNER", TARGETS),
    enter("serviceLevels", "SERVICE_PORTFOLIO_OWNER", SERVICE_LEVELS),
    { register: "services", by: "SERVICE_PORTFOLIO_OWNER", rows: deliveredServices() },
    enter("categories", "RESOURCE_PORTFOLIO_OWNER", CATEGORIES),
    enter("knowledge", "RESOURCE_PORTFOLIO_OWNER", KNOWLEDGE),
    enter("incidents", "RESOURCE_PORTFOLIO_OWNER", INCIDENTS),
    enter("processes", "SERVICE_PORTFOLIO_OWNER", PROCESSES),
  ];
}
