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

/** Asks for a table's place; `place` is to be called after the next sync and gives null when there is no such table. */
export function askPlace(context: Excel.RequestContext, register: string): { readonly place: () => TablePlace | null } {
  const table = context.workbook.tables.getItemOrNullObject(tableName(register));
  table.columns.load("items/id,items/name");
  const body = table.getDataBodyRange();
  body.load("rowIndex,columnIndex,rowCount,columnCount");
  const probe = askDates(context);
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

/** Excel tells its date system nowhere; the serial number it gives 1 January 2000 does. */
export function askDates(context: Excel.RequestContext): () => DateSystem {
  const probe = context.workbook.functions.date(2000, 1, 1);
  probe.load("value");
  return () => (Number(probe.value) === 35_064 ? 1904 : 1900);
}

export const idPlace = (columns: readonly TableColumn[]): number =>
  columns.findIndex(({ heading }) => heading === ID_HEADING);
