import { notFound } from "../model/error.ts";
import { type WireCollection, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";

/** A collection that the workbook has, and each sheet has for itself: tables, names, comments. */
export abstract class ScopedCollection<Item extends WireObject> extends WireObject implements WireCollection {
  protected readonly desk: DeskContext;
  /** The sheet whose items are asked for; null for the workbook's. */
  protected readonly sheet: string | null;
  constructor(desk: DeskContext, sheet: string | null) {
    super();
    this.desk = desk;
    this.sheet = sheet;
  }
  /** Where an address without a sheet lies. */
  protected get home(): string {
    return this.sheet ?? this.desk.model.activeSheet.id;
  }

  abstract wireItems(): readonly Item[];
  abstract GetItemOrNullObject(key: string): Item | null;

  Indexer(key: string): Item {
    const item = this.GetItemOrNullObject(key);
    if (!item) throw notFound();
    return item;
  }
  GetItem(key: string): Item {
    return this.Indexer(key);
  }
  GetItemAt(index: number): Item {
    const item = this.wireItems()[index];
    if (!item) throw notFound();
    return item;
  }
  GetCount(): number {
    return this.wireItems().length;
  }
}
