import { applicationColumns } from "./application-columns.ts";
import { applicationLifecycle, applicationStateGuards } from "./application-lifecycle.ts";
import type { Register } from "./register.ts";
import { inOrder } from "./support-guards.ts";

/** Applications: everything that recipients ask, report or say, through the single point of contact (domain.md, section 5; seed 003). */
export const applications = {
  key: "applications",
  type: "Application",
  label: { lv: "Pieteikumi", en: "Applications" },
  one: { lv: "Pieteikums", en: "Application" },
  help: {
    lv: "Visi saņēmēju pieteikumi: pieprasījumi, jautājumi, incidentu pieteikumi, sūdzības un ierosinājumi.",
    en: "All that recipients apply with: requests, questions, incident reports, complaints and suggestions.",
  },
  code: { column: "code", prefix: "PIET", digits: 5, yearly: true },
  title: "title",
  namedBy: "code",
  matchBy: ["title", "receivedAt"],
  columns: applicationColumns,
  lifecycle: applicationLifecycle,
  guards: [
    ...inOrder(applicationColumns, "APPLICATION_TIMES_IN_ORDER", [
      ["receivedAt", "registeredAt"],
      ["receivedAt", "fulfilledAt"],
      ["registeredAt", "closedAt"],
      ["fulfilledAt", "closedAt"],
    ]),
    ...applicationStateGuards,
  ],
  rights: {
    create: ["FRONT_OFFICE", "SERVICE_PROVIDER", "SERVICE_OWNER", "RECIPIENT"],
    edit: ["FRONT_OFFICE", "SERVICE_PROVIDER", "SERVICE_OWNER"],
    retire: ["FRONT_OFFICE", "SERVICE_OWNER"],
    read: ["STAFF", "RECIPIENT"],
  },
  rowRoles: {
    SERVICE_OWNER: [{ column: "owner", via: "service", of: "services" }],
    SERVICE_PROVIDER: [{ column: "providers", via: "service", of: "services" }],
    // Held for one's own applications alone, never through the service.
    RECIPIENT: [{ column: "applicantPerson" }],
  },
  // Of their own applications recipients see what they said themselves.
  personalFor: ["FRONT_OFFICE", "SERVICE_PROVIDER", "SERVICE_OWNER", "RECIPIENT"],
} as const satisfies Register;
