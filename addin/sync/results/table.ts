import { PERIOD_LABELS, SCOPE_LABELS, STATUS_LABELS } from "../../../schema/measuring/labels.ts";
import { RESULT_COLUMNS, type ResultColumn, type ResultColumnKey } from "../../../schema/measuring/result-columns.ts";
import { MEASURES } from "../../../schema/registers/measures.ts";
import type { Language, Words } from "../../../schema/registers/words.ts";
import { ID_HEADING } from "../../workbook/names.ts";
import type { ColumnLayout, DateSystem, SheetValue, TableLayout } from "../../workbook/port.ts";
import { civilOf, civilText } from "../civil-time.ts";
import { hiddenLayout } from "../layout.ts";
import { dayToSerial, secondsToSerial } from "../serial.ts";

/** The sheet of results as a register of the workbook: `SaimeKpiResults`. */
export const RESULTS = "kpiResults";
export const RESULT_KEYS = Object.keys(RESULT_COLUMNS) as readonly ResultColumnKey[];

export type ResultRow = Readonly<Record<ResultColumnKey, string | number | null>>;

/** What a row is known by in the sheet: a KPI has one result in a scope and a period. */
export const idOf = ({ kpiCode, scopeKind, scopeCode, periodKind, from }: ResultRow): string =>
  [kpiCode, scopeKind, scopeCode, periodKind, from].join("|");

const LABELS: Partial<Record<ResultColumnKey, Readonly<Record<string, Words>>>> = {
  measure: Object.fromEntries(Object.entries(MEASURES).map(([key, { label }]) => [key, label])),
  scopeKind: SCOPE_LABELS,
  periodKind: PERIOD_LABELS,
  status: STATUS_LABELS,
};

/** A cell of the sheet: words for keys, serials for days and instants. A missing figure is an empty cell, never zero. */
export function shown(
  key: ResultColumnKey,
  cell: string | number | null,
  language: Language,
  dates: DateSystem,
): SheetValue {
  if (cell === null) return "";
  const { type }: ResultColumn = RESULT_COLUMNS[key];
  if (typeof cell === "number") return cell;
  if (type === "date") return dayToSerial(cell, dates) ?? cell;
  if (type === "instant") {
    const civil = civilOf(cell);
    return secondsToSerial(civil, dates) ?? civilText(civil).replace("T", " ");
  }
  return LABELS[key]?.[cell]?.[language] ?? cell;
}

const FORMATS: Readonly<Record<ResultColumn["type"], ColumnLayout["format"]>> = {
  text: "TEXT",
  number: "NUMBER",
  integer: "NUMBER",
  date: "DATE",
  instant: "DATETIME",
};

export const formatOf = (key: ResultColumnKey): ColumnLayout["format"] => FORMATS[RESULT_COLUMNS[key].type];

export function resultLayout(key: ResultColumnKey, language: Language): ColumnLayout {
  const { label, width, format: code }: ResultColumn = RESULT_COLUMNS[key];
  return {
    heading: label[language],
    format: formatOf(key),
    ...(code !== undefined && !BY_UNIT.has(key) && { code }),
    width,
    hidden: false,
    wrap: false,
    quiet: true,
  };
}

export const resultsLayout = (language: Language): TableLayout => ({
  register: RESULTS,
  sheet: language === "lv" ? "Rezultāti" : "Results",
  columns: [hiddenLayout(ID_HEADING), ...RESULT_KEYS.map((key) => resultLayout(key, language))],
});

/** Columns in the KPI's own unit. */
export const BY_UNIT: ReadonlySet<ResultColumnKey> = new Set(["value", "target", "critical", "change"]);

/**
 * How figures of a unit show. Values are in the unit already, so a percentage gets its sign as a text: Excel's own
 * percent format would show 99.5 as 9950 %.
 */
export const unitFormat = (unit: string): string => (unit.trim() === "%" ? '0.00"%"' : "#,##0.00");
