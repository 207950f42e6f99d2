import { baseSheetName, tableName } from "../names.ts";
import type { SheetValue, WorkbookSelection } from "../port.ts";
import { askPlace } from "./find.ts";
import { inExcel } from "./run.ts";

/** Of these registers, those whose table stands in the workbook. */
export function presentTables(registers: readonly string[]): Promise<readonly string[]> {
  return inExcel(async (context) => {
    const tables = registers.map((register) => context.workbook.tables.getItemOrNullObject(tableName(register)));
    for (const table of tables) table.load("name");
    await context.sync();
    return registers.filter((_, at) => !tables[at]!.isNullObject);
  });
}

/** Of these registers, those of which the workbook holds the table, the base copy or both. One round trip, however many. */
export function registersWithTraces(registers: readonly string[]): Promise<readonly string[]> {
  return inExcel(async (context) => {
    const { tables, worksheets } = context.workbook;
    const asked = registers.map((register) => {
      const table = tables.getItemOrNullObject(tableName(register));
      const base = worksheets.getItemOrNullObject(baseSheetName(register));
      table.load("name");
      base.load("name");
      return { register, table, base };
    });
    await context.sync();
    return asked.flatMap(({ register, table, base }) => (table.isNullObject && base.isNullObject ? [] : [register]));
  });
}

/** Brings the sheet to the front and selects the row's cell, or its first visible one. */
export function jumpTo(
  register: string,
  at: { readonly row: number; readonly column: string | null } | null,
): Promise<void> {
  return inExcel(async (context) => {
    const asked = askPlace(context, register);
    await context.sync();
    const place = asked.place();
    if (place === null) return;
    place.sheet.activate();
    if (at !== null && at.row < place.rows) {
      const hidden = place.columns.map((_, column) => {
        const cell = place.sheet.getRangeByIndexes(place.row, place.column + column, 1, 1);
        cell.load("columnHidden");
        return cell;
      });
      await context.sync();
      const wanted = place.columns.findIndex(({ id }) => id === at.column);
      const column = Math.max(wanted >= 0 ? wanted : hidden.findIndex(({ columnHidden }) => !columnHidden), 0);
      place.sheet.getRangeByIndexes(place.row + at.row, place.column + column, 1, 1).select();
    }
    await context.sync();
  });
}

/** The row of a register's table that the active cell stands in. */
export function selectedTableRow(registers: readonly string[]): Promise<WorkbookSelection | null> {
  return inExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("rowIndex,columnIndex");
    cell.worksheet.load("id");
    const asked = registers.map((register) => {
      const table = context.workbook.tables.getItemOrNullObject(tableName(register));
      table.worksheet.load("id");
      return { register, table, asked: askPlace(context, register) };
    });
    await context.sync();
    for (const { register, table, asked: one } of asked) {
      const place = one.place();
      if (place === null || table.worksheet.id !== cell.worksheet.id) continue;
      const [row, column] = [cell.rowIndex - place.row, cell.columnIndex - place.column];
      if (row < 0 || row >= place.rows || column < 0 || column >= place.columns.length) continue;
      const line = place.sheet.getRangeByIndexes(cell.rowIndex, place.column, 1, place.columns.length);
      line.load("values");
      await context.sync();
      return { register, columns: place.columns, values: line.values[0] as SheetValue[], dates: place.dates };
    }
    return null;
  });
}
