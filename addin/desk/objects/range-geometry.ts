import {
  type Box,
  checked,
  formatBox,
  intersect,
  MAX_COLUMNS,
  MAX_ROWS,
  onSheet,
  quoteSheet,
  right,
  bottom,
} from "../model/address.ts";
import { badArgument, notFound } from "../model/error.ts";
import { type Area } from "../model/operations.ts";
import { type Shift, shiftBox } from "../model/shift.ts";
import { type Sheet } from "../model/sheet.ts";
import { WireError, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaAt } from "./resolve.ts";
import { usedBox } from "./used.ts";

/** Where a range lies, and the ranges that follow from it. A kept range moves with inserted and deleted cells. */
export abstract class RangeGeometry extends WireObject {
  readonly wireType = "Range";
  protected readonly desk: DeskContext;
  #area: Area | null;

  constructor(desk: DeskContext, area: Area) {
    super();
    this.desk = desk;
    this.#area = checked(area);
  }

  override get trackable(): boolean {
    return true;
  }

  /** Throws InvalidReference once all its cells were deleted. */
  get area(): Area {
    if (!this.#area) throw new WireError("InvalidReference", "The cells of this range were deleted.");
    return this.#area;
  }

  isOn(sheet: string): boolean {
    return this.#area?.sheet === sheet;
  }

  /** Called for a kept range when cells of its sheet are inserted or deleted. */
  follow(shift: Shift): void {
    const { sheet } = this.area;
    const moved = shiftBox(this.area, shift);
    this.#area = moved && onSheet(sheet, moved);
  }

  protected get data(): Sheet {
    return this.desk.model.sheet(this.area.sheet);
  }
  protected at(row: number, column: number, rows: number, columns: number): RangeHandle {
    return this.desk.range({ sheet: this.area.sheet, row, column, rows, columns });
  }
  protected box(box: Box): RangeHandle {
    return this.at(box.row, box.column, box.rows, box.columns);
  }
  protected other(range: RangeHandle | string | undefined): Area {
    if (typeof range === "string") return areaAt(this.desk.model, range, this.area.sheet);
    if (!range) throw badArgument();
    if (range.area.sheet !== this.area.sheet) throw badArgument("otherSheet");
    return range.area;
  }

  get Worksheet(): WireObject {
    return this.desk.sheet(this.area.sheet);
  }
  get Address(): string {
    return `${quoteSheet(this.data.name)}!${formatBox(this.area)}`;
  }
  get AddressLocal(): string {
    return this.Address;
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  /** −1 beyond what Excel's own counter holds. */
  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get IsEntireColumn(): boolean {
    return this.area.rows === MAX_ROWS;
  }
  get IsEntireRow(): boolean {
    return this.area.columns === MAX_COLUMNS;
  }

  GetCell(row: number, column: number): RangeHandle {
    return this.at(this.area.row + row, this.area.column + column, 1, 1);
  }
  GetRow(row: number): RangeHandle {
    return this.at(this.area.row + row, this.area.column, 1, this.area.columns);
  }
  GetColumn(column: number): RangeHandle {
    return this.at(this.area.row, this.area.column + column, this.area.rows, 1);
  }
  GetLastRow(): RangeHandle {
    return this.GetRow(this.area.rows - 1);
  }
  GetLastColumn(): RangeHandle {
    return this.GetColumn(this.area.columns - 1);
  }
  GetLastCell(): RangeHandle {
    return this.GetCell(this.area.rows - 1, this.area.columns - 1);
  }
  GetEntireRow(): RangeHandle {
    return this.at(this.area.row, 0, this.area.rows, MAX_COLUMNS);
  }
  GetEntireColumn(): RangeHandle {
    return this.at(0, this.area.column, MAX_ROWS, this.area.columns);
  }
  GetOffsetRange(rows: number, columns: number): RangeHandle {
    const { area } = this;
    return this.at(area.row + rows, area.column + columns, area.rows, area.columns);
  }
  GetResizedRange(rows: number, columns: number): RangeHandle {
    const { area } = this;
    return this.at(area.row, area.column, area.rows + rows, area.columns + columns);
  }
  GetAbsoluteResizedRange(rows: number, columns: number): RangeHandle {
    return this.at(this.area.row, this.area.column, rows, columns);
  }
  /** A negative count means as many on the other side. */
  GetRowsBelow(count = 1): RangeHandle {
    return count < 0 ? this.GetRowsAbove(-count) : this.#beside(bottom(this.area), count);
  }
  GetRowsAbove(count = 1): RangeHandle {
    return count < 0 ? this.GetRowsBelow(-count) : this.#beside(this.area.row - count, count);
  }
  #beside(row: number, count: number): RangeHandle {
    return this.at(row, this.area.column, count, this.area.columns);
  }
  GetColumnsAfter(count = 1): RangeHandle {
    return count < 0 ? this.GetColumnsBefore(-count) : this.at(this.area.row, right(this.area), this.area.rows, count);
  }
  GetColumnsBefore(count = 1): RangeHandle {
    return count < 0
      ? this.GetColumnsAfter(-count)
      : this.at(this.area.row, this.area.column - count, this.area.rows, count);
  }

  GetBoundingRect(range: RangeHandle | string): RangeHandle {
    const { area } = this;
    const other = this.other(range);
    const row = Math.min(area.row, other.row);
    const column = Math.min(area.column, other.column);
    const rows = Math.max(bottom(area), bottom(other)) - row;
    return this.at(row, column, rows, Math.max(right(area), right(other)) - column);
  }
  GetIntersectionOrNullObject(range: RangeHandle | string): RangeHandle | null {
    const sheet = typeof range === "string" ? this.area.sheet : range.area.sheet;
    const shared = sheet === this.area.sheet ? intersect(this.area, this.other(range)) : null;
    return shared && this.box(shared);
  }
  GetIntersection(range: RangeHandle | string): RangeHandle {
    const shared = this.GetIntersectionOrNullObject(range);
    if (!shared) throw notFound();
    return shared;
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): RangeHandle | null {
    const used = usedBox(this.data, valuesOnly === true);
    const shared = used && intersect(this.area, used);
    return shared && this.box(shared);
  }
  GetUsedRange(valuesOnly?: boolean): RangeHandle {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }
}
