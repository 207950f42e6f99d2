import type { IRange, Worksheet } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetFrozenMutation,
} from "@univerjs/preset-sheets-core";
import { SheetsNoteModel, UpdateNoteMutation, RemoveNoteMutation } from "@univerjs/preset-sheets-note";
import { bottom, type Box, right } from "../model/address.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Grid } from "./grid.ts";
import { UNIT } from "./univer-app.ts";

export const rangeOf = (box: Box): IRange => ({
  startRow: box.row,
  startColumn: box.column,
  endRow: bottom(box) - 1,
  endColumn: right(box) - 1,
});

export const boxOfRange = (range: IRange): Box => ({
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});

const key = (box: Box): string => `${box.row},${box.column},${box.rows},${box.columns}`;
const keys = (boxes: readonly Box[]): string => boxes.map(key).sort().join(";");

/** Hidden rows and columns, heights and widths. */
export function paintLines(worksheet: Worksheet, sheet: Sheet): void {
  const rows = worksheet.getRowManager();
  const columns = worksheet.getColumnManager();
  const lastRow = Math.max(sheet.hiddenRows.length, sheet.heights.length, rows.getSize());
  for (let row = 0; row < lastRow; row++) {
    const hidden = sheet.hiddenRows.get(row, 0) === true;
    const height = sheet.heights.get(row, 0);
    const known = rows.getRow(row);
    if (!known && !hidden && height === undefined) continue;
    const line = rows.getRowOrCreate(row);
    line.hd = hidden ? 1 : 0;
    if (height !== undefined) Object.assign(line, { h: height, ia: 0 });
  }
  const widths = sheet.widths.row(0)?.length ?? 0;
  const lastColumn = Math.max(sheet.hiddenColumns.row(0)?.length ?? 0, widths, columns.getSize());
  for (let column = 0; column < lastColumn; column++) {
    const hidden = sheet.hiddenColumns.get(0, column) === true;
    const width = sheet.widths.get(0, column);
    const known = columns.getColumn(column);
    if (!known && !hidden && width === undefined) continue;
    const line = columns.getColumnOrCreate(column);
    line.hd = hidden ? 1 : 0;
    if (width !== undefined) line.w = width;
    else delete line.w;
  }
}

export function paintMerges(grid: Grid, worksheet: Worksheet, sheet: Sheet): void {
  const shown = worksheet.getMergeData();
  if (keys(shown.map(boxOfRange)) === keys(sheet.merges)) return;
  const subUnitId = sheet.id;
  if (shown.length > 0) grid.run(RemoveWorksheetMergeMutation.id, { subUnitId, ranges: shown });
  if (sheet.merges.length > 0) grid.run(AddWorksheetMergeMutation.id, { subUnitId, ranges: sheet.merges.map(rangeOf) });
}

export function paintFrozen(grid: Grid, worksheet: Worksheet, sheet: Sheet): void {
  const { rows, columns } = sheet.frozen;
  const now = worksheet.getConfig().freeze;
  if (now.ySplit === rows && now.xSplit === columns) return;
  grid.run(SetFrozenMutation.id, {
    subUnitId: sheet.id,
    ySplit: rows,
    xSplit: columns,
    startRow: rows || -1,
    startColumn: columns || -1,
  });
}

export interface ShownNote {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function shownNotes(grid: Grid, sheet: string): ShownNote[] {
  const notes = grid.app.injector.get(SheetsNoteModel).getSheetNotes(UNIT, sheet);
  return [...(notes?.values() ?? [])].map(({ id, row, col, note }) => ({ id, row, column: col, text: note }));
}

export function paintNotes(grid: Grid, sheet: Sheet): void {
  for (const { id, row, column, text } of shownNotes(grid, sheet.id))
    if (sheet.notes.get(row, column) !== text)
      grid.run(RemoveNoteMutation.id, { sheetId: sheet.id, noteId: id, row, col: column });
  const shown = new Set(shownNotes(grid, sheet.id).map(({ row, column }) => `${row},${column}`));
  for (const [row, line] of sheet.notes.filled())
    line.forEach((text, column) => {
      if (text === undefined || shown.has(`${row},${column}`)) return;
      const note = { id: crypto.randomUUID(), row, col: column, note: text, width: 220, height: 90, show: false };
      grid.run(UpdateNoteMutation.id, { sheetId: sheet.id, row, col: column, note });
    });
}
