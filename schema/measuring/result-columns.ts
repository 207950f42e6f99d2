import type { Words } from "../registers/words.ts";

/** A column of the read-only register “KPI results” (domain.md, section 2). */
export interface ResultColumn {
  readonly label: Words;
  readonly type: "text" | "number" | "integer" | "date" | "instant";
  /** As Excel writes number formats; left out, the type's own. */
  readonly format?: string;
  /** Characters. */
  readonly width: number;
}

const text = (lv: string, en: string, width: number): ResultColumn => ({ label: { lv, en }, type: "text", width });
const whole = (lv: string, en: string, width: number): ResultColumn => ({
  ...{ label: { lv, en }, type: "integer", format: "0", width },
});
const number = (lv: string, en: string, width: number, format = "#,##0.##"): ResultColumn => ({
  ...{ label: { lv, en }, type: "number", format, width },
});

/**
 * What a row of KPI results holds, in this order: one KPI in one scope and one period. Made for pivots: ratios come with
 * their numerator and denominator, which may be added up, and with the widths of the scope and of the calendar as
 * columns of their own. Choices (`scopeKind`, `periodKind`, `status`) stand as keys and are shown by their words.
 */
export const RESULT_COLUMNS = {
  kpiCode: text("Rādītāja kods", "KPI code", 12),
  kpiName: text("Rādītājs", "KPI", 36),
  measure: text("Mērs", "Measure", 24),
  unit: text("Mērvienība", "Unit", 11),
  scopeKind: text("Tvēruma veids", "Scope kind", 14),
  scopeCode: text("Tvēruma kods", "Scope code", 13),
  scopeName: text("Tvērums", "Scope", 36),
  institution: text("Iestāde", "Institution", 30),
  sector: text("Nozare", "Sector", 20),
  municipality: text("Pašvaldība", "Municipality", 20),
  periodKind: text("Perioda veids", "Period kind", 13),
  from: { label: { lv: "No", en: "From" }, type: "date", width: 12 },
  to: { label: { lv: "Līdz (neieskaitot)", en: "To (not included)" }, type: "date", width: 12 },
  year: whole("Gads", "Year", 8),
  quarter: whole("Ceturksnis", "Quarter", 10),
  month: whole("Mēnesis", "Month", 9),
  value: number("Vērtība", "Value", 12),
  numerator: number("Skaitītājs", "Numerator", 14),
  denominator: number("Saucējs", "Denominator", 14),
  count: whole("Skaits", "Count", 9),
  target: number("Mērķis", "Target", 11),
  critical: number("Kritiskais slieksnis", "Critical threshold", 12),
  attainment: number("Izpilde", "Attainment", 10, "0%"),
  status: text("Statuss", "Status", 14),
  change: number("Izmaiņa", "Change", 11, "+#,##0.##;-#,##0.##;0"),
  coverage: number("Pārklājums", "Coverage", 11, "0%"),
  edition: whole("Formulas redakcija", "Formula edition", 10),
  watermark: text("Pēdējais notikums", "Last event", 14),
  computedAt: { label: { lv: "Aprēķināts", en: "Computed at" }, type: "instant", width: 18 },
} as const satisfies Record<string, ResultColumn>;

export type ResultColumnKey = keyof typeof RESULT_COLUMNS;
