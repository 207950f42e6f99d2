import type { Words } from "./words.ts";

/**
 * The processes of delivering and managing services, with what each maturity level asks of them: level 2 first; `O` must
 * be in place (obligātais), `V` is desirable (vēlamais), null is not asked (guide to the processes, table 3; domain.md,
 * section 7). Level 1 asks for nothing.
 */
export const PROCESSES = {
  APPLICATIONS: {
    label: { lv: "Pieteikumu pārvaldība", en: "Application management" },
    levels: ["O", "O", "O", "O"],
  },
  SERVICE_REQUESTS: {
    label: { lv: "Pakalpojumu pieprasījumu pārvaldība", en: "Service request management" },
    levels: ["O", "O", "O", "O"],
  },
  INCIDENTS: {
    label: { lv: "Incidentu pārvaldība", en: "Incident management" },
    levels: [null, "V", "O", "O"],
  },
  PROBLEMS: {
    label: { lv: "Problēmu pārvaldība", en: "Problem management" },
    levels: [null, "V", "O", "O"],
  },
  CHANGES: {
    label: { lv: "Izmaiņu pārvaldība", en: "Change management" },
    levels: [null, "V", "O", "O"],
  },
  CONFIGURATION: {
    label: { lv: "Konfigurāciju pārvaldība", en: "Configuration management" },
    levels: ["V", "O", "O", "O"],
  },
  SERVICE_LEVELS: {
    label: { lv: "Pakalpojumu līmeņu pārvaldība", en: "Service level management" },
    levels: ["V", "O", "O", "O"],
  },
  CAPACITY: {
    label: { lv: "Pakalpojumu resursu ietilpības pārvaldība", en: "Resource capacity management" },
    levels: [null, null, "V", "O"],
  },
  AVAILABILITY: {
    label: { lv: "Pieejamības pārvaldība", en: "Availability management" },
    levels: [null, null, "V", "O"],
  },
  CONTINUITY: {
    label: { lv: "Pakalpojumu nepārtrauktības pārvaldība", en: "Continuity management" },
    levels: [null, null, "V", "O"],
  },
  FINANCES: {
    label: { lv: "Pakalpojumu finanšu pārvaldība", en: "Financial management" },
    levels: [null, null, "V", "O"],
  },
  IMPROVEMENT: {
    label: { lv: "Pakalpojumu nepārtraukta uzlabošana", en: "Continual improvement" },
    levels: [null, "V", "V", "O"],
  },
} as const satisfies Record<string, Process>;

interface Process {
  readonly label: Words;
  readonly levels: readonly ["O" | "V" | null, "O" | "V" | null, "O" | "V" | null, "O" | "V" | null];
}
export type ProcessKey = keyof typeof PROCESSES;
