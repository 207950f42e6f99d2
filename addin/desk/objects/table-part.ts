import { type Table } from "../model/table.ts";
import { WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";

/** What belongs to one table: its columns, its rows, its filters, its sorting. */
export abstract class TablePart extends WireObject {
  protected readonly desk: DeskContext;
  /** The table's id. */
  protected readonly owner: string;
  constructor(desk: DeskContext, table: string) {
    super();
    this.desk = desk;
    this.owner = table;
  }
  /** Throws ItemNotFound once the table is gone. */
  protected get table(): Readonly<Table> {
    return this.desk.model.table(this.owner);
  }
}
