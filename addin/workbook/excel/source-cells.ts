import type { SourceCell } from "../../sync/importing.ts";
import { ServerError } from "../../sync/server.ts";
import { serialToDay, serialToSeconds } from "../../sync/serial.ts";
import type { Work } from "../../sync/service.ts";
import type { DateSystem } from "../port.ts";
import { isDateFormat } from "./date-format.ts";

/** Excel on the web answers at most 5 MB a request; a chunk aims well below. */
const CHUNK_BYTES = 1_500_000;
const FIRST_CELLS = 5_000;
const MOST_CELLS = 100_000;

const EMPTY: SourceCell = { value: "", text: "" };
const ERROR = /^#[A-Z0-9/!?_]+[!?]?$/u;
const encoder = new TextEncoder();

type Value = string | number | boolean;
type Matrix = readonly (readonly Value[])[];

/**
 * The cells of a range, read in chunks of rows that stay under the host's limit. Formats and shown texts are fetched
 * only for columns with numbers, kinds of value only where something looks like an error.
 */
export async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  range: Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">,
  work: Work | undefined,
): Promise<readonly (readonly SourceCell[])[]> {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const cells: (readonly SourceCell[])[] = [];
  let rows = Math.max(1, Math.floor(FIRST_CELLS / columnCount));
  let dates: DateSystem | undefined;
  while (cells.length < rowCount) {
    if (work?.signal?.aborted) throw new ServerError("CANCELLED", "Reading the source was cancelled.");
    const count = Math.min(rows, rowCount - cells.length);
    const chunk = sheet.getRangeByIndexes(rowIndex + cells.length, columnIndex, count, columnCount);
    chunk.load("values");
    try {
      await context.sync();
    } catch (error) {
      if (!tooLarge(error) || rows === 1) throw error;
      rows = Math.max(1, Math.floor(rows / 2));
      continue;
    }
    const values = chunk.values as Matrix;
    const details = await detailsOf(context, chunk, values);
    if (dates === undefined && details.some((detail) => detail?.formats.some(([format]) => isDate(format)))) {
      dates = await dateSystem(context);
    }
    for (let row = 0; row < values.length; row++) {
      cells.push((values[row] ?? []).map((value, column) => cellOf(value, details[column], row, dates ?? 1900)));
    }
    chunk.untrack();
    work?.onProgress?.({ phase: "READ", done: cells.length, total: rowCount });
    const bytes = Math.max(1, encoder.encode(JSON.stringify(values)).length);
    const fitting = Math.floor((count * CHUNK_BYTES) / bytes);
    rows = Math.max(1, Math.min(fitting, rows * 4, Math.floor(MOST_CELLS / columnCount) || 1));
  }
  return cells;
}

/** What a column's values alone do not tell; matrices of one column. */
interface Detail {
  readonly formats: readonly (readonly unknown[])[];
  readonly texts: readonly (readonly unknown[])[];
  readonly types: readonly (readonly unknown[])[];
}

async function detailsOf(
  context: Excel.RequestContext,
  chunk: Excel.Range,
  values: Matrix,
): Promise<readonly (Detail | undefined)[]> {
  const width = values[0]?.length ?? 0;
  const asked = Array.from({ length: width }, (_, column) => {
    const numbers = values.some((row) => typeof row[column] === "number" || typeof row[column] === "boolean");
    const errors = values.some((row) => typeof row[column] === "string" && ERROR.test(row[column]));
    if (!numbers && !errors) return undefined;
    const range = chunk.getColumn(column);
    range.load([...(numbers ? ["numberFormat", "text"] : []), ...(errors ? ["valueTypes"] : [])]);
    return { range, numbers, errors };
  });
  if (asked.some((ask) => ask !== undefined)) await context.sync();
  return asked.map((ask) => {
    if (!ask) return undefined;
    const { range, numbers, errors } = ask;
    const detail: Detail = {
      formats: numbers ? (range.numberFormat as unknown[][]) : [],
      texts: numbers ? range.text : [],
      types: errors ? range.valueTypes : [],
    };
    range.untrack();
    return detail;
  });
}

const isDate = (format: unknown) => typeof format === "string" && isDateFormat(format);

function cellOf(value: Value, detail: Detail | undefined, row: number, dates: DateSystem): SourceCell {
  if (value === "") return EMPTY;
  if (typeof value === "string") {
    const error = detail?.types[row]?.[0] === "Error";
    return error ? { value, text: value, error } : { value, text: value };
  }
  const shown = detail?.texts[row]?.[0];
  // A column too narrow shows ####, which says nothing of the number.
  const text = typeof shown === "string" && !/^#+$/u.test(shown) ? shown : String(value);
  if (typeof value !== "number" || !isDate(detail?.formats[row]?.[0])) return { value, text };
  const seconds = Number.isInteger(value) ? null : serialToSeconds(value, dates);
  if (seconds !== null) {
    const [date = "", time = ""] = new Date(seconds * 1_000).toISOString().slice(0, 19).split("T");
    return { value, text, date, time };
  }
  const date = serialToDay(value, dates);
  return date === null ? { value, text } : { value, text, date };
}

/** Excel has no property for it, but its own DATE function tells. */
async function dateSystem(context: Excel.RequestContext): Promise<DateSystem> {
  const probe = context.workbook.functions.date(2000, 1, 1);
  probe.load("value");
  await context.sync();
  return probe.value === 35_064 ? 1904 : 1900;
}

function tooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && /PayloadSizeLimitExceeded/u.test(`${error.code} ${error.message}`);
}
