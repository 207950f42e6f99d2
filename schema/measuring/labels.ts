import type { Words } from "../registers/words.ts";
import type { PeriodKind, ScopeKind, Status } from "./results.ts";

/** Words for what results hold as keys. */

export const STATUS_LABELS: Record<Status, Words> = {
  MET: { lv: "Sasniegts", en: "Met" },
  AT_RISK: { lv: "Apdraudēts", en: "At risk" },
  MISSED: { lv: "Nav sasniegts", en: "Missed" },
  NO_DATA: { lv: "Nav datu", en: "No data" },
};

export const PERIOD_LABELS: Record<PeriodKind, Words> = {
  DAY: { lv: "Diena", en: "Day" },
  WEEK: { lv: "Nedēļa", en: "Week" },
  MONTH: { lv: "Mēnesis", en: "Month" },
  QUARTER: { lv: "Ceturksnis", en: "Quarter" },
  YEAR: { lv: "Gads", en: "Year" },
};

export const SCOPE_LABELS: Record<ScopeKind, Words> = {
  SERVICE: { lv: "Pakalpojums", en: "Service" },
  RESOURCE: { lv: "Resurss", en: "Resource" },
  PROCESS: { lv: "Process", en: "Process" },
  INSTITUTION: { lv: "Iestāde", en: "Institution" },
  SECTOR: { lv: "Nozare", en: "Sector" },
  MUNICIPALITY: { lv: "Pašvaldība", en: "Municipality" },
  STATE: { lv: "Valsts", en: "State" },
};
