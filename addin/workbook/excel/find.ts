import type { Block } from "./blocks.ts";
import { ID_HEADING, tableName } from "../names.ts";
import type { DateSystem, TableColumn } from "../port.ts";

/** A table's place in its sheet as one round trip told it; rows and columns count from 0. */
export interface TablePlace {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly columns: readonly TableColumn[];
  /** The body: without headings and totals. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly dates: DateSystem;
}

/**
 * Asks for a table's place; `place` is to be called after the next sync and gives null when there is no such table.
 * `dates` spares asking for the date system again, which never changes while a call runs.
 */
export function askPlace(
  context: Excel.RequestContext,
  register: string,
  dates?: DateSystem,
): { readonly place: () => TablePlace | null } {
  const table = context.workbook.tables.getItemOrNullObject(tableName(register));
  table.columns.load("items/id,items/name");
  const body = table.getDataBodyRange();
  body.load("rowIndex,columnIndex,rowCount,columnCount");
  const probe = dates === undefined ? askDates(context) : () => dates;
  return {
    place: () =>
      table.isNullObject
        ? null
        : {
            table,
            sheet: table.worksheet,
            columns: table.columns.items.map(({ id, name }) => ({ id: String(id), heading: name })),
            row: body.rowIndex,
            column: body.columnIndex,
            rows: body.rowCount,
            dates: probe(),
          },
  };
}

/** True when the table stands where it did with the same columns: what was read at `a` is a reading of `b`. */
export const samePlace = (a: TablePlace, b: TablePlace): boolean =>
  a.row === b.row &&
  a.column === b.column &&
  a.rows === b.rows &&
  a.columns.length === b.columns.length &&
  a.columns.every(({ id, heading }, at) => id === b.columns[at]!.id && heading === b.columns[at]!.heading);

/** Excel tells its date system nowhere; the serial number it gives 1 January 2000 does. */
export function askDates(context: Excel.RequestContext): () => DateSystem {
  const probe = context.workbook.functions.date(2000, 1, 1);
  probe.load("value");
  return () => (Number(probe.value) === 35_064 ? 1904 : 1900);
}

export const idPlace = (columns: readonly TableColumn[]): number =>
  columns.findIndex(({ heading }) => heading === ID_HEADING);

/** Where a block of one column's cells stands. */
export function rangeOf(place: TablePlace, block: Block<unknown>): Excel.Range {
  const at = place.columns.findIndex(({ id }) => id === block.column);
  return place.sheet.getRangeByIndexes(place.row + block.first, place.column + at, block.cells.length, 1);
}
