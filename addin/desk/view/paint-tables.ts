import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableFilterMutation,
  SetSheetTableMutation,
  TableManager,
} from "@univerjs/preset-sheets-table";
import type { Table } from "../model/table.ts";
import type { Grid } from "./grid.ts";
import { boxOfRange, rangeOf } from "./paint-features.ts";
import { themeOf } from "./table-themes.ts";
import { UNIT } from "./univer-app.ts";

/** A table as Univer keeps it. */
export type UniverTable = NonNullable<ReturnType<TableManager["getTableById"]>>;

export const shownTables = (grid: Grid, sheet: string): readonly UniverTable[] =>
  grid.app.injector.get(TableManager).getTablesBySubunitId(UNIT, sheet);

/** Gives a sheet the tables that the model has on it. */
export function paintTables(grid: Grid, sheet: string, tables: readonly Readonly<Table>[]): void {
  const wanted = new Map(tables.map((table) => [table.id, table]));
  for (const shown of shownTables(grid, sheet))
    if (!wanted.has(shown.getId())) grid.run(DeleteSheetTableMutation.id, { subUnitId: sheet, tableId: shown.getId() });
  const shown = new Map(shownTables(grid, sheet).map((table) => [table.getId(), table]));
  for (const table of tables) {
    const old = shown.get(table.id);
    if (!old) add(grid, table);
    else change(grid, table, old);
  }
}

function add(grid: Grid, table: Readonly<Table>): void {
  grid.run(AddSheetTableMutation.id, {
    subUnitId: table.sheet,
    tableId: table.id,
    name: table.name,
    range: rangeOf(table.box),
    header: table.columns.map((column) => column.name),
    options: { showHeader: true, tableStyleId: themeOf(table.style, table.bandedRows) },
  });
}

function change(grid: Grid, table: Readonly<Table>, old: UniverTable): void {
  const place = { subUnitId: table.sheet, tableId: table.id };
  const box = boxOfRange(old.getRange());
  const headings = table.columns.map((_, i) => old.getColumnNameByIndex(i));
  const sameColumns =
    box.column === table.box.column &&
    box.columns === table.box.columns &&
    old.getColumnsCount() === table.columns.length &&
    table.columns.every((column, i) => column.name === headings[i]);
  if (!sameColumns) {
    // Univer cannot rename or move columns of a table in place; its filters start anew with the columns.
    grid.run(DeleteSheetTableMutation.id, place);
    add(grid, table);
    return;
  }
  const config = {
    ...(old.getDisplayName() !== table.name && { name: table.name }),
    ...((box.row !== table.box.row || box.rows !== table.box.rows) && {
      updateRange: { newRange: rangeOf(table.box) },
    }),
    ...(old.getTableStyleId() !== themeOf(table.style, table.bandedRows) && {
      theme: themeOf(table.style, table.bandedRows),
    }),
  };
  if (Object.keys(config).length > 0) grid.run(SetSheetTableMutation.id, { ...place, config });
  if (table.hiddenRows === null) clearFilters(grid, table, old);
}

function clearFilters(grid: Grid, table: Readonly<Table>, old: UniverTable): void {
  table.columns.forEach((_, column) => {
    if (old.getTableFilterColumn(column))
      grid.run(SetSheetTableFilterMutation.id, {
        subUnitId: table.sheet,
        tableId: table.id,
        column,
        tableFilter: undefined,
      });
  });
}

/** The rows that the filters of a table in the grid leave out, worked out afresh; null when nothing is filtered. */
export function filteredRows(grid: Grid, shown: UniverTable, sheet: string): number[] | null {
  const filters = shown.getTableFilters();
  const columns = Array.from({ length: shown.getColumnsCount() }, (_, column) => filters.getColumnFilter(column));
  const worksheet = grid.sheet(sheet);
  if (!worksheet || columns.every((filter) => !filter)) return null;
  return [...filters.doFilter(worksheet, shown.getTableFilterRange())];
}
