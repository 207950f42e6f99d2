import type { ResultColumnKey } from "../measuring/result-columns.ts";
import type { PeriodKind } from "../measuring/results.ts";
import type { FunctionProblem } from "./problems.ts";

/** The functions that Saime adds to a workbook, each after `SAIME.`. */
export const FUNCTION_KEYS = ["KPI", "TARGET", "AVAILABILITY", "RESULTS", "WORKTIME", "DUE"] as const;
export type FunctionKey = (typeof FUNCTION_KEYS)[number];

/** So many asks go in one request. */
export const ASKS_A_REQUEST = 1_000;

/** So many rows may one `SAIME.RESULTS` spill. */
export const ROWS_A_RESULT = 5_000;

/** What one cell asks: read from its arguments, without anything that belongs to the sheet alone. */
export interface FigureAsk {
  readonly function: FunctionKey;
  /** Code or name: the KPI's; of AVAILABILITY the service's; of WORKTIME and DUE the calendar's, empty for 24×7. */
  readonly name: string;
  /** Code or name of what the figure is about; empty for the institution as a whole. */
  readonly scope?: string;
  /** How long the period is; left out where the KPI's own is meant. */
  readonly period?: PeriodKind;
  /**
   * KPI and TARGET: a day of the period `YYYY-MM-DD`, left out for the last period that has ended. AVAILABILITY and
   * RESULTS: the first day. WORKTIME and DUE: civil time of the calendar, `YYYY-MM-DDTHH:MM:SS`.
   */
  readonly from?: string;
  /** The first day after; of WORKTIME the civil time at which it ends. */
  readonly to?: string;
  /** Of DUE: minutes of service time. */
  readonly minutes?: number;
}

/** What is in a row of `SAIME.RESULTS`, in its order; but for the period, columns of the register of results. */
export const SPILLED = [
  "period",
  "scopeCode",
  "scopeName",
  "value",
  "numerator",
  "denominator",
  "count",
  "target",
  "status",
] as const satisfies readonly (ResultColumnKey | "period")[];
export type SpilledRow = readonly (string | number | null)[];

/**
 * The answer to an ask: a number; of DUE a civil time of the calendar, `YYYY-MM-DDTHH:MM:SS`; of RESULTS its rows,
 * the period as it may be typed and the status as its key. Or what stands in the way.
 */
export type FigureAnswer =
  | { readonly value: number | string | readonly SpilledRow[]; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: FunctionProblem };
