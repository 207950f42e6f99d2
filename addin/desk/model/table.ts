import { type Box } from "./address.ts";

export interface TableColumn {
  /** Stays with the column when it is renamed or moved. */
  readonly id: number;
  readonly name: string;
}

/** A table. `box` includes the heading row; there is always at least one body row below it. */
export interface Table {
  readonly id: string;
  readonly sheet: string;
  name: string;
  box: Box;
  columns: TableColumn[];
  nextColumn: number;
  style: string;
  bandedRows: boolean;
  filterButton: boolean;
  /** Sheet rows its filter hides, ascending; null when nothing is filtered. */
  hiddenRows: number[] | null;
}

export const bodyOf = (table: Table): Box => ({ ...table.box, row: table.box.row + 1, rows: table.box.rows - 1 });
export const headingsOf = (table: Table): Box => ({ ...table.box, rows: 1 });
