import { boxOf, type Box, onSheet } from "../model/address.ts";
import { badArgument, notFound } from "../model/error.ts";
import { type Visibility } from "../model/operations.ts";
import { type Sheet } from "../model/sheet.ts";
import { type WireCollection, WireObject } from "../protocol/wire.ts";
import { CommentCollectionObject } from "./comments.ts";
import { ChartCollectionObject } from "./charts.ts";
import { type DeskContext } from "./context.ts";
import { FreezePanesObject } from "./freeze-panes.ts";
import { NamedItemCollectionObject } from "./names.ts";
import { PivotTableCollectionObject } from "./pivots.ts";
import { ProtectionObject } from "./protection.ts";
import { colorCode } from "./range-format.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaAt } from "./resolve.ts";
import { TableCollectionObject } from "./table-collection.ts";
import { usedBox } from "./used.ts";

const VISIBILITIES: readonly string[] = ["Visible", "Hidden", "VeryHidden"];

/** `Excel.Worksheet`. */
export class WorksheetObject extends WireObject {
  readonly wireType = "Worksheet";
  readonly StandardHeight = 15;
  readonly StandardWidth = 8.43;
  readonly ShowHeadings = true;
  readonly EnableCalculation = true;
  readonly #desk: DeskContext;
  readonly Id: string;

  constructor(desk: DeskContext, id: string) {
    super();
    this.#desk = desk;
    this.Id = id;
  }

  get #sheet(): Sheet {
    return this.#desk.model.sheet(this.Id);
  }
  #range(box: Box): RangeHandle {
    return this.#desk.range(onSheet(this.#sheet.id, boxOf(box)));
  }

  get Name(): string {
    return this.#sheet.name;
  }
  set Name(name: string) {
    this.#desk.apply({ type: "renameSheet", sheet: this.Id, name });
  }
  get Position(): number {
    return this.#desk.model.sheets.indexOf(this.#sheet);
  }
  set Position(position: number) {
    this.#desk.apply({ type: "moveSheet", sheet: this.Id, position });
  }
  get Visibility(): Visibility {
    return this.#sheet.visibility;
  }
  set Visibility(visibility: Visibility) {
    if (!VISIBILITIES.includes(visibility)) throw badArgument();
    this.#desk.apply({ type: "setVisibility", sheet: this.Id, visibility });
  }
  get TabColor(): string {
    return this.#sheet.tabColor;
  }
  set TabColor(color: string) {
    this.#desk.apply({ type: "setTabColor", sheet: this.Id, color: colorCode(color) ?? "" });
  }
  get ShowGridlines(): boolean {
    return this.#sheet.gridlines;
  }
  /** The setter of `showGridlines` travels under this name. */
  set Gridlines(shown: boolean) {
    this.#desk.apply({ type: "setGridlines", sheet: this.Id, shown });
  }
  get Gridlines(): boolean {
    return this.ShowGridlines;
  }

  get Tables(): TableCollectionObject {
    return new TableCollectionObject(this.#desk, this.Id);
  }
  get Names(): NamedItemCollectionObject {
    return new NamedItemCollectionObject(this.#desk, this.Id);
  }
  get Comments(): CommentCollectionObject {
    return new CommentCollectionObject(this.#desk, this.Id);
  }
  get PivotTables(): PivotTableCollectionObject {
    return new PivotTableCollectionObject(this.#desk, this.Id);
  }
  get Charts(): ChartCollectionObject {
    return new ChartCollectionObject(this.#desk, this.Id);
  }
  get FreezePanes(): FreezePanesObject {
    return new FreezePanesObject(this.#desk, this.Id);
  }
  get Protection(): ProtectionObject {
    return new ProtectionObject();
  }

  Activate(): void {
    this.#desk.apply({ type: "activate", sheet: this.Id });
  }
  Delete(): void {
    this.#desk.apply({ type: "deleteSheet", sheet: this.Id });
  }
  Calculate(): void {
    return;
  }
  GetRange(address?: string): RangeHandle {
    return this.#desk.range(areaAt(this.#desk.model, address, this.#sheet.id));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeHandle {
    return this.#range({ row, column, rows, columns });
  }
  GetCell(row: number, column: number): RangeHandle {
    return this.#range({ row, column, rows: 1, columns: 1 });
  }
  /** The first cell when the sheet is empty. */
  GetUsedRange(valuesOnly?: boolean): RangeHandle {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): RangeHandle | null {
    const used = usedBox(this.#sheet, valuesOnly === true);
    return used && this.#range(used);
  }
  GetNextOrNullObject(visibleOnly?: boolean): WorksheetObject | null {
    return this.#neighbour(this.#desk.model.sheets.slice(this.Position + 1), visibleOnly);
  }
  GetPreviousOrNullObject(visibleOnly?: boolean): WorksheetObject | null {
    return this.#neighbour(this.#desk.model.sheets.slice(0, this.Position).reverse(), visibleOnly);
  }
  GetNext(visibleOnly?: boolean): WorksheetObject {
    return found(this.GetNextOrNullObject(visibleOnly));
  }
  GetPrevious(visibleOnly?: boolean): WorksheetObject {
    return found(this.GetPreviousOrNullObject(visibleOnly));
  }
  #neighbour(sheets: readonly Sheet[], visibleOnly = false): WorksheetObject | null {
    const sheet = sheets.find(({ visibility }) => !visibleOnly || visibility === "Visible");
    return sheet ? new WorksheetObject(this.#desk, sheet.id) : null;
  }
}

function found<V>(value: V | null): V {
  if (value === null) throw notFound();
  return value;
}

/** `workbook.worksheets`. */
export class WorksheetCollectionObject extends WireObject implements WireCollection {
  readonly wireType = "WorksheetCollection";
  readonly #desk: DeskContext;
  constructor(desk: DeskContext) {
    super();
    this.#desk = desk;
  }

  wireItems(): WorksheetObject[] {
    return this.#desk.model.sheets.map(({ id }) => new WorksheetObject(this.#desk, id));
  }
  #seen(visibleOnly = false): WorksheetObject[] {
    return this.wireItems().filter((sheet) => !visibleOnly || sheet.Visibility === "Visible");
  }

  Add(name?: string): WorksheetObject {
    const { model } = this.#desk;
    const id = model.newSheetId();
    const position = model.sheets.length;
    this.#desk.apply({ type: "addSheet", id, name: name ?? model.freeSheetName(), position, visibility: "Visible" });
    return new WorksheetObject(this.#desk, id);
  }
  Indexer(key: string): WorksheetObject {
    return found(this.GetItemOrNullObject(key));
  }
  GetItem(key: string): WorksheetObject {
    return this.Indexer(key);
  }
  GetItemOrNullObject(key: string): WorksheetObject | null {
    const sheet = this.#desk.model.findSheet(key);
    return sheet ? new WorksheetObject(this.#desk, sheet.id) : null;
  }
  GetActiveWorksheet(): WorksheetObject {
    return new WorksheetObject(this.#desk, this.#desk.model.activeSheet.id);
  }
  GetCount(visibleOnly?: boolean): number {
    return this.#seen(visibleOnly).length;
  }
  GetFirst(visibleOnly?: boolean): WorksheetObject {
    return found(this.#seen(visibleOnly)[0] ?? null);
  }
  GetLast(visibleOnly?: boolean): WorksheetObject {
    return found(this.#seen(visibleOnly).at(-1) ?? null);
  }
}
