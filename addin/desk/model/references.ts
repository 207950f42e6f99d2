import { type Box, columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from "./address.ts";

/** A reference found in a formula. `sheet` is null when it is written without one. */
export interface Reference {
  readonly sheet: string | null;
  readonly box: Box;
}
/** What becomes of it: another box, another sheet's name (as written, quoted), or null for #REF!. */
export type Rewrite = (reference: Reference) => { readonly sheet?: string; readonly box?: Box } | null;

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const SPAN = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
/** Texts and table references first, so that nothing inside them is taken for a cell. */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![\p{L}\p{N}_.$])(${SHEET})?(${SPAN})(?![\p{L}\p{N}_.(!])`,
  "gu",
);

/** Rewrites the cell references of a formula in A1 style; structured references and texts stay as they are. */
export function rewriteReferences(formula: string, rewrite: Rewrite): string {
  return formula.replace(TOKEN, (whole: string, prefix: string | undefined, span: string | undefined) => {
    if (span === undefined) return whole;
    const corners = readSpan(span);
    if (!corners) return whole;
    const answer = rewrite({ sheet: prefix ? sheetOf(prefix) : null, box: corners.box });
    if (!answer) return `${prefix ?? ""}#REF!`;
    const sheet = answer.sheet === undefined ? (prefix ?? "") : `${answer.sheet}!`;
    return sheet + (answer.box ? corners.write(answer.box) : span);
  });
}

const sheetOf = (prefix: string): string => {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

interface Corners {
  readonly box: Box;
  write(box: Box): string;
}

function readSpan(span: string): Corners | null {
  const [first = "", last = first] = span.split(":");
  const a = corner(first);
  const b = corner(last);
  const row = Math.min(a.row ?? 0, b.row ?? 0);
  const column = Math.min(a.column ?? 0, b.column ?? 0);
  const endRow = Math.max(a.row ?? 0, b.row ?? MAX_ROWS - 1);
  const endColumn = Math.max(a.column ?? 0, b.column ?? MAX_COLUMNS - 1);
  if (endRow >= MAX_ROWS || endColumn >= MAX_COLUMNS || row < 0) return null;
  const box = { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
  const write = (to: Box): string => {
    const start = part(a, to.row, to.column);
    return span.includes(":") ? `${start}:${part(b, to.row + to.rows - 1, to.column + to.columns - 1)}` : start;
  };
  return { box, write };
}

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
  readonly fixedRow: string;
  readonly fixedColumn: string;
}

function corner(text: string): Corner {
  const [, fixedColumn = "", letters, fixedRow = "", digits] = /^(\$?)([A-Za-z]+)?(\$?)(\d+)?$/.exec(text) ?? [];
  const column = letters === undefined ? null : columnIndex(letters);
  const row = digits === undefined ? null : Number(digits) - 1;
  return {
    row,
    column,
    fixedColumn: letters === undefined ? "" : fixedColumn,
    fixedRow: fixedRow || (letters === undefined ? fixedColumn : ""),
  };
}

const part = (at: Corner, row: number, column: number): string =>
  (at.column === null ? "" : at.fixedColumn + columnName(column)) + (at.row === null ? "" : `${at.fixedRow}${row + 1}`);
