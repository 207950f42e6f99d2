import { badArgument } from "../model/error.ts";
import { type Area } from "../model/operations.ts";
import { type Sheet, type Stored, valueOf } from "../model/sheet.ts";
import { bodyOf } from "../model/table.ts";
import { notImplemented, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";
import { TablePart } from "./table-part.ts";
import { onSheet } from "../model/address.ts";

export interface SortField {
  /** Column within the sorted area, from 0. */
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

export class RangeSortObject extends WireObject {
  readonly wireType = "RangeSort";
  readonly #desk: DeskContext;
  readonly #range: RangeHandle;
  constructor(desk: DeskContext, range: RangeHandle) {
    super();
    this.#desk = desk;
    this.#range = range;
  }
  Apply(fields: SortField[], matchCase = false, hasHeaders = false, orientation = "Rows"): void {
    if (orientation !== "Rows") throw notImplemented("sorting columns");
    const { area } = this.#range;
    const body = hasHeaders ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
    if (body.rows > 0) sortArea(this.#desk, body, fields, matchCase);
  }
}

export class TableSortObject extends TablePart {
  readonly wireType = "TableSort";
  Apply(fields: SortField[], matchCase = false): void {
    sortArea(this.desk, onSheet(this.table.sheet, bodyOf(this.table)), fields, matchCase);
  }
}

function sortArea(desk: DeskContext, area: Area, fields: readonly SortField[], matchCase: boolean): void {
  const order = sortedOrder(desk.model.sheet(area.sheet), area, fields, matchCase);
  desk.apply({ type: "reorderRows", area, order });
}

/** The order of an area's rows by Excel's rules: numbers, texts, truth values, errors; empty cells always last. */
export function sortedOrder(
  sheet: Sheet,
  area: Area,
  fields: readonly SortField[],
  matchCase = false,
  locale = "lv",
): number[] {
  if (fields.length === 0 || fields.some(({ key }) => !(key >= 0 && key < area.columns))) throw badArgument();
  if (fields.some(({ sortOn = "Value" }) => sortOn !== "Value")) throw notImplemented("sorting by colour or icon");
  const collator = new Intl.Collator(locale, { sensitivity: matchCase ? "variant" : "accent" });
  const compare = (a: number, b: number): number => {
    for (const { key, ascending = true } of fields) {
      const column = area.column + key;
      const left = sheet.cells.get(area.row + a, column);
      const right = sheet.cells.get(area.row + b, column);
      const difference = compareStored(left, right, collator, ascending ? 1 : -1);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
  return Array.from({ length: area.rows }, (_, i) => i).sort(compare);
}

function compareStored(a: Stored | undefined, b: Stored | undefined, collator: Intl.Collator, sign: number): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const kinds = rank(a) - rank(b);
  if (kinds !== 0) return kinds * sign;
  const left = valueOf(a);
  const right = valueOf(b);
  if (typeof left === "string") return collator.compare(left, String(right)) * sign;
  return (Number(left) - Number(right)) * sign;
}

function rank(stored: Stored): number {
  if (typeof stored === "object" && stored.error) return 3;
  return ["number", "string", "boolean"].indexOf(typeof valueOf(stored));
}
