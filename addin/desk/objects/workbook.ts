import { WireObject } from "../protocol/wire.ts";
import { ApplicationObject, FunctionsObject, RuntimeObject } from "./application.ts";
import { CommentCollectionObject } from "./comments.ts";
import { type DeskContext } from "./context.ts";
import { NamedItemCollectionObject } from "./names.ts";
import { PivotTableCollectionObject } from "./pivots.ts";
import { RangeGeometry } from "./range-geometry.ts";
import { type RangeHandle } from "./range-handle.ts";
import { TableCollectionObject } from "./table-collection.ts";
import { WorksheetCollectionObject } from "./worksheet.ts";
import { notFound } from "../model/error.ts";

/** `context.workbook`, and the keeper of references for office.js. */
export class WorkbookObject extends WireObject {
  readonly wireType = "Workbook";
  readonly Name = "Saime.xlsx";
  readonly ReadOnly = false;
  readonly IsDirty = true;
  readonly AutoSave = true;
  readonly PreviouslySaved = true;
  readonly CalculationEngineVersion = 191029;
  readonly Application: ApplicationObject;
  readonly Functions: FunctionsObject;
  readonly _Runtime: RuntimeObject;
  readonly Worksheets: WorksheetCollectionObject;
  readonly Tables: TableCollectionObject;
  readonly Names: NamedItemCollectionObject;
  readonly Comments: CommentCollectionObject;
  readonly PivotTables: PivotTableCollectionObject;
  readonly #desk: DeskContext;

  constructor(desk: DeskContext) {
    super();
    this.#desk = desk;
    this.Application = new ApplicationObject(desk);
    this.Functions = new FunctionsObject(desk);
    this._Runtime = new RuntimeObject(desk);
    this.Worksheets = new WorksheetCollectionObject(desk);
    this.Tables = new TableCollectionObject(desk, null);
    this.Names = new NamedItemCollectionObject(desk, null);
    this.Comments = new CommentCollectionObject(desk, null);
    this.PivotTables = new PivotTableCollectionObject(desk, null);
  }

  GetSelectedRange(): RangeHandle {
    return this.#desk.range(this.#desk.model.selection);
  }
  GetActiveCell(): RangeHandle {
    return this.#desk.range({ ...this.#desk.model.selection, rows: 1, columns: 1 });
  }

  _RemoveReference(id: string): void {
    this.#desk.references.remove(String(id));
  }
  _RemoveAllReferences(): void {
    this.#desk.references.clear();
  }
  _GetReferenceCount(): number {
    return this.#desk.references.count;
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: string): RangeHandle | null {
    const kept = this.#desk.references.find(String(id));
    return kept instanceof RangeGeometry ? this.#desk.range(kept.area) : null;
  }
  _GetRangeForEventByReferenceId(id: string): RangeHandle {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (!range) throw notFound();
    return range;
  }
}
