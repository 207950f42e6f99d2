import { bottom, type Box, MAX_COLUMNS, MAX_ROWS, right } from "../model/address.ts";

/** What of a sheet may no longer be in the grid as it is in the model. */
export type Aspect = "lines" | "merges" | "notes" | "tables" | "validations" | "frozen" | "formulas";

export const WHOLE_SHEET: Box = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
const BOXES = 64;

/** What has to be painted on one sheet, gathered until the next flush. */
export class DirtySheet {
  readonly aspects = new Set<Aspect>();
  boxes: Box[] = [];

  /** Bulk writes come as many neighbouring boxes; they are painted as one. */
  add(box: Box): void {
    const last = this.boxes.at(-1);
    const joined = last && join(last, box);
    if (joined) this.boxes[this.boxes.length - 1] = joined;
    else this.boxes.push(box);
    if (this.boxes.length > BOXES) this.boxes = [this.boxes.reduce(around)];
  }
}

function join(a: Box, b: Box): Box | null {
  const sameColumns = a.column === b.column && a.columns === b.columns;
  const sameRows = a.row === b.row && a.rows === b.rows;
  if (sameColumns && b.row <= bottom(a) && a.row <= bottom(b)) return around(a, b);
  if (sameRows && b.column <= right(a) && a.column <= right(b)) return around(a, b);
  return null;
}

function around(a: Box, b: Box): Box {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(bottom(a), bottom(b)) - row,
    columns: Math.max(right(a), right(b)) - column,
  };
}
