import { type Box, onSheet } from "../model/address.ts";
import { badArgument, refused } from "../model/error.ts";
import { bodyOf, headingsOf, type Table } from "../model/table.ts";
import { WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { showFiltered } from "./filter.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaOf } from "./resolve.ts";
import { TableSortObject } from "./sort.ts";
import { TableColumnCollectionObject } from "./table-columns.ts";
import { TableRowCollectionObject } from "./table-rows.ts";

/** `Excel.Table`. */
export class TableObject extends WireObject {
  readonly wireType = "Table";
  readonly ShowHeaders = true;
  readonly ShowTotals = false;
  readonly ShowBandedColumns = false;
  readonly HighlightFirstColumn = false;
  readonly HighlightLastColumn = false;
  readonly Id: string;
  readonly #desk: DeskContext;
  constructor(desk: DeskContext, id: string) {
    super();
    this.#desk = desk;
    this.Id = id;
  }

  get #table(): Readonly<Table> {
    return this.#desk.model.table(this.Id);
  }
  #range(box: Box): RangeHandle {
    return this.#desk.range(onSheet(this.#table.sheet, box));
  }

  get LegacyId(): string {
    return this.#table.id;
  }
  get Name(): string {
    return this.#table.name;
  }
  set Name(name: string) {
    this.#desk.apply({ type: "renameTable", table: this.Id, name });
  }
  get Style(): string {
    return this.#table.style;
  }
  set Style(style: string) {
    if (!/^TableStyle(Light|Medium|Dark)\d{1,2}$/.test(style)) throw badArgument();
    this.#desk.apply({ type: "setTableLook", table: this.Id, style });
  }
  get ShowBandedRows(): boolean {
    return this.#table.bandedRows;
  }
  set ShowBandedRows(bandedRows: boolean) {
    this.#desk.apply({ type: "setTableLook", table: this.Id, bandedRows });
  }
  get ShowFilterButton(): boolean {
    return this.#table.filterButton;
  }
  set ShowFilterButton(filterButton: boolean) {
    this.#desk.apply({ type: "setTableLook", table: this.Id, filterButton });
  }

  get Worksheet(): WireObject {
    return this.#desk.sheet(this.#table.sheet);
  }
  get Columns(): TableColumnCollectionObject {
    return new TableColumnCollectionObject(this.#desk, this.Id);
  }
  get Rows(): TableRowCollectionObject {
    return new TableRowCollectionObject(this.#desk, this.Id);
  }
  get Sort(): TableSortObject {
    return new TableSortObject(this.#desk, this.Id);
  }
  get AutoFilter(): AutoFilterObject {
    return new AutoFilterObject(this.#desk, this);
  }

  GetRange(): RangeHandle {
    return this.#range(this.#table.box);
  }
  GetHeaderRowRange(): RangeHandle {
    return this.#range(headingsOf(this.#table));
  }
  GetDataBodyRange(): RangeHandle {
    return this.#range(bodyOf(this.#table));
  }
  GetTotalRowRange(): RangeHandle {
    throw refused("tableTotals");
  }

  Resize(range: RangeHandle | string): void {
    const area = areaOf(this.#desk.model, range, this.#table.sheet);
    this.#desk.apply({ type: "resizeTable", table: this.Id, area });
  }
  /** Takes the table away with its cells' contents. */
  Delete(): void {
    const range = this.GetRange();
    this.#desk.apply({ type: "deleteTable", table: this.Id });
    range.Clear("All");
  }
  ConvertToRange(): RangeHandle {
    const range = this.GetRange();
    this.#desk.apply({ type: "deleteTable", table: this.Id });
    return range;
  }
  ClearFilters(): void {
    this.#desk.filters.delete(this.Id);
    this.#desk.apply({ type: "filterTable", table: this.Id, hiddenRows: null });
  }
  ReapplyFilters(): void {
    showFiltered(this.#desk, this.Id);
  }
}

/** `table.autoFilter`. */
export class AutoFilterObject extends WireObject {
  readonly wireType = "AutoFilter";
  readonly #desk: DeskContext;
  readonly #table: TableObject;
  constructor(desk: DeskContext, table: TableObject) {
    super();
    this.#desk = desk;
    this.#table = table;
  }
  get Enabled(): boolean {
    return this.#desk.model.table(this.#table.Id).filterButton;
  }
  get IsDataFiltered(): boolean {
    return this.#desk.model.table(this.#table.Id).hiddenRows !== null;
  }
  ClearCriteria(): void {
    this.#table.ClearFilters();
  }
  Reapply(): void {
    this.#table.ReapplyFilters();
  }
  GetRangeOrNullObject(): RangeHandle {
    return this.#table.GetRange();
  }
  GetRange(): RangeHandle {
    return this.GetRangeOrNullObject();
  }
}
