import { SCOPE_LABELS } from "../../../schema/measuring/labels.ts";
import { FORMULAS, type MeasureKey } from "../../../schema/measuring/formulas.ts";
import { scaleOf } from "../../../schema/measuring/units.ts";
import type { ScopeKind } from "../../../schema/measuring/results.ts";
import type { LaidCell, LaidSheet } from "../../workbook/laid.ts";
import { dayToSerial } from "../serial.ts";
import { type Analysed, periodLabel, periodsShown } from "./analysed.ts";
import { columnOf, sumIfs } from "./formulas.ts";
import type { ResultRow } from "./table.ts";
import { analysisWords as words } from "./words.ts";

/** Services in the matrix, periods across it: formulas enough to read, few enough to be worked out at once. */
const SERVICES = 200;
const ACROSS = 12;
const KPI = "$B$3";
const KIND = "$B$4";
const FACTOR = "$B$5";
const COUNTED = "$B$6";
/** Line 9 of the sheet is the first of the periods. */
const TOP = 7;
const CHART_COLUMN = 5;
const CHART_ROWS = 18;

/**
 * The ratio of one KPI over time, as the sum of numerators over the sum of denominators, for all scopes of a kind
 * together and for each service. Formulas over the table of results, so that they hold after every refresh of it.
 */
export function ratioSheet({ rows, headings, language, dates }: Analysed): LaidSheet {
  const say = (key: keyof typeof words): string => words[key][language];
  const column = (key: Parameters<typeof columnOf>[1]): string => columnOf(headings, key);
  const kpis = kpisOf(rows);
  const kinds = [...new Set(rows.map(({ scopeKind }) => scopeKind as ScopeKind))];
  const kindNames = kinds.map((kind) => SCOPE_LABELS[kind][language]);
  const periods = periodsShown(rows);

  const helper = CHART_COLUMN + ACROSS + 4;
  const [codes, factors, counted] = [0, 3, 4].map((at) => columnRange(helper + at, TOP + 1, Math.max(kpis.length, 1)));
  const find = (range: string | undefined): LaidCell => ({ formula: `=INDEX(${range},MATCH(${KPI},${codes},0))` });
  const where = (day: string, more: readonly string[] = []): string[] => [
    ...[column("kpiCode"), KPI, column("scopeKind"), KIND, column("from"), day],
    ...more,
  ];
  // Where the denominators add up to nothing there is no ratio; a chart leaves #N/A out.
  const ratio = (day: string, none: string, more: readonly string[] = []): LaidCell => {
    const rowsThere = `COUNTIFS(${[...where(day, more), column("numerator"), '"<>"'].join(",")})`;
    const [top, bottom] = (["numerator", "denominator"] as const).map((key) => sumIfs(column(key), where(day, more)));
    return {
      formula: `=IF(${rowsThere}=0,${none},IFERROR(IF(${COUNTED}=1,${top},${FACTOR}*${top}/${bottom}),${none}))`,
    };
  };
  // A target of its own for each service is no target of all of them together.
  const target = (day: string): LaidCell => {
    const list = where(day).join(",");
    const [low, high] = [`MINIFS(${column("target")},${list})`, `MAXIFS(${column("target")},${list})`];
    const some = `COUNTIFS(${list},${column("target")},"<>")`;
    return { formula: `=IF(${some}=0,NA(),IF(${low}=${high},${low},NA()))` };
  };
  const series: LaidCell[][] = [
    [say("from"), say("period"), say("value"), say("target")],
    ...periods.map((day, at): LaidCell[] => {
      const cell = `$A${TOP + 2 + at}`;
      return [dayToSerial(day, dates) ?? day, periodLabel(day), ratio(cell, "NA()"), target(cell)];
    }),
  ];

  const services = servicesOf(rows);
  const recent = periods.slice(-ACROSS);
  const matrixTop = TOP + CHART_ROWS + 2;
  const service = SCOPE_LABELS.SERVICE[language];
  const matrix: LaidCell[][] = [
    [say("code"), service, ...recent.map((day): LaidCell => dayToSerial(day, dates) ?? day)],
    ...services.map(([code, name], at): LaidCell[] => [
      ...[code, name],
      ...recent.map((_, which) => {
        const day = `${letters(CHART_COLUMN + 2 + which)}$${matrixTop + 1}`;
        const row = `$${letters(CHART_COLUMN)}${matrixTop + 2 + at}`;
        const mine = [column("scopeCode"), row];
        return ratio(day, '""', mine);
      }),
    ]),
  ];
  return {
    key: "SaimeResultsRatio",
    name: say("ratioTab"),
    widths: [14, 30, 12, 12, 4, 14, 34],
    blocks: [
      { row: 0, column: 0, cells: [[say("ratioTitle")]], headings: 1 },
      {
        ...{ row: 1, column: 0, headings: 0 },
        cells: [
          [say("ratioHelp"), ""],
          [say("kpi"), ""],
          [say("scopeKind"), ""],
          [say("factor"), find(factors)],
          [say("counted"), find(counted)],
        ],
      },
      { row: TOP, column: 0, cells: series, headings: 1, formats: ["dd.mm.yyyy", undefined, "#,##0.00", "#,##0.00"] },
      ...(services.length === 0
        ? []
        : [
            {
              ...{ row: matrixTop, column: CHART_COLUMN, cells: matrix, headings: 0 },
              formats: [undefined, undefined, ...recent.map(() => "#,##0.00")],
            },
            // The days across stand in the first line of the matrix and show as days.
            {
              ...{ row: matrixTop, column: CHART_COLUMN + 2, cells: [matrix[0]!.slice(2)], headings: 0 },
              formats: recent.map(() => "mm.yyyy"),
            },
          ]),
      {
        ...{ row: TOP, column: helper, headings: 1 },
        cells: [[say("code"), say("kpi"), say("unit"), say("factor"), say("counted")], ...kpis],
      },
    ],
    choices: [
      { row: 2, column: 1, values: kpis.map(([code]) => code), first: kpis[0]?.[0] ?? "" },
      { row: 3, column: 1, values: kindNames, first: kinds.includes("SERVICE") ? service : (kindNames[0] ?? "") },
    ],
    charts: [
      {
        ...{ name: "SaimeRatio", title: say("ratioTitle"), type: "LineMarkers" as const },
        over: { row: TOP, column: 1, rows: series.length, columns: 3 },
        at: { row: TOP, column: CHART_COLUMN, rows: CHART_ROWS, columns: 5 },
      },
    ],
    pivots: [],
  };
}

