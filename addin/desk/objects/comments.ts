import { formatBox, parseBox } from "../model/address.ts";
import { exists, notFound } from "../model/error.ts";
import { type WireCollection, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import type { RangeObject } from "./range.ts";
import { areaOf } from "./resolve.ts";

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** `Excel.Comment`. The desk keeps a comment as the cell's note: one text, no thread, no author. */
export class CommentObject extends WireObject {
  readonly wireType = "Comment";
  readonly AuthorName = "";
  readonly AuthorEmail = "";
  readonly Resolved = false;
  readonly ContentType = "Plain";
  readonly #desk: DeskContext;
  readonly #place: Place;
  constructor(desk: DeskContext, place: Place) {
    super();
    this.#desk = desk;
    this.#place = place;
  }

  /** Holds while the cell stays where it is. */
  get Id(): string {
    const { sheet, row, column } = this.#place;
    return `${sheet}!${formatBox({ row, column, rows: 1, columns: 1 })}`;
  }
  get Content(): string {
    const { sheet, row, column } = this.#place;
    const text = this.#desk.model.sheet(sheet).notes.get(row, column);
    if (text === undefined) throw notFound();
    return text;
  }
  set Content(text: string) {
    this.#desk.apply({ type: "setNote", ...this.#place, text });
  }
  GetLocation(): RangeObject {
    return this.#desk.range({ ...this.#place, rows: 1, columns: 1 });
  }
  Delete(): void {
    this.#desk.apply({ type: "setNote", ...this.#place, text: null });
  }
}

export class CommentCollectionObject extends WireObject implements WireCollection {
  readonly wireType = "CommentCollection";
  readonly #desk: DeskContext;
  readonly #sheet: string | null;
  constructor(desk: DeskContext, sheet: string | null) {
    super();
    this.#desk = desk;
    this.#sheet = sheet;
  }

  #places(): Place[] {
    const sheets = this.#desk.model.sheets.filter(({ id }) => this.#sheet === null || id === this.#sheet);
    return sheets.flatMap(({ id, notes }) =>
      [...notes.filled()].flatMap(([row, cells]) =>
        cells.flatMap((note, column) => (note === undefined ? [] : [{ sheet: id, row, column }])),
      ),
    );
  }
  wireItems(): CommentObject[] {
    return this.#places().map((place) => new CommentObject(this.#desk, place));
  }
  #placeOf(cell: RangeObject | string): Place {
    const { model } = this.#desk;
    const { sheet, row, column } = areaOf(model, cell, this.#sheet ?? model.activeSheet.id);
    return { sheet, row, column };
  }
  #at(place: Place): CommentObject {
    const { sheet, row, column } = place;
    if (this.#desk.model.sheet(sheet).notes.get(row, column) === undefined) throw notFound();
    return new CommentObject(this.#desk, place);
  }

  Add(cell: RangeObject | string, text: string): CommentObject {
    const place = this.#placeOf(cell);
    if (this.#desk.model.sheet(place.sheet).notes.get(place.row, place.column) !== undefined) throw exists();
    this.#desk.apply({ type: "setNote", ...place, text });
    return this.#at(place);
  }
  Indexer(id: string): CommentObject {
    const mark = id.lastIndexOf("!");
    const sheet = this.#desk.model.findSheet(id.slice(0, mark));
    if (mark < 0 || !sheet) throw notFound();
    const { row, column } = parseBox(id.slice(mark + 1));
    return this.#at({ sheet: sheet.id, row, column });
  }
  GetItem(id: string): CommentObject {
    return this.Indexer(id);
  }
  GetItemByCell(cell: RangeObject | string): CommentObject {
    return this.#at(this.#placeOf(cell));
  }
  GetItemAt(index: number): CommentObject {
    const item = this.wireItems()[index];
    if (!item) throw notFound();
    return item;
  }
  GetCount(): number {
    return this.#places().length;
  }
}
