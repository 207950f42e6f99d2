import { onSheet } from "../model/address.ts";
import { notFound } from "../model/error.ts";
import { type WireCollection, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import type { RangeObject } from "./range.ts";
import { areaOf } from "./resolve.ts";
import type { TableObject } from "./table.ts";

const STYLE = "TableStyleMedium2";

/** The tables of a workbook or of one sheet. */
export class TableCollectionObject extends WireObject implements WireCollection {
  readonly wireType = "TableCollection";
  readonly #desk: DeskContext;
  readonly #sheet: string | null;
  constructor(desk: DeskContext, sheet: string | null) {
    super();
    this.#desk = desk;
    this.#sheet = sheet;
  }
  /** Events of a sheet's tables are its own; those of all tables belong to the workbook. */
  get eventTarget(): string | null {
    return this.#sheet;
  }

  wireItems(): TableObject[] {
    const { model } = this.#desk;
    const tables = this.#sheet === null ? model.tables : model.tablesOn(this.#sheet);
    return tables.map(({ id }) => this.#desk.table(id));
  }
  get Count(): number {
    return this.wireItems().length;
  }
  GetCount(): number {
    return this.Count;
  }

  /** Without headings Excel puts a row of them above, pushing the cells down. One row alone gets an empty row below. */
  Add(range: RangeObject | string, hasHeaders: boolean): TableObject {
    const { model } = this.#desk;
    const area = areaOf(model, range, this.#sheet ?? model.activeSheet.id);
    if (!hasHeaders) this.#desk.apply({ type: "insertCells", area: { ...area, rows: 1 }, shift: "vertical" });
    const rows = Math.max(2, hasHeaders ? area.rows : area.rows + 1);
    const id = model.newTableId();
    const name = model.freeTableName();
    this.#desk.apply({ type: "addTable", id, name, area: onSheet(area.sheet, { ...area, rows }), style: STYLE });
    return this.#desk.table(id);
  }
  GetItemOrNullObject(key: string): TableObject | null {
    const table = this.#desk.model.findTable(String(key));
    const here = table && (this.#sheet === null || table.sheet === this.#sheet);
    return here ? this.#desk.table(table.id) : null;
  }
  Indexer(key: string): TableObject {
    const table = this.GetItemOrNullObject(key);
    if (!table) throw notFound();
    return table;
  }
  GetItem(key: string): TableObject {
    return this.Indexer(key);
  }
  GetItemAt(index: number): TableObject {
    const table = this.wireItems()[index];
    if (!table) throw notFound();
    return table;
  }
}
