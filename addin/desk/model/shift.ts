import { bottom, type Box, MAX_COLUMNS, MAX_ROWS, right } from "./address.ts";

/**
 * An insertion or deletion of cells: `box` is inserted (what stood there moves down or right) or taken out
 * (what stands behind it moves up or left).
 */
export interface Shift {
  readonly kind: "insert" | "delete";
  readonly axis: "rows" | "columns";
  readonly box: Box;
}

/** Where a moved block of whole rows or columns goes: `from … from+count-1` before `to`, counted before the move. */
export interface Move {
  readonly axis: "rows" | "columns";
  readonly from: number;
  readonly count: number;
  readonly to: number;
}

/** A whole-row or whole-column shift. */
export function wholeShift(kind: Shift["kind"], axis: Shift["axis"], at: number, count: number): Shift {
  const box =
    axis === "rows"
      ? { row: at, column: 0, rows: count, columns: MAX_COLUMNS }
      : { row: 0, column: at, rows: MAX_ROWS, columns: count };
  return { kind, axis, box };
}

/** The box turned on its side, so that one piece of arithmetic serves both axes. */
const turned = (box: Box): Box => ({
  row: box.column,
  column: box.row,
  rows: box.columns,
  columns: box.rows,
});

/**
 * Where a box stands after a shift, as Excel moves references: a box inside the shifted strip moves, grows or
 * shrinks; one that sticks out of the strip's sides stays. Null when all of it was deleted.
 */
export function shiftBox(box: Box, shift: Shift): Box | null {
  if (shift.axis === "rows") return shiftDown(box, shift.kind, shift.box);
  const moved = shiftDown(turned(box), shift.kind, turned(shift.box));
  return moved && turned(moved);
}

function shiftDown(box: Box, kind: Shift["kind"], strip: Box): Box | null {
  const inStrip = box.column >= strip.column && right(box) <= right(strip);
  if (!inStrip) return box;
  if (kind === "insert") {
    if (strip.row <= box.row) return { ...box, row: box.row + strip.rows };
    if (strip.row < bottom(box)) return { ...box, rows: box.rows + strip.rows };
    return box;
  }
  const first = afterDelete(box.row, strip);
  const last = afterDelete(bottom(box), strip);
  return last > first ? { ...box, row: first, rows: last - first } : null;
}

/** An edge's place once the strip's rows are gone. */
const afterDelete = (edge: number, strip: Box): number =>
  edge <= strip.row ? edge : Math.max(strip.row, edge - strip.rows);

/** Where row or column `index` stands after a move. */
export function movedIndex(index: number, move: Move): number {
  const { from, count, to } = move;
  if (index >= from && index < from + count) return index - from + (to > from ? to - count : to);
  if (index >= from + count && index < to) return index - count;
  if (index >= to && index < from) return index + count;
  return index;
}
