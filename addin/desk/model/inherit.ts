import { bottom, type Box, intersect, onSheet, right } from "./address.ts";
import { type Operation } from "./operations.ts";
import { GENERAL, NO_STYLE, type Sheet } from "./sheet.ts";

/**
 * The operations that give a new strip of rows (or columns) the looks of the row (or column) beside it: number
 * formats, styles and validations, as Excel does for inserted and auto-expanded rows.
 */
export function inheritLine(sheet: Sheet, axis: "rows" | "columns", from: number, strip: Box): Operation[] {
  const operations: Operation[] = [];
  const place = (start: number, length: number): Box =>
    axis === "rows" ? { ...strip, column: start, columns: length } : { ...strip, row: start, rows: length };
  const end = Math.min(axis === "rows" ? right(strip) : bottom(strip), extent(sheet, axis, from));
  const first = axis === "rows" ? strip.column : strip.row;
  const at = (i: number): [number, number] => (axis === "rows" ? [from, i] : [i, from]);
  for (const [start, length, format] of runs(first, end, (i) => sheet.formats.get(...at(i))))
    if (format !== GENERAL)
      operations.push({ type: "setFormats", area: onSheet(sheet.id, place(start, length)), formats: format });
  for (const [start, length, style] of runs(first, end, (i) => sheet.styles.get(...at(i))))
    if (style !== NO_STYLE) operations.push({ type: "setStyle", area: onSheet(sheet.id, place(start, length)), style });
  const line = axis === "rows" ? { ...strip, row: from, rows: 1 } : { ...strip, column: from, columns: 1 };
  for (const { box, rule } of sheet.validations) {
    const shared = intersect(box, line);
    if (!shared) continue;
    const box_ = axis === "rows" ? place(shared.column, shared.columns) : place(shared.row, shared.rows);
    operations.push({ type: "setValidation", area: onSheet(sheet.id, box_), rule });
  }
  return operations;
}

/** How far along the line anything may stand. */
function extent(sheet: Sheet, axis: "rows" | "columns", line: number): number {
  const layers = [sheet.formats, sheet.styles].map((layer) => layer.cells);
  const lengths = layers.map((grid) => (axis === "rows" ? (grid.row(line)?.length ?? 0) : grid.length));
  return Math.max(...lengths, axis === "rows" ? (sheet.cells.row(line)?.length ?? 0) : sheet.cells.length);
}

function* runs<V>(from: number, end: number, value: (i: number) => V): Generator<[number, number, V]> {
  for (let start = from; start < end;) {
    const here = value(start);
    let next = start + 1;
    while (next < end && value(next) === here) next++;
    yield [start, next - start, here];
    start = next;
  }
}