/**
 * Code, name, unit, factor and whether it is counted (then the sum itself is the value), of each KPI in the order of
 * their codes: the server's own figures are made so.
 */
type KpiLine = [code: string, name: string, unit: string, factor: number, counted: number];

function kpisOf(rows: readonly ResultRow[]): KpiLine[] {
  const found = new Map<string, KpiLine>();
  for (const { kpiCode, kpiName, unit, measure } of rows) {
    const code = String(kpiCode);
    if (found.has(code)) continue;
    const formula = measure !== null && Object.hasOwn(FORMULAS, measure) ? (measure as MeasureKey) : null;
    const counted = formula !== null && FORMULAS[formula].unit === "COUNT" ? 1 : 0;
    const written = String(unit ?? "");
    found.set(code, [code, String(kpiName), written, scaleOf(written, formula), counted]);
  }
  return [...found.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}

function servicesOf(rows: readonly ResultRow[]): (readonly [code: string, name: string])[] {
  const found = new Map<string, string>();
  for (const { scopeKind, scopeCode, scopeName } of rows)
    if (scopeKind === "SERVICE") found.set(String(scopeCode), String(scopeName));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, SERVICES);
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

const columnRange = (column: number, row: number, rows: number): string =>
  `$${letters(column)}$${row + 1}:$${letters(column)}$${row + rows}`;
