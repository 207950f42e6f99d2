import { onSheet } from "../model/address.ts";
import { type WireObject } from "../protocol/wire.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaOf } from "./resolve.ts";
import { ScopedCollection } from "./scoped-collection.ts";

const STYLE = "TableStyleMedium2";

/** The tables of a workbook or of one sheet. */
export class TableCollectionObject extends ScopedCollection<WireObject> {
  readonly wireType = "TableCollection";
  /** Events of a sheet's tables are its own; those of all tables belong to the workbook. */
  get eventTarget(): string | null {
    return this.sheet;
  }

  wireItems(): WireObject[] {
    const { model } = this.desk;
    const tables = this.sheet === null ? model.tables : model.tablesOn(this.sheet);
    return tables.map(({ id }) => this.desk.table(id));
  }
  get Count(): number {
    return this.GetCount();
  }

  /** Without headings Excel puts a row of them above, pushing the cells down. One row alone gets an empty row below. */
  Add(range: RangeHandle | string, hasHeaders: boolean): WireObject {
    const { model } = this.desk;
    const area = areaOf(model, range, this.home);
    if (!hasHeaders) this.desk.apply({ type: "insertCells", area: { ...area, rows: 1 }, shift: "vertical" });
    const rows = Math.max(2, hasHeaders ? area.rows : area.rows + 1);
    const id = model.newTableId();
    const name = model.freeTableName();
    this.desk.apply({ type: "addTable", id, name, area: onSheet(area.sheet, { ...area, rows }), style: STYLE });
    return this.desk.table(id);
  }
  GetItemOrNullObject(key: string): WireObject | null {
    const table = this.desk.model.findTable(String(key));
    const here = table && (this.sheet === null || table.sheet === this.sheet);
    return here ? this.desk.table(table.id) : null;
  }
}
