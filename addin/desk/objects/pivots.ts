import { onSheet } from "../model/address.ts";
import { badArgument, notFound } from "../model/error.ts";
import { type PivotPlan } from "../model/pivot-plan.ts";
import { type Pivot } from "../model/pivot.ts";
import { notImplemented, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import {
  AxisHierarchyCollectionObject,
  DataHierarchyCollectionObject,
  PivotHierarchyCollectionObject,
} from "./pivot-hierarchies.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaOf } from "./resolve.ts";
import { ScopedCollection } from "./scoped-collection.ts";

/** `Excel.PivotTable` over a table. */
export class PivotTableObject extends WireObject {
  readonly wireType = "PivotTable";
  readonly Id: string;
  readonly #desk: DeskContext;
  constructor(desk: DeskContext, id: string) {
    super();
    this.#desk = desk;
    this.Id = id;
  }
  get #pivot(): Pivot {
    const pivot = this.#desk.model.pivots.find(({ id }) => id === this.Id);
    if (!pivot) throw notFound();
    return pivot;
  }
  get Name(): string {
    return this.#pivot.name;
  }
  set Name(name: string) {
    this.#desk.apply({ type: "setPivot", pivot: this.Id, name });
  }
  get Worksheet(): WireObject {
    return this.#desk.sheet(this.#pivot.sheet);
  }
  get Hierarchies(): PivotHierarchyCollectionObject {
    return new PivotHierarchyCollectionObject(this.#desk, this.Id);
  }
  get RowHierarchies(): AxisHierarchyCollectionObject {
    return new AxisHierarchyCollectionObject(this.#desk, this.Id, "rows");
  }
  get ColumnHierarchies(): AxisHierarchyCollectionObject {
    return new AxisHierarchyCollectionObject(this.#desk, this.Id, "columns");
  }
  get FilterHierarchies(): AxisHierarchyCollectionObject {
    return new AxisHierarchyCollectionObject(this.#desk, this.Id, "filters");
  }
  get DataHierarchies(): DataHierarchyCollectionObject {
    return new DataHierarchyCollectionObject(this.#desk, this.Id);
  }
  get Layout(): PivotLayoutObject {
    return new PivotLayoutObject(this.#desk, this.Id);
  }
  Refresh(): void {
    this.#desk.apply({ type: "setPivot", pivot: this.Id });
  }
  Delete(): void {
    this.#desk.apply({ type: "deletePivot", pivot: this.Id });
  }
}

/** `pivotTable.layout`. */
export class PivotLayoutObject extends WireObject {
  readonly wireType = "PivotLayout";
  readonly #desk: DeskContext;
  readonly #id: string;
  constructor(desk: DeskContext, id: string) {
    super();
    this.#desk = desk;
    this.#id = id;
  }
  get #pivot(): Pivot {
    const pivot = this.#desk.model.pivots.find(({ id }) => id === this.#id);
    if (!pivot) throw notFound();
    return pivot;
  }
  #set(plan: Partial<PivotPlan>): void {
    this.#desk.apply({ type: "setPivot", pivot: this.#id, plan });
  }
  get LayoutType(): string {
    return this.#pivot.layout;
  }
  set LayoutType(layout: string) {
    if (layout !== "Compact" && layout !== "Tabular") throw notImplemented(`PivotTables laid out as ${layout}`);
    this.#set({ layout });
  }
  get SubtotalLocation(): string {
    return this.#pivot.subtotals ? "AtBottom" : "Off";
  }
  set SubtotalLocation(location: string) {
    if (location !== "Off" && location !== "AtBottom") throw notImplemented(`subtotals ${location}`);
    this.#set({ subtotals: location === "AtBottom" });
  }
  get ShowColumnGrandTotals(): boolean {
    return this.#pivot.columnTotals;
  }
  set ShowColumnGrandTotals(columnTotals: boolean) {
    this.#set({ columnTotals });
  }
  get ShowRowGrandTotals(): boolean {
    return this.#pivot.rowTotals;
  }
  set ShowRowGrandTotals(rowTotals: boolean) {
    this.#set({ rowTotals });
  }
  GetRange(): RangeHandle {
    const { sheet, box } = this.#pivot;
    return this.#desk.range(onSheet(sheet, box));
  }
}

/** The PivotTables of a workbook or of one sheet. */
export class PivotTableCollectionObject extends ScopedCollection<PivotTableObject> {
  readonly wireType = "PivotTableCollection";

  wireItems(): PivotTableObject[] {
    return this.desk.model.pivots
      .filter(({ sheet }) => this.sheet === null || sheet === this.sheet)
      .map(({ id }) => new PivotTableObject(this.desk, id));
  }
  GetItemOrNullObject(key: string): PivotTableObject | null {
    return this.wireItems().find(({ Id, Name }) => Id === key || Name === key) ?? null;
  }
  Add(name: string, source: unknown, destination: RangeHandle | string): PivotTableObject {
    const { model } = this.desk;
    const table = tableOf(source) ?? (typeof source === "string" ? model.findTable(source)?.id : undefined);
    if (table === undefined) throw notImplemented("PivotTables over ranges that are no table");
    if (typeof name !== "string" || name === "") throw badArgument();
    const id = model.newObjectId();
    const { sheet, row, column } = areaOf(model, destination, this.home);
    this.desk.apply({ type: "addPivot", id, name, table, area: { sheet, row, column, rows: 1, columns: 1 } });
    return new PivotTableObject(this.desk, id);
  }
  RefreshAll(): void {
    for (const pivot of this.wireItems()) pivot.Refresh();
  }
}

const tableOf = (source: unknown): string | undefined =>
  source instanceof WireObject && source.wireType === "Table" && "Id" in source ? String(source.Id) : undefined;
