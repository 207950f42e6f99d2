import { bottom, onSheet, right } from "../model/address.ts";
import { type Culture } from "../model/culture.ts";
import { type CellContent, type Operation } from "../model/operations.ts";
import { bodyOf } from "../model/table.ts";
import { typed } from "../model/typing.ts";
import { type WorkbookModel } from "../model/workbook.ts";
import { type SortField, sortedOrder } from "../objects/sort.ts";

/** The person at the grid, for tests: every deed is an operation of origin "person". Sheets and tables by id or name. */
export class Person {
  readonly #model: WorkbookModel;
  readonly #culture: Culture;
  constructor(model: WorkbookModel, culture: Culture) {
    this.#model = model;
    this.#culture = culture;
  }

  do(operation: Operation): void {
    this.#model.apply(operation, "person");
  }

  /** Types into a cell; texts are read as Excel reads them. null clears it. */
  type(sheet: string, row: number, column: number, value: string | number | boolean | null): void {
    this.paste(sheet, row, column, [[value]]);
  }

  /** Pastes a block of values with its first cell at row, column. Text is read as when typed; null clears. */
  paste(
    sheet: string,
    row: number,
    column: number,
    values: readonly (readonly (string | number | boolean | null)[])[],
  ): void {
    const { formats } = this.#model.sheet(sheet);
    const rules = { culture: this.#culture, date1904: this.#model.date1904, year: new Date().getUTCFullYear() };
    const area = { sheet, row, column, rows: values.length, columns: values[0]?.length ?? 0 };
    const read = values.map((line, i) =>
      line.map((value, j) => typed(value ?? "", formats.get(row + i, column + j), rules)),
    );
    const contents = read.map((line) => line.map(({ content }): CellContent | "" => content));
    this.do({ type: "setCells", area, contents });
    read.forEach((line, i) =>
      line.forEach(({ format }, j) => {
        const cell = { sheet, row: row + i, column: column + j, rows: 1, columns: 1 };
        if (format !== undefined) this.do({ type: "setFormats", area: cell, formats: format });
      }),
    );
  }

  insertRows(sheet: string, at: number, count = 1): void {
    this.do({ type: "insertRows", sheet, at, count });
  }
  deleteRows(sheet: string, at: number, count = 1): void {
    this.do({ type: "deleteRows", sheet, at, count });
  }
  insertColumns(sheet: string, at: number, count = 1): void {
    this.do({ type: "insertColumns", sheet, at, count });
  }
  deleteColumns(sheet: string, at: number, count = 1): void {
    this.do({ type: "deleteColumns", sheet, at, count });
  }
  moveColumn(sheet: string, from: number, to: number): void {
    this.do({ type: "moveColumns", sheet, from, count: 1, to });
  }
  moveRow(sheet: string, from: number, to: number): void {
    this.do({ type: "moveRows", sheet, from, count: 1, to });
  }
  hideColumns(sheet: string, at: number, count = 1, hidden = true): void {
    this.do({ type: "setColumnsHidden", sheet, at, count, hidden });
  }

  /** Deletes rows of a table by their place in its body, leaving what stands beside the table. */
  deleteTableRows(key: string, index: number, count = 1): void {
    const table = this.#model.table(key);
    const body = bodyOf(table);
    const area = onSheet(table.sheet, { ...body, row: body.row + index, rows: count });
    this.do({ type: "deleteCells", area, shift: "vertical" });
  }
  /** Copies rows of a table below its last row; the table grows over them. */
  duplicateTableRow(key: string, index: number): void {
    const { sheet, box } = this.#model.table(key);
    const from = onSheet(sheet, { ...box, row: box.row + 1 + index, rows: 1 });
    const contents = this.#model.contents(from).map((line) => line.map((content) => content ?? ("" as const)));
    this.do({ type: "setCells", area: { ...from, row: bottom(box) }, contents });
  }
  sort(key: string, fields: readonly SortField[]): void {
    const table = this.#model.table(key);
    const area = onSheet(table.sheet, bodyOf(table));
    this.do({ type: "reorderRows", area, order: sortedOrder(this.#model.sheet(table.sheet), area, fields) });
  }
  /** Shows the rows of a table whose cell in the column (from 0) passes; null shows all. */
  filter(key: string, column: number, passes: ((value: string | number | boolean) => boolean) | null): void {
    const table = this.#model.table(key);
    const body = bodyOf(table);
    const sheet = this.#model.sheet(table.sheet);
    const rows = Array.from({ length: body.rows }, (_, i) => body.row + i);
    const hiddenRows = passes && rows.filter((row) => !passes(sheet.value(row, body.column + column)));
    this.do({ type: "filterTable", table: table.id, hiddenRows });
  }
  renameHeading(key: string, column: number, name: string): void {
    const { sheet, box } = this.#model.table(key);
    if (box.column + column >= right(box)) throw new RangeError(`The table has no column ${column}.`);
    const area = { sheet, row: box.row, column: box.column + column, rows: 1, columns: 1 };
    this.do({ type: "setCells", area, contents: [[name === "" ? "" : { value: name }]] });
  }
  select(sheet: string, row: number, column: number, rows = 1, columns = 1): void {
    this.do({ type: "select", area: { sheet, row, column, rows, columns } });
  }
  activate(sheet: string): void {
    this.do({ type: "activate", sheet });
  }
}
