import { bottom, type Box, onSheet, right } from "./address.ts";
import { refused } from "./error.ts";
import { type Operation } from "./operations.ts";
import { type Shift, shiftBox } from "./shift.ts";
import { type Table, type TableColumn } from "./table.ts";

/** What a shift of cells makes of a table, worked out before anything is changed. */
export interface TablePlan {
  readonly table: Table;
  readonly gone: boolean;
  readonly box: Box;
  readonly columns: TableColumn[];
  readonly nextColumn: number;
  readonly newColumns: { readonly column: number; readonly columns: number } | null;
  readonly hiddenRows: number[] | null;
  readonly follow: readonly Operation[];
}

/** Plans a table's part in a shift. Throws InvalidOperation where Excel refuses: cells of a table move as one. */
export function planTable(table: Table, shift: Shift): TablePlan {
  return shift.axis === "rows" ? planRows(table, shift) : planColumns(table, shift);
}

const kept = (table: Table): TablePlan => ({
  table,
  gone: false,
  box: table.box,
  columns: table.columns,
  nextColumn: table.nextColumn,
  newColumns: null,
  hiddenRows: table.hiddenRows,
  follow: [],
});

function planRows(table: Table, shift: Shift): TablePlan {
  const { box } = table;
  const strip = shift.box;
  const plan = kept(table);
  const aside = right(strip) <= box.column || strip.column >= right(box);
  const emptyBody = box.rows === 1 && strip.row === bottom(box);
  if (aside || (strip.row >= bottom(box) && !emptyBody)) return plan;
  if (strip.column > box.column || right(strip) < right(box)) throw refused("tableTorn");
  if (shift.kind === "insert") {
    const moved = emptyBody ? { ...box, rows: 1 + strip.rows } : (shiftBox(box, shift) ?? box);
    return { ...plan, box: moved, hiddenRows: shiftRows(table.hiddenRows, shift) };
  }
  const moved = shiftBox(box, shift);
  if (!moved) return { ...plan, gone: true };
  const hitsHeading = strip.row <= box.row && bottom(strip) > box.row;
  if (hitsHeading) throw refused("headingDeleted");
  const hiddenRows = shiftRows(table.hiddenRows, shift);
  if (moved.rows > 1) return { ...plan, box: moved, hiddenRows };
  // Excel keeps one empty row in a table that has lost all its rows.
  const row = { ...strip, row: moved.row + 1, rows: 1 };
  const refill: Operation = { type: "insertCells", area: onSheet(table.sheet, row), shift: "vertical" };
  return { ...plan, box: moved, hiddenRows: null, follow: [refill] };
}

const shiftRows = (rows: readonly number[] | null, shift: Shift): number[] | null =>
  rows &&
  rows.flatMap((row) => {
    const line = { ...shift.box, row, rows: 1 };
    return shiftBox(line, shift)?.row ?? [];
  });

function planColumns(table: Table, shift: Shift): TablePlan {
  const { box } = table;
  const strip = shift.box;
  const plan = kept(table);
  const aside = bottom(strip) <= box.row || strip.row >= bottom(box);
  if (aside || strip.column >= right(box)) return plan;
  if (strip.row > box.row || bottom(strip) < bottom(box)) throw refused("tableTorn");
  const moved = shiftBox(box, shift);
  if (!moved) return { ...plan, gone: true };
  if (shift.kind === "delete") {
    const columns = table.columns.filter((_, i) => {
      const column = box.column + i;
      return column < strip.column || column >= right(strip);
    });
    return { ...plan, box: moved, columns };
  }
  if (strip.column <= box.column) return { ...plan, box: moved };
  const fresh = Array.from({ length: strip.columns }, (_, i) => ({ id: table.nextColumn + i, name: "" }));
  return {
    ...plan,
    box: moved,
    columns: table.columns.toSpliced(strip.column - box.column, 0, ...fresh),
    nextColumn: table.nextColumn + strip.columns,
    newColumns: { column: strip.column, columns: strip.columns },
  };
}
