import { kpi } from "../../../i18n/messages/kpi.ts";
import type { SeriesView } from "./port.ts";

/**
 * For whom a KPI is read, and how deep. The register keeps an audience as free text; it is known by the stems of its
 * words in both languages.
 */
export const AUDIENCES = {
  MANAGEMENT: { label: kpi.MANAGEMENT, stems: ["vadīb", "vadīt", "manage", "lead"], depth: 2 },
  TECHNICAL: { label: kpi.TECHNICAL, stems: ["tehnisk", "technic", "komand", "team"], depth: 3 },
  RECIPIENTS: {
    label: kpi.RECIPIENTS,
    stems: ["saņēmēj", "klient", "recipient", "client", "public", "sabiedr"],
    depth: 1,
  },
} as const;
export type Audience = keyof typeof AUDIENCES;

/** 1: value, target and status. 2: how it moves too. 3: limits, signals and parts as well. */
export const depthOf = (audience: Audience | null): 1 | 2 | 3 => (audience === null ? 3 : AUDIENCES[audience].depth);

export const isFor = ({ audience: written }: SeriesView, audience: Audience | null): boolean => {
  if (audience === null) return true;
  const text = written.toLocaleLowerCase("lv");
  return AUDIENCES[audience].stems.some((stem) => text.includes(stem));
};
