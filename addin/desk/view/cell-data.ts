import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IStyleData,
  type Nullable,
  type Styles,
  WrapStrategy,
} from "@univerjs/core";
import { type CellContent, type CellStyle } from "../model/operations.ts";

/** How a cell looks: its number format and style. */
export interface Look {
  readonly format: string;
  readonly style: CellStyle;
}

export const GENERAL = "General";
const HORIZONTAL = ["general", "left", "center", "right"] as const;
const VERTICAL = [undefined, "top", "center", "bottom"] as const;
const ERRORS = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA)$/;

/** The content as Univer keeps it; `f` and `si` are spelt out so that an old formula goes. */
export function cellOf(content: CellContent): ICellData {
  const { value, formula } = content;
  return { ...valueOf(value), ...(formula !== undefined && { f: formula }) };
}

function valueOf(value: CellContent["value"]): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** What stands in a Univer cell, or null when it is empty. `formula` overrides a shared formula's id. */
export function contentOf(cell: Nullable<ICellData>, formula?: string | null): CellContent | null {
  if (!cell) return null;
  const text = formula ?? cell.f ?? undefined;
  const value = plainValue(cell);
  if (text === undefined && value === "") return null;
  const error = typeof value === "string" && ERRORS.test(value);
  return { value, ...(text !== undefined && { formula: text }), ...(error && { error: true as const }) };
}

function plainValue({ v, t, p }: ICellData): CellContent["value"] {
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, "").replace(/\r\n?/g, "\n");
  if (v === null || v === undefined) return "";
  if (t === CellValueType.NUMBER) return Number(v);
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || v === "1" || String(v).toUpperCase() === "TRUE";
  return typeof v === "string" ? v.replace(/\r\n?/g, "\n") : v;
}

export function sameContent(a: CellContent | null, b: CellContent | null): boolean {
  if (a === null || b === null) return a === b;
  return a.value === b.value && a.formula === b.formula && a.error === b.error;
}

export function styleData({ format, style }: Look): IStyleData {
  const horizontal = HORIZONTAL.indexOf(style.align ?? "general");
  const vertical = VERTICAL.indexOf(style.valign);
  return {
    ...(format !== GENERAL && { n: { pattern: format } }),
    ...(style.fill && { bg: { rgb: style.fill } }),
    ...(style.color && { cl: { rgb: style.color } }),
    ...(style.bold && { bl: BooleanNumber.TRUE }),
    ...(style.italic && { it: BooleanNumber.TRUE }),
    ...(style.wrap && { tb: WrapStrategy.WRAP }),
    ...(horizontal > 0 && { ht: horizontal }),
    ...(vertical > 0 && { vt: vertical }),
  };
}

/** A style in Univer's words, laid over the row's and the column's. */
export function lookOf(data: IStyleData): Look {
  const fill = hexColor(data.bg?.rgb);
  const color = hexColor(data.cl?.rgb);
  const align = HORIZONTAL[Number(data.ht ?? 0)];
  const valign = VERTICAL[Number(data.vt ?? 0)];
  const style: CellStyle = {
    ...(fill !== null && { fill }),
    ...(color !== null && { color }),
    ...(data.bl === BooleanNumber.TRUE && { bold: true }),
    ...(data.it === BooleanNumber.TRUE && { italic: true }),
    ...(data.tb === WrapStrategy.WRAP && { wrap: true }),
    ...(align && align !== "general" && { align }),
    ...(valign && { valign }),
  };
  return { format: data.n?.pattern || GENERAL, style };
}

/** `#RRGGBB` of what Univer writes as a colour, or null for none. */
export function hexColor(text: Nullable<string>): string | null {
  if (!text) return null;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short) return `#${[1, 2, 3].map((i) => (short[i] ?? "").repeat(2)).join("")}`.toUpperCase();
  if (/^#[0-9a-f]{6}/i.test(text)) return text.slice(0, 7).toUpperCase();
  const [, ...parts] = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(text) ?? [];
  return parts.length === 3
    ? `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase()
    : null;
}

const STYLE_KEYS = ["fill", "color", "bold", "italic", "wrap", "align", "valign"] as const;

/** What must be set so that `from` becomes `to`, or null when nothing. */
export function styleChange(from: CellStyle, to: CellStyle): CellStyle | null {
  const none = {
    fill: null,
    color: null,
    bold: false,
    italic: false,
    wrap: false,
    align: "general",
    valign: undefined,
  };
  const changed = STYLE_KEYS.filter((key) => normal(from, key) !== normal(to, key));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((key) => [key, to[key] ?? none[key] ?? "bottom"]));
}

/** Colours compare without regard to case; the usual alignments count as none. */
function normal(style: CellStyle, key: (typeof STYLE_KEYS)[number]): unknown {
  const value = style[key];
  if (key === "fill" || key === "color") return typeof value === "string" ? (hexColor(value) ?? value) : null;
  if (key === "align") return value ?? "general";
  if (key === "valign") return value ?? "bottom";
  return value ?? false;
}

/** Ids of styles by look: thousands of cells share one entry of the workbook's style table. */
export class StyleIds {
  readonly #ids = new Map<CellStyle, Map<string, string | undefined>>();
  readonly #styles: Styles;
  readonly #looks = new Map<string, Look>();

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /**
   * Undefined for a cell without any look of its own. `over` is the format that the column lends to its cells: only
   * General spelt out hides it.
   */
  id(look: Look, over: string = GENERAL): string | undefined {
    const byFormat = this.#ids.get(look.style) ?? new Map<string, string | undefined>();
    this.#ids.set(look.style, byFormat);
    const general = look.format === GENERAL && over !== GENERAL;
    const key = general ? `over ${GENERAL}` : look.format;
    if (byFormat.has(key)) return byFormat.get(key);
    const data = { ...styleData(look), ...(general && { n: { pattern: GENERAL } }) };
    const id = Object.keys(data).length > 0 ? (this.#styles.setValue(data) ?? undefined) : undefined;
    byFormat.set(key, id);
    return id;
  }

  /** The look of a cell whose row and column have none. */
  look(style: ICellData["s"]): Look {
    if (typeof style !== "string") return lookOf(style ?? {});
    const known = this.#looks.get(style);
    if (known) return known;
    const look = lookOf(this.#styles.get(style) ?? {});
    this.#looks.set(style, look);
    return look;
  }

  data(style: ICellData["s"]): IStyleData {
    return (typeof style === "string" ? this.#styles.get(style) : style) ?? {};
  }
}
