import { type Box, boxOf, intersect, MAX_COLUMNS, MAX_ROWS } from "../model/address.ts";
import { badArgument } from "../model/error.ts";
import { cellText } from "../model/number-text.ts";
import { type CellContent, type CellValue } from "../model/operations.ts";
import { contentOf, GENERAL, type Stored, valueOf } from "../model/sheet.ts";
import { typed } from "../model/typing.ts";
import { notImplemented, WireError } from "../protocol/wire.ts";
import { copyInto } from "./copy.ts";
import { DataValidationObject } from "./data-validation.ts";
import { RangeFormatObject } from "./range-format.ts";
import { RangeGeometry } from "./range-geometry.ts";
import { type RangeHandle } from "./range-handle.ts";
import { RangeSortObject } from "./sort.ts";

/** Excel's limit for one get of a property. */
export const MAX_CELLS_PER_GET = 5_000_000;

const DEFAULT_LOOKS = {
  fill: null,
  color: null,
  bold: false,
  italic: false,
  wrap: false,
  align: "general",
  valign: "bottom",
} as const;

/** `Excel.Range`: contents, formats and what can be done with them. */
export class RangeObject extends RangeGeometry {
  // --- Contents --------------------------------------------------------------------------------------------------

  get Values(): CellValue[][] | null {
    return this.#map("", (stored) => valueOf(stored));
  }
  set Values(values: unknown) {
    this.#write(values);
  }
  get Formulas(): CellValue[][] | null {
    return this.#map("", (stored) => contentOf(stored).formula ?? valueOf(stored));
  }
  set Formulas(values: unknown) {
    this.#write(values);
  }
  get ValueTypes(): string[][] | null {
    return this.#map("Empty", typeOf);
  }
  get Text(): string[][] | null {
    const { culture, model } = this.desk;
    const { formats } = this.data;
    return this.#map("", (stored, row, column) =>
      cellText(contentOf(stored), formats.get(row, column), culture, model.date1904),
    );
  }

  #map<V>(empty: V, value: (stored: Stored, row: number, column: number) => V): V[][] | null {
    const { area, data } = this;
    if (!this.#readable()) return null;
    const out: V[][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      const cells = data.cells.row(row);
      const line = new Array<V>(area.columns);
      for (let i = 0; i < area.columns; i++) {
        const stored = cells?.[area.column + i];
        line[i] = stored === undefined ? empty : value(stored, row, area.column + i);
      }
      out.push(line);
    }
    return out;
  }

  /** False for whole rows and columns, whose cells Excel answers with null. */
  #readable(): boolean {
    const { rows, columns } = this.area;
    if (rows === MAX_ROWS || columns === MAX_COLUMNS) return false;
    if (rows * columns > MAX_CELLS_PER_GET)
      throw new WireError(
        "RangeExceedsLimit",
        "The cell count in the range has exceeded the maximum supported number.",
      );
    return true;
  }

  /** A value for each cell, or one for all; null leaves a cell alone. */
  #matrix(values: unknown, limit: Box): unknown[][] {
    if (!Array.isArray(values))
      return Array.from({ length: limit.rows }, () => new Array<unknown>(limit.columns).fill(values));
    const rows = values as unknown[];
    const sound = rows.length === limit.rows && rows.every((row) => Array.isArray(row) && row.length === limit.columns);
    if (!sound) throw badArgument("valuesSize");
    return rows as unknown[][];
  }

  #write(values: unknown): void {
    const { area, data } = this;
    if (area.rows * area.columns > MAX_CELLS_PER_GET) throw badArgument();
    const formats: (string | null)[][] = [];
    let formatted = false;
    const contents = this.#matrix(values, area).map((line, i) => {
      const lineFormats = new Array<string | null>(area.columns).fill(null);
      formats.push(lineFormats);
      return line.map((value, j): CellContent | "" | null => {
        if (value === null || value === undefined) return null;
        const read = typed(value, data.formats.get(area.row + i, area.column + j), this.desk.rules);
        if (read.format !== undefined) {
          formatted = true;
          lineFormats[j] = read.format;
        }
        return read.content;
      });
    });
    this.desk.apply({ type: "setCells", area, contents });
    if (formatted) this.desk.apply({ type: "setFormats", area, formats });
  }

  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw badArgument("valuesSize");
  }

  get NumberFormat(): string[][] | null {
    if (!this.#readable()) return null;
    const { area, data } = this;
    return Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (_unused, j) => data.formats.get(area.row + i, area.column + j)),
    );
  }
  set NumberFormat(formats: unknown) {
    const { area } = this;
    if (typeof formats === "string") {
      this.desk.apply({ type: "setFormats", area, formats: formats || GENERAL });
      return;
    }
    const matrix = this.#matrix(formats, area).map((line) =>
      line.map((format) => (typeof format === "string" ? format || GENERAL : null)),
    );
    this.desk.apply({ type: "setFormats", area, formats: matrix });
  }
  /** The desk keeps formats in their en-US form only. */
  get NumberFormatLocal(): string[][] | null {
    return this.NumberFormat;
  }
  set NumberFormatLocal(formats: unknown) {
    this.NumberFormat = formats;
  }

  // --- Looks and rules -------------------------------------------------------------------------------------------

  get Format(): RangeFormatObject {
    return new RangeFormatObject(this.desk, this);
  }
  get DataValidation(): DataValidationObject {
    return new DataValidationObject(this.desk, this);
  }
  get Sort(): RangeSortObject {
    return new RangeSortObject(this.desk, this);
  }
  get RowHidden(): boolean | null {
    const { row, rows } = this.area;
    return uniform(rows, (i) => this.desk.model.isRowHidden(this.area.sheet, row + i));
  }
  set RowHidden(hidden: boolean) {
    const { sheet, row: at, rows: count } = this.area;
    this.desk.apply({ type: "setRowsHidden", sheet, at, count, hidden });
  }
  get ColumnHidden(): boolean | null {
    return uniform(this.area.columns, (i) => this.data.isColumnHidden(this.area.column + i));
  }
  set ColumnHidden(hidden: boolean) {
    const { sheet, column: at, columns: count } = this.area;
    this.desk.apply({ type: "setColumnsHidden", sheet, at, count, hidden });
  }
  get Hidden(): boolean | null {
    return this.RowHidden === true || this.ColumnHidden === true ? true : this.RowHidden;
  }
  get HasSpill(): boolean {
    return false;
  }

  // --- Deeds -----------------------------------------------------------------------------------------------------

  Select(): void {
    this.desk.apply({ type: "select", area: this.area });
  }

  /** Pushes cells down or right; the new range lies where this one lay. */
  Insert(shift: string): RangeHandle {
    const { area } = this;
    if (area.columns === MAX_COLUMNS)
      this.desk.apply({ type: "insertRows", sheet: area.sheet, at: area.row, count: area.rows });
    else if (area.rows === MAX_ROWS)
      this.desk.apply({ type: "insertColumns", sheet: area.sheet, at: area.column, count: area.columns });
    else this.desk.apply({ type: "insertCells", area, shift: direction(shift, "Down", "Right") });
    return this.desk.range(area);
  }

  Delete(shift: string): void {
    const { area } = this;
    if (area.columns === MAX_COLUMNS)
      this.desk.apply({ type: "deleteRows", sheet: area.sheet, at: area.row, count: area.rows });
    else if (area.rows === MAX_ROWS)
      this.desk.apply({ type: "deleteColumns", sheet: area.sheet, at: area.column, count: area.columns });
    else this.desk.apply({ type: "deleteCells", area, shift: direction(shift, "Up", "Left") });
  }

  Clear(applyTo = "All"): void {
    const { area } = this;
    if (!["All", "Formats", "Contents"].includes(applyTo)) throw notImplemented(`Range.clear("${applyTo}")`);
    if (applyTo !== "Formats") this.#clearContents();
    if (applyTo === "Contents") return;
    this.desk.apply({ type: "setFormats", area, formats: GENERAL });
    this.desk.apply({ type: "setStyle", area, style: DEFAULT_LOOKS });
    if (applyTo === "All") this.desk.apply({ type: "setValidation", area, rule: null });
  }

  #clearContents(): void {
    const { area } = this;
    const used = this.data.cells.bounds();
    const box = used && intersect(area, used);
    if (!box) return;
    const contents = Array.from({ length: box.rows }, () => new Array<"">(box.columns).fill(""));
    this.desk.apply({ type: "setCells", area: { sheet: area.sheet, ...boxOf(box) }, contents });
  }

  CopyFrom(source: RangeHandle | string, copyType = "All", skipBlanks = false, transpose = false): void {
    if (transpose) throw notImplemented("Range.copyFrom with transpose");
    copyInto(this.desk, source, this.area, copyType, skipBlanks);
  }

  Merge(across = false): void {
    const { area } = this;
    const parts = across
      ? Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))
      : [area];
    for (const part of parts) this.desk.apply({ type: "merge", area: part });
  }
  Unmerge(): void {
    this.desk.apply({ type: "unmerge", area: this.area });
  }
  /** Formulas are worked out by the grid as they change. */
  Calculate(): void {
    return;
  }
}

function typeOf(stored: Stored): string {
  if (typeof stored === "object" && stored.error) return "Error";
  const value = valueOf(stored);
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}

function direction(shift: string, vertical: string, horizontal: string): "vertical" | "horizontal" {
  if (shift === vertical) return "vertical";
  if (shift === horizontal) return "horizontal";
  throw badArgument();
}

/** The value all of a count share, or null when they differ. */
export function uniform<V>(count: number, value: (i: number) => V): V | null {
  const first = value(0);
  for (let i = 1; i < count; i++) if (value(i) !== first) return null;
  return first;
}
