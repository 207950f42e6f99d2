import type { Period, PeriodKind } from "./results.ts";

/** What is asked of results. A KPI and a scope are named by id, code or name, as people type them. */

/** One result. */
export interface ResultAsk {
  readonly kpi: string;
  /** A service, resource, process or institution, a sector or municipality by its name; null is the widest scope of the KPI that the person reads. */
  readonly scope: string | null;
  readonly period: Period;
}

/** Results for a sheet; what is null does not narrow. */
export interface ResultsAsk {
  readonly kpi: string | null;
  readonly scope: string | null;
  /** Each KPI's own frequency where null. */
  readonly period: PeriodKind | null;
  /** First day; the first of January two years back where null. */
  readonly from: string | null;
  /** First day that does not belong; the end of the running period where null. */
  readonly to: string | null;
  /** Cursor of the page before. */
  readonly after: string | null;
}

/** A page of results in columns: `values[i]` holds the column `columns[i]` of schema/measuring/result-columns.ts, row by row. */
export interface ResultsPage {
  readonly columns: readonly string[];
  readonly values: readonly (readonly (string | number | null)[])[];
  readonly count: number;
  /** Null on the last page. */
  readonly next: string | null;
}

/** KPIs over time, for tiles and trend lines. */
export interface SeriesAsk {
  readonly kpi: string | null;
  /** The widest scope of each KPI that the person reads, where null. */
  readonly scope: string | null;
  readonly period: PeriodKind | null;
  /** Only KPIs whose audience names this. */
  readonly audience: string | null;
  /** How many periods, 1 … 120. */
  readonly last: number;
}

/** A row that a figure rests on. */
export interface BehindRow {
  readonly register: string;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** What it added to the numerator, and to the denominator. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface Behind {
  /** The first 500, in the order of their codes. */
  readonly rows: readonly BehindRow[];
  readonly total: number;
}
