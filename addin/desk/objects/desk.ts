import type { FunctionCalls } from "../functions/calls.ts";
import { type Culture, cultureOf } from "../model/culture.ts";
import { type Area, type Operation } from "../model/operations.ts";
import { type Shift, wholeShift } from "../model/shift.ts";
import { type TypingRules } from "../model/typing.ts";
import { type Announcement, type WorkbookModel } from "../model/workbook.ts";
import { References } from "../protocol/references.ts";
import { type DeskContext } from "./context.ts";
import { RangeGeometry } from "./range-geometry.ts";
import { RangeObject } from "./range.ts";
import { TableObject } from "./table.ts";
import { WorkbookObject } from "./workbook.ts";
import { WorksheetObject } from "./worksheet.ts";
import { boxOf } from "../model/address.ts";

/** The wire objects over one workbook. */
export class Desk implements DeskContext {
  readonly model: WorkbookModel;
  readonly references = new References();
  readonly culture: Culture;
  readonly filters = new Map<string, Map<number, ReadonlySet<string>>>();
  readonly workbook: WorkbookObject;
  eventsEnabled = true;
  readonly calls?: FunctionCalls;
  readonly #unlisten: () => void;

  /** `locale`: whose habits of writing numbers and days hold, `lv-LV` or `en-US`. */
  constructor(model: WorkbookModel, locale: string, calls?: FunctionCalls) {
    this.model = model;
    if (calls) this.calls = calls;
    this.culture = cultureOf(locale);
    this.workbook = new WorkbookObject(this);
    this.#unlisten = model.listen((announcement) => this.#follow(announcement));
  }

  /** The add-in that held these objects is gone. */
  close(): void {
    this.#unlisten();
  }

  get rules(): TypingRules {
    return { culture: this.culture, date1904: this.model.date1904, year: new Date().getUTCFullYear() };
  }

  apply(operation: Operation): void {
    this.model.apply(operation, "addin");
  }
  range(area: Area): RangeObject {
    return new RangeObject(this, area);
  }
  sheet(id: string): WorksheetObject {
    return new WorksheetObject(this, id);
  }
  table(id: string): TableObject {
    return new TableObject(this, id);
  }

  /** Ranges that office.js keeps move with the cells of their sheet. */
  #follow({ operation, origin }: Announcement): void {
    if (operation.type === "filterTable" && origin === "person") this.filters.delete(operation.table);
    const moved = shiftOf(operation);
    if (!moved) return;
    for (const kept of this.references)
      if (kept instanceof RangeGeometry && kept.isOn(this.model.sheet(moved.sheet).id)) kept.follow(moved.shift);
  }
}

/** The shift of cells an operation brings about, with its sheet, or null. */
export function shiftOf(operation: Operation): { readonly sheet: string; readonly shift: Shift } | null {
  switch (operation.type) {
    case "insertRows":
    case "deleteRows":
    case "insertColumns":
    case "deleteColumns": {
      const kind = operation.type.startsWith("insert") ? "insert" : "delete";
      const axis = operation.type.endsWith("Rows") ? "rows" : "columns";
      return { sheet: operation.sheet, shift: wholeShift(kind, axis, operation.at, operation.count) };
    }
    case "insertCells":
    case "deleteCells": {
      const kind = operation.type === "insertCells" ? "insert" : "delete";
      const axis = operation.shift === "vertical" ? "rows" : "columns";
      return { sheet: operation.area.sheet, shift: { kind, axis, box: boxOf(operation.area) } };
    }
    default:
      return null;
  }
}
