import { STATUS_LABELS } from "../../../schema/measuring/labels.ts";
import type { Status } from "../../../schema/measuring/results.ts";
import type { Language } from "../../../schema/registers/words.ts";
import type { LaidCell, LaidSheet } from "../../workbook/laid.ts";
import { analysisWords as words } from "./words.ts";

/** A KPI's line in a report: its figure of one period. */
export interface ReportLine {
  readonly code: string;
  readonly name: string;
  readonly scope: string;
  readonly unit: string;
  /** As it is read, such as `10.2026`. */
  readonly period: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly attainment: number | null;
  readonly status: Status | null;
  readonly change: number | null;
  /** How it moves, in a sentence or two; empty where the report is not of the latest period. */
  readonly movement: string;
}

/** A report for one audience on the figures until a day. */
export interface ReportView {
  readonly institution: string;
  /** Empty for everybody. */
  readonly audience: string;
  /** `dd.mm.yyyy`. */
  readonly until: string;
  readonly made: string;
  readonly lines: readonly ReportLine[];
}

const HEAD = 5;
/** Rows that the charts need below the table. */
const CHART = 16;

/** The report as a sheet: figures as they are now, not formulas, for a report says what was known when it was made. */
export function reportSheet(view: ReportView, language: Language): LaidSheet {
  const say = (key: keyof typeof words): string => words[key][language];
  const { lines } = view;
  const head: LaidCell[][] = [
    [say("reportTitle")],
    [say("institution"), view.institution],
    [say("audience"), view.audience === "" ? say("everybody") : view.audience],
    [say("until"), view.until],
    [say("made"), view.made],
  ];
  const table: LaidCell[][] = [
    [
      say("kpi"),
      say("scope"),
      say("period"),
      say("value"),
      say("unit"),
      say("target"),
      say("status"),
      say("change"),
      say("movement"),
    ],
    ...lines.map((line): LaidCell[] => [
      ...[`${line.code} ${line.name}`, line.scope, line.period, line.value ?? "", line.unit, line.target ?? ""],
      ...[line.status === null ? "" : STATUS_LABELS[line.status][language], line.change ?? "", line.movement],
    ]),
  ];
  const top = HEAD + 1;
  const below = top + table.length + 1;
  // Charts take their cells from columns of their own, right of what is read.
  const attained = lines.filter(({ attainment }) => attainment !== null);
  const chart: LaidCell[][] = [
    [say("kpi"), say("attainment")],
    ...attained.map((line): LaidCell[] => [`${line.code} ${line.scope}`, line.attainment ?? ""]),
  ];
  const statuses = Object.keys(STATUS_LABELS) as Status[];
  const counts: LaidCell[][] = [
    [say("status"), say("kpis")],
    ...statuses.map((status): LaidCell[] => [
      STATUS_LABELS[status][language],
      lines.filter((line) => line.status === status).length,
    ]),
  ];
  const side = 11;
  return {
    key: "SaimeReport",
    name: say("reportTab"),
    widths: [38, 26, 12, 12, 14, 12, 16, 12, 60],
    blocks: [
      { row: 0, column: 0, cells: head.map((line) => [line[0] ?? "", line[1] ?? ""]), headings: 0 },
      {
        ...{ row: top, column: 0, cells: table, headings: 1 },
        formats: [
          undefined,
          undefined,
          undefined,
          "#,##0.00",
          undefined,
          "#,##0.00",
          undefined,
          "+#,##0.00;-#,##0.00;0",
        ],
      },
      { row: top, column: side, cells: counts, headings: 1 },
      { row: top + counts.length + 1, column: side, cells: chart, headings: 1, formats: [undefined, "0%"] },
    ],
    choices: [],
    charts: [
      {
        ...{ name: "SaimeReportStatuses", title: say("byStatus"), type: "ColumnStacked" as const },
        over: { row: top, column: side, rows: counts.length, columns: 2 },
        at: { row: below, column: 0, rows: CHART, columns: 2 },
      },
      ...(attained.length === 0
        ? []
        : [
            {
              ...{ name: "SaimeReportAttainment", title: say("attainment"), type: "BarClustered" as const },
              over: { row: top + counts.length + 1, column: side, rows: chart.length, columns: 2 },
              at: { row: below, column: 2, rows: CHART, columns: 6 },
            },
          ]),
    ],
    pivots: [],
  };
}
