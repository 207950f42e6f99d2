import type { ICellData, Nullable, Worksheet } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/preset-sheets-core";
import { bottom, type Box, MAX_COLUMNS, MAX_ROWS, right } from "../model/address.ts";
import type { CellContent } from "../model/operations.ts";
import type { Sheet } from "../model/sheet.ts";
import { cellOf, contentOf, sameContent } from "./cell-data.ts";
import type { Grid } from "./grid.ts";

type Pending = Record<number, Record<number, ICellData>>;

const SPARE_ROWS = 500;
const SPARE_COLUMNS = 12;
/** Columns beyond these show no look of a whole column. */
const STYLED_COLUMNS = 702;

/**
 * Makes the cells of a box in the grid what they are in the model. Plain values go straight into Univer's cell matrix,
 * which is a hundred times faster than its commands; formulas go through a mutation so that they are calculated.
 */
export function paintCells(grid: Grid, sheet: Sheet, box: Box): void {
  const worksheet = grid.sheet(sheet.id);
  if (!worksheet) return;
  makeRoom(worksheet, sheet);
  if (box.rows >= MAX_ROWS) paintColumnLooks(grid, worksheet, sheet, box);
  else if (box.columns >= MAX_COLUMNS) paintRowLooks(grid, worksheet, sheet, box);
  const { cells, formats, styles } = sheet;
  const matrix = worksheet.getCellMatrix();
  const lengths = [cells.length, formats.cells.length, styles.cells.length, matrix.getLength()];
  const end = Math.min(bottom(box), Math.max(...lengths));
  const withFormula: Pending = {};
  for (let row = box.row; row < end; row++) {
    const line = new Set<number>();
    const filled = [cells.row(row), formats.cells.row(row), styles.cells.row(row)];
    const width = Math.min(right(box), Math.max(...filled.map((values) => values?.length ?? 0)));
    for (let column = box.column; column < width; column++) paintCell(row, column);
    for (const key of Object.keys(matrix.getMatrix()[row] ?? {})) {
      const column = Number(key);
      if (column >= Math.max(width, box.column) && column < right(box)) line.add(column);
    }
    for (const column of line) paintCell(row, column);
  }
  if (Object.keys(withFormula).length > 0)
    grid.run(SetRangeValuesMutation.id, { subUnitId: sheet.id, cellValue: withFormula });

  function paintCell(row: number, column: number): void {
    const stored = cells.get(row, column);
    const known = matrix.getValue(row, column);
    if (stored !== undefined && typeof stored !== "object" && !known?.f && !known?.si) {
      // What almost every cell is: worth a short way.
      const cell = cellOf({ value: stored });
      const style = grid.styles.id(
        { format: formats.get(row, column), style: styles.get(row, column) },
        formats.columnDefault(column),
      );
      if (style !== undefined) cell.s = style;
      matrix.setValue(row, column, cell);
      return;
    }
    const content = sheet.content(row, column);
    const style = ownStyle(row, column, content);
    const old = matrix.getValue(row, column);
    const oldFormula = grid.formula(sheet.id, row, column, old);
    if (oldFormula !== null || content?.formula !== undefined) {
      if (sameContent(contentOf(old, oldFormula), content)) setStyle(row, column, old, style);
      else (withFormula[row] ??= {})[column] = { ...whole(content), s: style ?? null };
    } else if (content)
      matrix.setValue(row, column, style === undefined ? cellOf(content) : { ...cellOf(content), s: style });
    else if (style !== undefined) matrix.setValue(row, column, { s: style });
    else if (old) matrix.realDeleteValue(row, column);
  }

  function setStyle(row: number, column: number, old: Nullable<ICellData>, s: string | undefined): void {
    const { s: _before, ...rest } = old ?? {};
    matrix.setValue(row, column, s === undefined ? rest : { ...rest, s });
  }

  /** An empty cell without a look of its own takes its row's and column's. */
  function ownStyle(row: number, column: number, content: CellContent | null): string | undefined {
    const explicit = formats.cells.get(row, column) !== undefined || styles.cells.get(row, column) !== undefined;
    if (!explicit && content === null) return undefined;
    const look = { format: formats.get(row, column), style: styles.get(row, column) };
    return grid.styles.id(look, formats.columnDefault(column));
  }
}

/** A cell spelt out so that nothing of what stood there before is left. */
function whole(content: CellContent | null): ICellData {
  const cell = content ? cellOf(content) : { v: null, t: null };
  return { p: null, si: null, f: null, ...cell };
}

function paintColumnLooks(grid: Grid, worksheet: Worksheet, sheet: Sheet, box: Box): void {
  const columns = worksheet.getColumnManager();
  for (let column = box.column; column < Math.min(right(box), STYLED_COLUMNS); column++) {
    const look = { format: sheet.formats.columnDefault(column), style: sheet.styles.columnDefault(column) };
    const id = grid.styles.id(look);
    if (id !== undefined) columns.getColumnOrCreate(column).s = id;
    else if (columns.getColumn(column)?.s) columns.getColumnOrCreate(column).s = null;
  }
}

function paintRowLooks(grid: Grid, worksheet: Worksheet, sheet: Sheet, box: Box): void {
  const last = MAX_COLUMNS - 1;
  for (let row = box.row; row < Math.min(bottom(box), worksheet.getRowCount()); row++) {
    const look = { format: sheet.formats.get(row, last), style: sheet.styles.get(row, last) };
    const id = grid.styles.id(look);
    if (id !== undefined) worksheet.getRowManager().getRowOrCreate(row).s = id;
    else if (worksheet.getRowManager().getRow(row)?.s) worksheet.getRowManager().getRowOrCreate(row).s = null;
  }
}

/** Empty rows and columns to go on typing below and beside what is filled. */
function makeRoom(worksheet: Worksheet, sheet: Sheet): void {
  const rows = Math.min(MAX_ROWS, sheet.cells.length + SPARE_ROWS);
  if (worksheet.getRowCount() < rows) worksheet.setRowCount(rows);
  const width = widest(sheet);
  if (worksheet.getColumnCount() < width + 1) worksheet.setColumnCount(Math.min(MAX_COLUMNS, width + SPARE_COLUMNS));
}

function widest(sheet: Sheet): number {
  let width = 0;
  for (let row = 0; row < sheet.cells.length; row++) width = Math.max(width, sheet.cells.row(row)?.length ?? 0);
  return width;
}
