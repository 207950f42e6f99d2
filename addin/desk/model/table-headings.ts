import { type Box, intersect, onSheet } from "./address.ts";
import { type Book } from "./book.ts";
import { type Operation } from "./operations.ts";
import { tableHeadings } from "./rules.ts";
import { headingsOf, type Table } from "./table.ts";

/**
 * Takes the columns' names from the heading cells after a write, keeping their ids, and says which cells must be
 * written so that every heading is text, filled and there once. Headings outside `written` keep their names.
 */
export function headingFollowUps(book: Book, table: Table, written: Box): Operation[] {
  const heading = headingsOf(table);
  const touched = intersect(heading, written);
  if (!touched) return [];
  const sheet = book.sheet(table.sheet);
  const isWritten = (index: number): boolean => {
    const column = table.box.column + index;
    return column >= touched.column && column < touched.column + touched.columns;
  };
  const contents = table.columns.map((_, i) => sheet.content(heading.row, heading.column + i));
  const wanted = contents.map((content) => (content === null ? "" : String(content.value)));
  const names = tableHeadings(wanted, (index) => !isWritten(index));
  table.columns = table.columns.map((column, i) => ({ id: column.id, name: names[i] ?? column.name }));
  return names.flatMap((name, i) => {
    const content = contents[i];
    if (content?.value === name && content.formula === undefined && !content.error) return [];
    const cell = { row: heading.row, column: heading.column + i, rows: 1, columns: 1 };
    return [{ type: "setCells", area: onSheet(table.sheet, cell), contents: [[{ value: name }]] } as const];
  });
}
