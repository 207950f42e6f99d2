import { badArgument } from "../model/error.ts";
import { cellText } from "../model/number-text.ts";
import { type CellStyle } from "../model/operations.ts";
import { contentOf } from "../model/sheet.ts";
import { WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";

/** Office counts in points, the desk in pixels. */
const POINTS = 0.75;
export const DEFAULT_WIDTH = 64;
export const DEFAULT_HEIGHT = 20;
const CELLS_LOOKED_AT = 10_000;

abstract class Looks extends WireObject {
  protected readonly desk: DeskContext;
  protected readonly range: RangeHandle;
  constructor(desk: DeskContext, range: RangeHandle) {
    super();
    this.desk = desk;
    this.range = range;
  }
  /** What all cells share (the first 10,000 are looked at), or null. */
  protected shared<V>(pick: (style: CellStyle) => V): V | null {
    const { sheet, row, column, rows, columns } = this.range.area;
    const { styles } = this.desk.model.sheet(sheet);
    const first = pick(styles.get(row, column));
    const lines = Math.min(rows, Math.ceil(CELLS_LOOKED_AT / columns));
    for (let r = row; r < row + lines; r++)
      for (let c = column; c < column + Math.min(columns, CELLS_LOOKED_AT); c++)
        if (pick(styles.get(r, c)) !== first) return null;
    return first;
  }
  protected put(style: CellStyle): void {
    this.desk.apply({ type: "setStyle", area: this.range.area, style });
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export class RangeFormatObject extends Looks {
  readonly wireType = "RangeFormat";

  get Fill(): RangeFillObject {
    return new RangeFillObject(this.desk, this.range);
  }
  get Font(): RangeFontObject {
    return new RangeFontObject(this.desk, this.range);
  }
  get WrapText(): boolean | null {
    return this.shared((style) => style.wrap ?? false);
  }
  set WrapText(wrap: boolean) {
    this.put({ wrap });
  }
  get HorizontalAlignment(): string | null {
    const align = this.shared((style) => style.align ?? "general");
    return align && capital(align);
  }
  set HorizontalAlignment(align: string) {
    this.put({ align: oneOf(align, ["general", "left", "center", "right"]) });
  }
  get VerticalAlignment(): string | null {
    const align = this.shared((style) => style.valign ?? "bottom");
    return align && capital(align);
  }
  set VerticalAlignment(align: string) {
    this.put({ valign: oneOf(align, ["top", "center", "bottom"]) });
  }

  get ColumnWidth(): number | null {
    const { sheet, column, columns } = this.range.area;
    const { widths } = this.desk.model.sheet(sheet);
    return same(columns, (i) => (widths.get(0, column + i) ?? DEFAULT_WIDTH) * POINTS);
  }
  set ColumnWidth(points: number) {
    const { sheet, column: at, columns: count } = this.range.area;
    this.desk.apply({ type: "setColumnWidth", sheet, at, count, pixels: Math.round(points / POINTS) });
  }
  get RowHeight(): number | null {
    const { sheet, row, rows } = this.range.area;
    const { heights } = this.desk.model.sheet(sheet);
    return same(rows, (i) => (heights.get(row + i, 0) ?? DEFAULT_HEIGHT) * POINTS);
  }
  set RowHeight(points: number) {
    const { sheet, row: at, rows: count } = this.range.area;
    this.desk.apply({ type: "setRowHeight", sheet, at, count, pixels: Math.round(points / POINTS) });
  }

  /** By the number of characters; the desk does not measure type. */
  AutofitColumns(): void {
    const { area } = this.range;
    const sheet = this.desk.model.sheet(area.sheet);
    const longest = new Map<number, number>();
    sheet.cells.each(area, (stored, row, column) => {
      const format = sheet.formats.get(row, column);
      const text = cellText(contentOf(stored), format, this.desk.culture, this.desk.model.date1904);
      const length = Math.max(...text.split("\n").map((line) => line.length));
      longest.set(column, Math.max(longest.get(column) ?? 0, length));
    });
    for (const [at, length] of longest) {
      const pixels = Math.min(1790, 12 + 7 * length);
      this.desk.apply({ type: "setColumnWidth", sheet: area.sheet, at, count: 1, pixels });
    }
  }
  /** By the number of written lines. */
  AutofitRows(): void {
    const { area } = this.range;
    const lines = new Map<number, number>();
    this.desk.model.sheet(area.sheet).cells.each(area, (stored, row) => {
      const count = String(contentOf(stored).value).split("\n").length;
      lines.set(row, Math.max(lines.get(row) ?? 1, count));
    });
    for (const [at, count] of lines) {
      const pixels = Math.min(545, DEFAULT_HEIGHT * count);
      this.desk.apply({ type: "setRowHeight", sheet: area.sheet, at, count: 1, pixels });
    }
  }
}

export class RangeFillObject extends Looks {
  readonly wireType = "RangeFill";
  /** White where there is none, as Excel answers. */
  get Color(): string | null {
    return this.shared((style) => style.fill ?? "#FFFFFF");
  }
  set Color(color: string) {
    this.put({ fill: colorCode(color) });
  }
  Clear(): void {
    this.put({ fill: null });
  }
}

export class RangeFontObject extends Looks {
  readonly wireType = "RangeFont";
  readonly Name = "Calibri";
  readonly Size = 11;
  get Bold(): boolean | null {
    return this.shared((style) => style.bold ?? false);
  }
  set Bold(bold: boolean) {
    this.put({ bold });
  }
  get Italic(): boolean | null {
    return this.shared((style) => style.italic ?? false);
  }
  set Italic(italic: boolean) {
    this.put({ italic });
  }
  get Color(): string | null {
    return this.shared((style) => style.color ?? "#000000");
  }
  set Color(color: string) {
    this.put({ color: colorCode(color) });
  }
}

const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
};

/** `#RRGGBB` in capitals, from that or a common colour's name. "" takes the colour away. Throws InvalidArgument. */
export function colorCode(color: string): string | null {
  if (color === "") return null;
  const code = NAMED[color.toLowerCase()] ?? color.toUpperCase();
  if (!/^#[0-9A-F]{6}$/.test(code)) throw badArgument("color", { color });
  return code;
}

function oneOf<V extends string>(word: string, words: readonly V[]): V {
  const found = words.find((known) => known === word.toLowerCase());
  if (found === undefined) throw badArgument("alignment", { word });
  return found;
}

function same(count: number, value: (i: number) => number): number | null {
  const first = value(0);
  for (let i = 1; i < Math.min(count, CELLS_LOOKED_AT); i++) if (value(i) !== first) return null;
  return first;
}
