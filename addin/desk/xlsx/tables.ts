import { type WorkbookSnapshot } from "../model/snapshot.ts";
import { bodyOf, type Table } from "../model/table.ts";
import { type Beyond } from "./beyond.ts";

/** The workbook with its tables' columns under the file's ids, and with the rows a filter hides as the filter's own. */
export function withTables(book: WorkbookSnapshot, beyond: Beyond, marked: readonly string[]): WorkbookSnapshot {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  const tables = book.tables.map((table) => {
    const numbered = withIds(table, beyond.columnIds.get(table.name) ?? []);
    const sheet = sheets.get(table.sheet);
    if (!sheet || !(beyond.filtered.has(table.name) || marked.includes(table.name))) return numbered;
    const { row, rows } = bodyOf(table);
    const filters = (hidden: number) => hidden >= row && hidden < row + rows;
    sheets.set(sheet.id, { ...sheet, hiddenRows: sheet.hiddenRows.filter((hidden) => !filters(hidden)) });
    return { ...numbered, hiddenRows: sheet.hiddenRows.filter(filters) };
  });
  return { ...book, sheets: book.sheets.map(({ id }) => sheets.get(id)!), tables };
}

/** Ids that are no ids leave the table numbered as it was made. */
function withIds(table: Readonly<Table>, ids: readonly number[]): Readonly<Table> {
  const sound =
    ids.length === table.columns.length &&
    new Set(ids).size === ids.length &&
    ids.every((id) => Number.isSafeInteger(id) && id > 0);
  if (!sound) return table;
  return {
    ...table,
    columns: table.columns.map(({ name }, at) => ({ id: ids[at]!, name })),
    nextColumn: Math.max(...ids) + 1,
  };
}
