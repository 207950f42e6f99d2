import { formatBox, onSheet, quoteSheet } from "../model/address.ts";
import { type DefinedName } from "../model/book.ts";
import { exists, notFound, refused } from "../model/error.ts";
import { notImplemented, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaOf, namedArea } from "./resolve.ts";
import { ScopedCollection } from "./scoped-collection.ts";

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
  GetRangeOrNullObject(): RangeHandle | null {
    const area = namedArea(this.#desk.model, this.#name);
    return area && this.#desk.range(area);
  }
  GetRange(): RangeHandle {
    const range = this.GetRangeOrNullObject();
    if (!range) throw refused("nameNoRange");
    return range;
  }
  get WorksheetOrNullObject(): WireObject | null {
    return null;
  }
  Delete(): void {
    this.#desk.apply({ type: "setName", name: this.#item.name, formula: null, visible: false });
  }
}

export class NamedItemCollectionObject extends ScopedCollection<NamedItemObject> {
  readonly wireType = "NamedItemCollection";

  wireItems(): NamedItemObject[] {
    if (this.sheet !== null) return [];
    return this.desk.model.names.map(({ name }) => new NamedItemObject(this.desk, name));
  }
  Add(name: string, reference: RangeHandle | string): NamedItemObject {
    if (this.sheet !== null) throw notImplemented("names of a single worksheet");
    const { model } = this.desk;
    if (model.findName(name)) throw exists("nameTaken", { name });
    const formula = typeof reference === "string" && reference.startsWith("=") ? reference : this.#reference(reference);
    this.desk.apply({ type: "setName", name, formula, visible: true });
    return new NamedItemObject(this.desk, name);
  }
  #reference(range: RangeHandle | string): string {
    const { model } = this.desk;
    const area = areaOf(model, range, this.home);
    return `=${quoteSheet(model.sheet(area.sheet).name)}!${formatBox(onSheet("", area), true)}`;
  }
  GetItemOrNullObject(name: string): NamedItemObject | null {
    const known = this.sheet === null && this.desk.model.findName(name);
    return known ? new NamedItemObject(this.desk, name) : null;
  }
}
