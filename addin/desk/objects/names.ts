import { formatBox, onSheet, quoteSheet } from "../model/address.ts";
import { type DefinedName } from "../model/book.ts";
import { exists, notFound, refused } from "../model/error.ts";
import { notImplemented, type WireCollection, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import type { RangeObject } from "./range.ts";
import { areaOf, namedArea } from "./resolve.ts";
import type { WorksheetObject } from "./worksheet.ts";

/** `Excel.NamedItem`, of the workbook: the desk has no names of single sheets. */
export class NamedItemObject extends WireObject {
  readonly wireType = "NamedItem";
  readonly Scope = "Workbook";
  readonly Comment = "";
  readonly #desk: DeskContext;
  readonly #name: string;
  constructor(desk: DeskContext, name: string) {
    super();
    this.#desk = desk;
    this.#name = name;
  }

  get #item(): DefinedName {
    const item = this.#desk.model.findName(this.#name);
    if (!item) throw notFound();
    return item;
  }
  get Id(): string {
    return this.#item.name;
  }
  get Name(): string {
    return this.#item.name;
  }
  get Formula(): string {
    return this.#item.formula;
  }
  set Formula(formula: string) {
    this.#desk.apply({ type: "setName", ...this.#item, formula });
  }
  get Visible(): boolean {
    return this.#item.visible;
  }
  set Visible(visible: boolean) {
    this.#desk.apply({ type: "setName", ...this.#item, visible });
  }
  get Type(): string {
    if (this.GetRangeOrNullObject()) return "Range";
    return this.#item.formula.includes("#REF!") ? "Error" : "String";
  }
  /** The address of a range, else what stands after `=`. */
  get Value(): string {
    return this.GetRangeOrNullObject()?.Address ?? this.#item.formula.slice(1).replace(/^"(.*)"$/, "$1");
  }
  GetRangeOrNullObject(): RangeObject | null {
    const area = namedArea(this.#desk.model, this.#name);
    return area && this.#desk.range(area);
  }
  GetRange(): RangeObject {
    const range = this.GetRangeOrNullObject();
    if (!range) throw refused("This name does not stand for a range.");
    return range;
  }
  get WorksheetOrNullObject(): WorksheetObject | null {
    return null;
  }
  Delete(): void {
    this.#desk.apply({ type: "setName", name: this.#item.name, formula: null, visible: false });
  }
}

export class NamedItemCollectionObject extends WireObject implements WireCollection {
  readonly wireType = "NamedItemCollection";
  readonly #desk: DeskContext;
  /** The sheet whose own names are asked for; null for the workbook's. */
  readonly #sheet: string | null;
  constructor(desk: DeskContext, sheet: string | null) {
    super();
    this.#desk = desk;
    this.#sheet = sheet;
  }

  wireItems(): NamedItemObject[] {
    if (this.#sheet !== null) return [];
    return this.#desk.model.names.map(({ name }) => new NamedItemObject(this.#desk, name));
  }
  Add(name: string, reference: RangeObject | string): NamedItemObject {
    if (this.#sheet !== null) throw notImplemented("names of a single worksheet");
    const { model } = this.#desk;
    if (model.findName(name)) throw exists(`The name "${name}" is taken.`);
    const formula = typeof reference === "string" && reference.startsWith("=") ? reference : this.#reference(reference);
    this.#desk.apply({ type: "setName", name, formula, visible: true });
    return new NamedItemObject(this.#desk, name);
  }
  #reference(range: RangeObject | string): string {
    const { model } = this.#desk;
    const area = areaOf(model, range, model.activeSheet.id);
    return `=${quoteSheet(model.sheet(area.sheet).name)}!${formatBox(onSheet("", area), true)}`;
  }
  GetItemOrNullObject(name: string): NamedItemObject | null {
    const known = this.#sheet === null && this.#desk.model.findName(name);
    return known ? new NamedItemObject(this.#desk, name) : null;
  }
  Indexer(name: string): NamedItemObject {
    const item = this.GetItemOrNullObject(name);
    if (!item) throw notFound();
    return item;
  }
  GetItem(name: string): NamedItemObject {
    return this.Indexer(name);
  }
  GetCount(): number {
    return this.wireItems().length;
  }
}
