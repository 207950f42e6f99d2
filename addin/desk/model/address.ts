import { badArgument } from "./error.ts";
import { type Area } from "./operations.ts";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** An area without its sheet. */
export type Box = Omit<Area, "sheet">;

/** 0 → "A", 26 → "AA". */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** "A" → 0, "aa" → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Reads `A1`, `A1:B2`, `A:C` and `2:5`, with or without dollars. Throws InvalidArgument. */
export function parseBox(text: string): Box {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, c1 = "", r1 = "", c2, r2] = cells;
    return between(Number(r1) - 1, columnIndex(c1), Number(r2 ?? r1) - 1, columnIndex(c2 ?? c1));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return between(0, columnIndex(columns[1] ?? ""), MAX_ROWS - 1, columnIndex(columns[2] ?? ""));
  const rows = ROWS.exec(text);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  throw badArgument();
}

function between(r1: number, c1: number, r2: number, c2: number): Box {
  return checked({
    row: Math.min(r1, r2),
    column: Math.min(c1, c2),
    rows: Math.abs(r2 - r1) + 1,
    columns: Math.abs(c2 - c1) + 1,
  });
}

/** The box itself when it lies on the sheet. Throws InvalidArgument. */
export function checked<B extends Box>(box: B): B {
  const whole = [box.row, box.column, box.rows, box.columns].every(Number.isInteger);
  if (!whole || box.row < 0 || box.column < 0 || box.rows < 1 || box.columns < 1) throw badArgument();
  if (box.row + box.rows > MAX_ROWS || box.column + box.columns > MAX_COLUMNS) throw badArgument();
  return box;
}

/** Parts `Sheet!A1` and `'My sheet'!A1` into sheet name (null when none is written) and the rest. */
export function splitAddress(text: string): { readonly sheet: string | null; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), rest: quoted[2] ?? "" };
  const mark = text.lastIndexOf("!");
  return mark < 0 ? { sheet: null, rest: text } : { sheet: text.slice(0, mark), rest: text.slice(mark + 1) };
}

/** Writes a box the way Excel does: `B2`, `B2:C9`, `B:C`, `2:9`. */
export function formatBox(box: Box, absolute = false): string {
  const d = absolute ? "$" : "";
  const lastColumn = columnName(box.column + box.columns - 1);
  const lastRow = box.row + box.rows;
  if (box.columns === MAX_COLUMNS) return `${d}${box.row + 1}:${d}${lastRow}`;
  if (box.rows === MAX_ROWS) return `${d}${columnName(box.column)}:${d}${lastColumn}`;
  const first = `${d}${columnName(box.column)}${d}${box.row + 1}`;
  return box.rows === 1 && box.columns === 1 ? first : `${first}:${d}${lastColumn}${d}${lastRow}`;
}

/** A sheet's name as it stands in an address, quoted where Excel quotes it. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeCell(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** True for names such as `A1`, `XFD9`, `R1C1`, `R`, `C`, that Excel reads as references. */
export function looksLikeCell(name: string): boolean {
  const cell = /^([A-Z]{1,3})(\d{1,7})$/i.exec(name);
  if (cell && columnIndex(cell[1] ?? "") < MAX_COLUMNS && Number(cell[2]) >= 1 && Number(cell[2]) <= MAX_ROWS)
    return true;
  return /^(?:R\d*)?(?:C\d*)?$/i.test(name);
}

export const bottom = (box: Box): number => box.row + box.rows;
export const right = (box: Box): number => box.column + box.columns;

/** What two boxes share, or null. */
export function intersect(a: Box, b: Box): Box | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(bottom(a), bottom(b)) - row;
  const columns = Math.min(right(a), right(b)) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export const contains = (outer: Box, inner: Box): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  bottom(inner) <= bottom(outer) &&
  right(inner) <= right(outer);

export const onSheet = (sheet: string, box: Box): Area => ({
  sheet,
  row: box.row,
  column: box.column,
  rows: box.rows,
  columns: box.columns,
});

export const boxOf = ({ row, column, rows, columns }: Box): Box => ({ row, column, rows, columns });

/** The parts of `from` that `hole` does not cover (at most four). */
export function subtract(from: Box, hole: Box): Box[] {
  const cut = intersect(from, hole);
  if (!cut) return [from];
  const parts: Box[] = [];
  if (cut.row > from.row) parts.push({ ...from, rows: cut.row - from.row });
  if (bottom(cut) < bottom(from)) parts.push({ ...from, row: bottom(cut), rows: bottom(from) - bottom(cut) });
  const middle = { row: cut.row, rows: cut.rows };
  if (cut.column > from.column) parts.push({ ...middle, column: from.column, columns: cut.column - from.column });
  if (right(cut) < right(from)) parts.push({ ...middle, column: right(cut), columns: right(from) - right(cut) });
  return parts;
}
