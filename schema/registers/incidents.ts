import { incidentColumns } from "./incident-columns.ts";
import { incidentLifecycle, incidentStateGuards } from "./incident-lifecycle.ts";
import type { Register } from "./register.ts";
import { inOrder } from "./support-guards.ts";
import { rolesThrough, SUPPORTERS } from "./support-roles.ts";

/** Incidents: unplanned interruptions and drops in quality, any breach of a service level among them (domain.md, section 3). */
export const incidents = {
  key: "incidents",
  type: "Incident",
  label: { lv: "Incidenti", en: "Incidents" },
  one: { lv: "Incidents", en: "Incident" },
  help: {
    lv: "Neplānoti pakalpojumu un resursu pieejamības pārtraukumi un kvalitātes pasliktināšanās, to novēršanas gaita.",
    en: "Unplanned interruptions of services and resources and drops in quality, and how they were resolved.",
  },
  code: { column: "code", prefix: "INC", digits: 5, yearly: true },
  title: "title",
  namedBy: "code",
  matchBy: ["title", "subject", "detectedAt"],
  columns: incidentColumns,
  lifecycle: incidentLifecycle,
  guards: [
    ...inOrder(incidentColumns, "INCIDENT_TIMES_IN_ORDER", [
      ["occurredAt", "detectedAt"],
      ["detectedAt", "registeredAt"],
      ["detectedAt", "reactedAt"],
      ["detectedAt", "waitsSince"],
      ["detectedAt", "restoredAt"],
      ["registeredAt", "resolvedAt"],
      ["reactedAt", "resolvedAt"],
      ["restoredAt", "resolvedAt"],
      ["registeredAt", "closedAt"],
      ["reactedAt", "closedAt"],
      ["restoredAt", "closedAt"],
      ["resolvedAt", "closedAt"],
    ]),
    ...incidentStateGuards,
  ],
  rights: { create: ["STAFF", "MONITORING"], edit: SUPPORTERS, retire: SUPPORTERS },
  rowRoles: rolesThrough("subject"),
  search: ["title", "description", "workDone"],
} as const satisfies Register;
