import { formatBox, parseBox } from "../model/address.ts";
import { exists, notFound } from "../model/error.ts";
import { WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaOf } from "./resolve.ts";
import { ScopedCollection } from "./scoped-collection.ts";

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
  GetLocation(): RangeHandle {
    return this.#desk.range({ ...this.#place, rows: 1, columns: 1 });
  }
  Delete(): void {
    this.#desk.apply({ type: "setNote", ...this.#place, text: null });
  }
}

export class CommentCollectionObject extends ScopedCollection<CommentObject> {
  readonly wireType = "CommentCollection";

  #places(): Place[] {
    const sheets = this.desk.model.sheets.filter(({ id }) => this.sheet === null || id === this.sheet);
    return sheets.flatMap(({ id, notes }) =>
      [...notes.filled()].flatMap(([row, cells]) =>
        cells.flatMap((note, column) => (note === undefined ? [] : [{ sheet: id, row, column }])),
      ),
    );
  }
  wireItems(): CommentObject[] {
    return this.#places().map((place) => new CommentObject(this.desk, place));
  }
  #placeOf(cell: RangeHandle | string): Place {
    const { sheet, row, column } = areaOf(this.desk.model, cell, this.home);
    return { sheet, row, column };
  }
  #at(place: Place): CommentObject | null {
    const { sheet, row, column } = place;
    const note = this.desk.model.sheet(sheet).notes.get(row, column);
    return note === undefined ? null : new CommentObject(this.desk, place);
  }

  Add(cell: RangeHandle | string, text: string): CommentObject {
    const place = this.#placeOf(cell);
    if (this.#at(place)) throw exists();
    this.desk.apply({ type: "setNote", ...place, text });
    return new CommentObject(this.desk, place);
  }
  GetItemOrNullObject(id: string): CommentObject | null {
    const mark = id.lastIndexOf("!");
    const sheet = mark < 0 ? undefined : this.desk.model.findSheet(id.slice(0, mark));
    if (!sheet) return null;
    const { row, column } = parseBox(id.slice(mark + 1));
    return this.#at({ sheet: sheet.id, row, column });
  }
  GetItemByCell(cell: RangeHandle | string): CommentObject {
    const comment = this.#at(this.#placeOf(cell));
    if (!comment) throw notFound();
    return comment;
  }
}
