import { type Box, onSheet } from "../model/address.ts";
import { badArgument, notFound } from "../model/error.ts";
import { type CellValue } from "../model/operations.ts";
import { sameName } from "../model/rules.ts";
import { bodyOf, headingsOf } from "../model/table.ts";
import { type WireCollection } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { FilterObject } from "./filter.ts";
import { type RangeHandle } from "./range-handle.ts";
import { TablePart } from "./table-part.ts";

export class TableColumnCollectionObject extends TablePart implements WireCollection {
  readonly wireType = "TableColumnCollection";
  #column(id: number): TableColumnObject {
    return new TableColumnObject(this.desk, this.owner, id);
  }

  wireItems(): TableColumnObject[] {
    return this.table.columns.map(({ id }) => this.#column(id));
  }
  get Count(): number {
    return this.table.columns.length;
  }
  GetCount(): number {
    return this.Count;
  }
  /** A number is an id, a text a name. */
  GetItemOrNullObject(key: number | string): TableColumnObject | null {
    const { columns } = this.table;
    const found =
      columns.find(({ id, name }) => (typeof key === "number" ? id === key : sameName(name, key))) ??
      columns.find(({ id }) => String(id) === key);
    return found ? this.#column(found.id) : null;
  }
  Indexer(key: number | string): TableColumnObject {
    const column = this.GetItemOrNullObject(key);
    if (!column) throw notFound();
    return column;
  }
  GetItem(key: number | string): TableColumnObject {
    return this.Indexer(key);
  }
  GetItemAt(index: number): TableColumnObject {
    const column = this.table.columns[index];
    if (!column) throw notFound();
    return this.#column(column.id);
  }

  /** Inserts a column before `index`, at the end when it is missing or −1. `values` begin with the heading. */
  Add(index?: number, values?: unknown, name?: string): TableColumnObject {
    const { box, sheet } = this.table;
    const at = index === undefined || index === -1 ? this.Count : index;
    if (!(at >= 0 && at <= this.Count)) throw badArgument();
    const area = { sheet, row: box.row, column: box.column + at, rows: box.rows, columns: 1 };
    this.desk.apply({ type: "insertCells", area, shift: "horizontal" });
    if (at === this.Count) this.#grow({ ...box, columns: box.columns + 1 });
    else if (at === 0) this.#grow({ ...box, columns: box.columns + 1 });
    if (Array.isArray(values)) this.desk.range(area).Values = values;
    else if (values !== undefined) throw badArgument();
    const column = this.GetItemAt(at);
    if (name !== undefined) column.Name = name;
    return column;
  }
  /** At either end the inserted cells are not part of the table yet. */
  #grow(box: Box): void {
    this.desk.apply({ type: "resizeTable", table: this.owner, area: onSheet(this.table.sheet, box) });
  }
}

export class TableColumnObject extends TablePart {
  readonly wireType = "TableColumn";
  readonly Id: number;
  constructor(desk: DeskContext, table: string, id: number) {
    super(desk, table);
    this.Id = id;
  }
  get Index(): number {
    const index = this.table.columns.findIndex(({ id }) => id === this.Id);
    if (index < 0) throw notFound();
    return index;
  }
  #part(box: Box): RangeHandle {
    return this.desk.range(onSheet(this.table.sheet, { ...box, column: box.column + this.Index, columns: 1 }));
  }

  get Name(): string {
    return this.table.columns[this.Index]?.name ?? "";
  }
  set Name(name: string) {
    const { area } = this.GetHeaderRowRange();
    this.desk.apply({ type: "setCells", area, contents: [[name === "" ? "" : { value: String(name) }]] });
  }
  get Values(): CellValue[][] | null {
    return this.GetRange().Values;
  }
  set Values(values: unknown) {
    this.GetRange().Values = values;
  }
  get Filter(): FilterObject {
    return new FilterObject(this.desk, this.owner, this.Id);
  }
  GetRange(): RangeHandle {
    return this.#part(this.table.box);
  }
  GetHeaderRowRange(): RangeHandle {
    return this.#part(headingsOf(this.table));
  }
  GetDataBodyRange(): RangeHandle {
    return this.#part(bodyOf(this.table));
  }
  Delete(): void {
    const { area } = this.GetRange();
    if (this.table.columns.length === 1) throw badArgument("tableColumns");
    this.desk.apply({ type: "deleteCells", area, shift: "horizontal" });
  }
}
