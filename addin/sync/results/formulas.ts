import type { ResultColumnKey } from "../../../schema/measuring/result-columns.ts";
import { tableName } from "../../workbook/names.ts";
import { RESULTS } from "./table.ts";

/** Headings of the table of results by what stands below them. */
export type Headings = ReadonlyMap<ResultColumnKey, string>;

/** Within brackets these begin something else, and a quote takes that from them. */
const SPECIAL = /['#[\]@]/g;

/**
 * A column of the table of results as a formula names it. It grows with the table and follows a column that is renamed
 * or moved.
 */
export const columnOf = (headings: Headings, key: ResultColumnKey): string =>
  `${tableName(RESULTS)}[${(headings.get(key) ?? key).replace(SPECIAL, "'$&")}]`;

/** Sum of a column over the rows that fit all of `where`: a column and what it must equal, by turns. */
export const sumIfs = (column: string, where: readonly string[]): string => `SUMIFS(${[column, ...where].join(",")})`;
