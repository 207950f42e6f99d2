import { badArgument, notFound } from "../model/error.ts";
import { notImplemented, type WireCollection, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";

/** `Excel.PivotField`: filters by hand, on fields that stand as filters. */
export class PivotFieldObject extends WireObject {
  readonly wireType = "PivotField";
  readonly #desk: DeskContext;
  readonly #pivot: string;
  readonly #field: string;
  constructor(desk: DeskContext, pivot: string, field: string) {
    super();
    this.#desk = desk;
    this.#pivot = pivot;
    this.#field = field;
  }
  get Id(): string {
    return this.#field;
  }
  get Name(): string {
    return this.#field;
  }

  #select(selected: readonly string[] | null): void {
    const pivot = this.#desk.model.pivots.find(({ id }) => id === this.#pivot);
    if (!pivot) throw notFound();
    if (!pivot.filters.some(({ field }) => field === this.#field)) throw notImplemented("filters of rows and columns");
    const filters = pivot.filters.map((one) => (one.field === this.#field ? { ...one, selected } : one));
    this.#desk.apply({ type: "setPivot", pivot: this.#pivot, plan: { filters } });
  }
  ApplyFilter(filter: unknown): void {
    const manual = typeof filter === "object" && filter !== null && "manualFilter" in filter && filter.manualFilter;
    if (!manual || Object.keys(filter).length > 1) throw notImplemented("PivotTable filters other than by hand");
    const items = typeof manual === "object" && "selectedItems" in manual ? manual.selectedItems : null;
    if (!Array.isArray(items) || items.length === 0) throw badArgument();
    if (!items.every((item) => typeof item === "string")) throw notImplemented("selected items other than by name");
    this.#select(items);
  }
  ClearAllFilters(): void {
    this.#select(null);
  }
  IsFiltered(): boolean {
    const pivot = this.#desk.model.pivots.find(({ id }) => id === this.#pivot);
    return pivot?.filters.some(({ field, selected }) => field === this.#field && selected !== null) ?? false;
  }
}

/** The one field of a hierarchy. */
export class PivotFieldCollectionObject extends WireObject implements WireCollection {
  readonly wireType = "PivotFieldCollection";
  readonly #field: PivotFieldObject;
  constructor(desk: DeskContext, pivot: string, field: string) {
    super();
    this.#field = new PivotFieldObject(desk, pivot, field);
  }
  wireItems(): PivotFieldObject[] {
    return [this.#field];
  }
  GetItemOrNullObject(name: string): PivotFieldObject | null {
    return name === this.#field.Name ? this.#field : null;
  }
  Indexer(name: string): PivotFieldObject {
    const field = this.GetItemOrNullObject(name);
    if (!field) throw notFound();
    return field;
  }
  GetItem(name: string): PivotFieldObject {
    return this.Indexer(name);
  }
  GetCount(): number {
    return 1;
  }
}
