import { bottom, type Box, right } from "../model/address.ts";
import type { Sheet } from "../model/sheet.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { sameContent, styleChange } from "./cell-data.ts";
import type { Grid } from "./grid.ts";
import { boxOfRange, shownNotes } from "./paint-features.ts";
import { shownTables } from "./paint-tables.ts";

/** Tells in words every difference between a workbook model and the grid that shows it. */
export function compare(grid: Grid, model: WorkbookModel): string[] {
  const ids = model.sheets.map((sheet) => sheet.id);
  const differences: string[] = [];
  const expect = (what: string, kept: unknown, shown: unknown): void => {
    const [a, b] = [JSON.stringify(kept), JSON.stringify(shown)];
    if (a !== b) differences.push(`${what}: model ${a}, grid ${b}`);
  };
  expect("order of sheets", ids, grid.order);
  expect("active sheet", model.activeSheet.id, grid.app.workbook.getActiveSheet()?.getSheetId());
  for (const sheet of model.sheets) {
    const shown = grid.sheet(sheet.id);
    if (!shown) continue;
    expect(`name of ${sheet.id}`, sheet.name, shown.getName());
    expect(`visibility of ${sheet.name}`, sheet.visibility === "Visible", Number(shown.getConfig().hidden) === 0);
    expect(`merges of ${sheet.name}`, boxes(sheet.merges), boxes(shown.getMergeData().map(boxOfRange)));
    const { freeze } = shown.getConfig();
    expect(`frozen panes of ${sheet.name}`, sheet.frozen, { rows: freeze.ySplit, columns: freeze.xSplit });
    expect(`tables of ${sheet.name}`, keptTables(model, sheet), gridTables(grid, sheet));
    expect(`notes of ${sheet.name}`, keptNotes(sheet), gridNotes(grid, sheet));
    differences.push(...cellDifferences(grid, sheet));
  }
  return differences;
}

const boxes = (list: readonly Box[]): string[] =>
  list.map((box) => `${box.row},${box.column},${box.rows},${box.columns}`).sort();

const keptTables = (model: WorkbookModel, sheet: Sheet): string[] =>
  model
    .tablesOn(sheet.id)
    .map(({ id, name, box, columns }) => [id, name, ...boxes([box]), ...columns.map((column) => column.name)].join("|"))
    .sort();

const gridTables = (grid: Grid, sheet: Sheet): string[] =>
  shownTables(grid, sheet.id)
    .map((table) => {
      const headings = Array.from({ length: table.getColumnsCount() }, (_, i) => table.getColumnNameByIndex(i));
      return [table.getId(), table.getDisplayName(), ...boxes([boxOfRange(table.getRange())]), ...headings].join("|");
    })
    .sort();

const keptNotes = (sheet: Sheet): string[] =>
  [...sheet.notes.filled()]
    .flatMap(([row, line]) => line.flatMap((text, column) => (text === undefined ? [] : [`${row},${column} ${text}`])))
    .sort();

const gridNotes = (grid: Grid, sheet: Sheet): string[] =>
  shownNotes(grid, sheet.id)
    .map(({ row, column, text }) => `${row},${column} ${text}`)
    .sort();

function cellDifferences(grid: Grid, sheet: Sheet): string[] {
  const worksheet = grid.sheet(sheet.id);
  if (!worksheet) return [];
  const { endRow, endColumn } = worksheet.getCellMatrix().getDataRange();
  const used = sheet.cells.bounds();
  const rows = Math.max(endRow + 1, used ? bottom(used) : 0);
  const columns = Math.max(endColumn + 1, used ? right(used) : 0);
  const differences: string[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const kept = sheet.content(row, column);
      const shown = grid.content(worksheet, row, column);
      const at = `${sheet.name} row ${row} column ${column}`;
      if (!sameContent(kept, shown))
        differences.push(`${at}: model ${JSON.stringify(kept)}, grid ${JSON.stringify(shown)}`);
      const look = grid.look(worksheet, row, column);
      const format = sheet.formats.get(row, column);
      if (look.format !== format) differences.push(`${at}: format in model ${format}, in grid ${look.format}`);
      const change = styleChange(look.style, sheet.styles.get(row, column));
      if (change) differences.push(`${at}: style in model has ${JSON.stringify(change)}`);
    }
  return differences;
}
