import type { Cell } from "../../schema/registers/register.ts";
import { REVISION_HEADING } from "../workbook/names.ts";
import type { CellWrite, ColumnLayout, SheetValue, TableWrites } from "../workbook/port.ts";
import type { ColumnCodec } from "./codec.ts";
import { requireIds, type OpenSheet } from "./context.ts";
import type { View } from "./view.ts";

/** How a column's cells are formatted: everything but numbers, days and times is text that must stay text. */
export function formatOf({ column }: ColumnCodec): ColumnLayout["format"] {
  if (column.type === "date") return "DATE";
  if (column.type === "datetime") return "DATETIME";
  return column.type === "integer" || column.type === "number" ? "NUMBER" : "TEXT";
}

/** Collects what is to be written into a sheet, in the sheet's own values. */
export interface Writer {
  readonly cells: CellWrite[];
  readonly append: ReadonlyMap<string, SheetValue>[];
  readonly remove: number[];
  put(row: number, at: number, cell: Cell, tidy?: boolean): void;
  /** Gives the row its id. */
  name(row: number, id: string): void;
  /** Tells the version in the hidden column; `""` for a row that has none. */
  revise(row: number, version: number | null): void;
  add(id: string, version: number, cells: readonly Cell[]): void;
  readonly empty: boolean;
  done(): TableWrites;
}

export function writerFor(sheet: OpenSheet): Writer {
  requireIds(sheet);
  const { view } = sheet;
  const { placing, image, codecs } = view;
  const idColumn = image.columns[placing.id!]!.id;
  const revisionColumn = placing.revision === null ? null : image.columns[placing.revision]!.id;
  const formats = new Map<string, ColumnLayout["format"]>([[idColumn, "TEXT"]]);
  if (revisionColumn !== null) formats.set(revisionColumn, "TEXT");
  codecs.forEach((codec, at) => {
    const column = view.columnId(at);
    if (column !== null) formats.set(column, formatOf(codec));
  });
  const cells: CellWrite[] = [];
  const append: ReadonlyMap<string, SheetValue>[] = [];
  const remove: number[] = [];
  return {
    cells,
    append,
    remove,
    put(row, at, cell, tidy) {
      const column = view.columnId(at);
      if (column === null) return;
      const value = codecs[at]!.show(cell);
      cells.push(tidy ? { row, column, value, tidy } : { row, column, value });
    },
    name: (row, id) => cells.push({ row, column: idColumn, value: id }),
    revise(row, version) {
      if (revisionColumn === null || view.revision(row) === version) return;
      cells.push({ row, column: revisionColumn, value: version === null ? "" : String(version) });
    },
    add(id, version, row) {
      const values = new Map<string, SheetValue>([[idColumn, id]]);
      if (revisionColumn !== null) values.set(revisionColumn, String(version));
      codecs.forEach((codec, at) => {
        const column = view.columnId(at);
        if (column !== null) values.set(column, codec.show(row[at] ?? null));
      });
      append.push(values);
    },
    get empty() {
      return cells.length + append.length + remove.length === 0;
    },
    done: () => ({ idColumn, formats, cells, append, remove }),
  };
}

/** The id column's table id; for marks and jumps. */
export function idColumnOf(view: View): string {
  return view.placing.id === null ? REVISION_HEADING : view.image.columns[view.placing.id]!.id;
}
