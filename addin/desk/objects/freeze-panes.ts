import { MAX_COLUMNS, MAX_ROWS } from "../model/address.ts";
import { WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaOf } from "./resolve.ts";

/** `worksheet.freezePanes`; frozen from the top left corner. */
export class FreezePanesObject extends WireObject {
  readonly wireType = "WorksheetFreezePanes";
  readonly #desk: DeskContext;
  readonly #sheet: string;
  constructor(desk: DeskContext, sheet: string) {
    super();
    this.#desk = desk;
    this.#sheet = sheet;
  }
  #freeze(rows: number, columns: number): void {
    this.#desk.apply({ type: "freeze", sheet: this.#sheet, rows, columns });
  }

  FreezeRows(count = 0): void {
    this.#freeze(count, 0);
  }
  FreezeColumns(count = 0): void {
    this.#freeze(0, count);
  }
  FreezeAt(range: RangeHandle | string): void {
    const area = areaOf(this.#desk.model, range, this.#sheet);
    const rows = area.rows === MAX_ROWS ? 0 : area.row + area.rows;
    this.#freeze(rows, area.columns === MAX_COLUMNS ? 0 : area.column + area.columns);
  }
  Unfreeze(): void {
    this.#freeze(0, 0);
  }
  GetLocationOrNullObject(): RangeHandle | null {
    const { rows, columns } = this.#desk.model.sheet(this.#sheet).frozen;
    if (rows === 0 && columns === 0) return null;
    const box = { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS };
    return this.#desk.range({ sheet: this.#sheet, ...box });
  }
  /** The first cell when nothing is frozen. */
  GetLocation(): RangeHandle {
    const first = { sheet: this.#sheet, row: 0, column: 0, rows: 1, columns: 1 };
    return this.GetLocationOrNullObject() ?? this.#desk.range(first);
  }
}
