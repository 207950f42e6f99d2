import { SCOPE_LABELS, STATUS_LABELS } from "../../../schema/measuring/labels.ts";
import type { ResultColumnKey } from "../../../schema/measuring/result-columns.ts";
import type { Status } from "../../../schema/measuring/results.ts";
import type { LaidCell, LaidPivot, LaidSheet } from "../../workbook/laid.ts";
import { dayToSerial } from "../serial.ts";
import { columnOf } from "./formulas.ts";
import { type Analysed, periodLabel, periodsShown } from "./analysed.ts";
import { ratioSheet } from "./ratio-sheet.ts";
import { RESULTS } from "./table.ts";
import { analysisWords as words } from "./words.ts";

/** The sheets of one click: the ratio over time with its chart, statuses with theirs, and the PivotTables. */
export function analysisSheets(analysed: Analysed): readonly LaidSheet[] {
  return [ratioSheet(analysed), statusSheet(analysed), ...pivotSheets(analysed)];
}

/** Results counted by period and status, with a stacked chart. */
function statusSheet({ rows, headings, language, dates }: Analysed): LaidSheet {
  const say = (key: keyof typeof words): string => words[key][language];
  const statuses = Object.keys(STATUS_LABELS) as Status[];
  const [from, status] = [columnOf(headings, "from"), columnOf(headings, "status")];
  const periods = periodsShown(rows);
  const top = 2;
  const cells: LaidCell[][] = [
    [say("from"), say("period"), ...statuses.map((one) => STATUS_LABELS[one][language])],
    ...periods.map((day, at): LaidCell[] => [
      dayToSerial(day, dates) ?? day,
      periodLabel(day),
      ...statuses.map((_, which) => {
        const head = `${"CDEF"[which]}$${top + 1}`;
        return { formula: `=COUNTIFS(${from},$A${top + 2 + at},${status},${head})` };
      }),
    ]),
  ];
  return {
    key: "SaimeResultsStatuses",
    name: say("statusTab"),
    widths: [12, 12, 14, 14, 14, 14],
    blocks: [
      { row: 0, column: 0, cells: [[say("byStatus")]], headings: 1 },
      { row: top, column: 0, cells, headings: 1, formats: ["dd.mm.yyyy"] },
    ],
    choices: [],
    charts: [
      {
        ...{ name: "SaimeStatuses", title: say("byStatus"), type: "ColumnStacked" as const },
        over: { row: top, column: 1, rows: cells.length, columns: 1 + statuses.length },
        at: { row: top, column: 7, rows: 20, columns: 10 },
      },
    ],
    pivots: [],
  };
}

/** Parts by service and month, and results by status. Ratios cannot be made here: see docs/results-in-excel.md. */
function pivotSheets({ rows, headings, language }: Analysed): LaidSheet[] {
  const say = (key: keyof typeof words): string => words[key][language];
  const head = (key: ResultColumnKey): string => headings.get(key)!;
  // Results of a service stand beside those of the institution that they make up: only one kind may be added up.
  const only = <Key extends string>(
    key: ResultColumnKey,
    wanted: Key,
    labels: Readonly<Record<Key, { readonly lv: string; readonly en: string }>>,
  ): LaidPivot["filters"] =>
    rows.some((row) => row[key] === wanted) ? [{ field: head(key), items: [labels[wanted][language]] }] : [];
  const sum = (key: ResultColumnKey, name: string, format: string) => ({
    ...{ field: head(key), name, by: "Sum" as const, format },
  });
  const sheet = (key: string, name: string, pivot: Omit<LaidPivot, "register" | "at">): LaidSheet => ({
    ...{ key, name, widths: [34, 34], blocks: [], choices: [], charts: [] },
    pivots: [{ ...pivot, register: RESULTS, at: { row: 4, column: 0 } }],
  });
  return [
    sheet("SaimeResultsByService", say("servicePivotTab"), {
      name: "SaimePivotServices",
      rows: [head("kpiName"), head("scopeName")],
      columns: [head("from")],
      filters: only("scopeKind", "SERVICE", SCOPE_LABELS),
      data: [
        sum("numerator", say("sumNumerator"), "#,##0.00"),
        sum("denominator", say("sumDenominator"), "#,##0.00"),
        sum("count", say("sumCount"), "0"),
      ],
      totals: false,
    }),
    sheet("SaimeResultsByStatus", say("statusPivotTab"), {
      name: "SaimePivotStatuses",
      rows: [head("kpiName")],
      columns: [head("status")],
      filters: [],
      data: [{ field: head("kpiCode"), name: say("results"), by: "Count", format: "0" }],
      totals: true,
    }),
  ];
}
