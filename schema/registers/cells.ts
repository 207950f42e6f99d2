import { refuse } from "../messages/refusals.ts";
import type { Refusal } from "../sync/protocol.ts";
import { readDay } from "./dates.ts";
import { readInstant } from "./instants.ts";
import { findOption } from "./options.ts";
import type { Cell, Column, Options } from "./register.ts";
import type { Language, Words } from "./words.ts";

/** What a sheet's cell may give: its raw value. Dates already converted from serials arrive as `YYYY-MM-DD` text. */
export type RawCell = string | number | boolean | readonly string[] | null;
export type Parsed = { readonly ok: true; readonly cell: Cell } | { readonly ok: false; readonly refusal: Refusal };

const sound = (cell: Cell): Parsed => ({ ok: true, cell });
const EMPTY: Parsed = sound(null);
const UNKEPT = /[\u0000\r\v\f]/;
const HALVES = /\p{Surrogate}/gu;
/** Whether no character of the text is half of one. The browser's own answer is many times faster, where it has one. */
const isWhole: (text: string) => boolean =
  "isWellFormed" in String.prototype ? (text) => text.isWellFormed() : (text) => text.search(HALVES) < 0;
const INTEGER_MAX = 2_147_483_647;

/**
 * Reads what a person typed into column `key` as a canonical cell: options by label of either language, by key or by
 * synonym; lists parted by `;`; dates `YYYY-MM-DD`, `DD.MM.YYYY`; numbers with a comma or a point. References stay the
 * text typed (the server resolves them). Edge spaces go; empty becomes null. Canonical cells are read as themselves.
 */
export function parseCell(key: string, column: Column, raw: RawCell): Parsed {
  if (raw === null || raw === "") return EMPTY;
  if (Array.isArray(raw) && column.type !== "choices" && column.type !== "references") {
    return parseCell(key, column, raw.join("; "));
  }
  const value = typeof raw === "string" ? raw.trim() : raw;
  if (value === "") return EMPTY;
  switch (column.type) {
    case "text":
    case "link": {
      const text = String(value);
      if (text.length > column.max)
        return fail("TOO_LONG", key, column, value, { length: text.length, max: column.max });
      if (!UNKEPT.test(text) && isWhole(text)) return sound(text);
      // PostgreSQL keeps neither NUL nor half a character, no sheet shows them, and Excel's line end is a line feed.
      const kept = text
        .replaceAll("\u0000", "")
        .replace(HALVES, "\ufffd")
        .replace(/\r\n?|[\v\f]/g, "\n")
        .trim();
      return kept === "" ? EMPTY : sound(kept);
    }
    case "choice": {
      const found = findOption(column.options, String(value));
      return found === undefined ? fail("NOT_AN_OPTION", key, column, value, {}, labels(column.options)) : sound(found);
    }
    case "choices": {
      const chosen = new Set<string>();
      for (const part of listParts(value)) {
        const found = findOption(column.options, part);
        if (found === undefined)
          return fail("NOT_AN_OPTION", key, column, value, { value: part }, labels(column.options));
        chosen.add(found);
      }
      return chosen.size === 0 ? EMPTY : sound(Object.keys(column.options).filter((option) => chosen.has(option)));
    }
    case "reference":
      return sound(String(value));
    case "references": {
      const parts = [...new Set(listParts(value))];
      return parts.length === 0 ? EMPTY : sound(parts);
    }
    case "date": {
      const day = typeof value === "string" ? readDay(value) : null;
      if (day === null) return fail("NOT_A_DATE", key, column, value);
      if (column.notBefore !== undefined && day < column.notBefore)
        return fail("OUT_OF_RANGE", key, column, value, { min: column.notBefore, max: "9999-12-31" });
      return sound(day);
    }
    case "datetime": {
      const instant = typeof value === "string" ? readInstant(value) : null;
      return instant === null ? fail("NOT_A_TIME", key, column, value) : sound(instant);
    }
    case "integer":
    case "number": {
      const number = typeof value === "number" ? value : typeof value === "string" ? readNumber(value) : null;
      if (number === null || !Number.isFinite(number)) return fail("NOT_A_NUMBER", key, column, value);
      if (column.type === "integer" && !Number.isSafeInteger(number)) return fail("NOT_A_NUMBER", key, column, value);
      // The database keeps whole numbers in 32 bits.
      const [min, max] =
        column.type === "integer" ? [column.min ?? -INTEGER_MAX, column.max ?? INTEGER_MAX] : [column.min, column.max];
      if ((min !== undefined && number < min) || (max !== undefined && number > max)) {
        return fail("OUT_OF_RANGE", key, column, value, { min: min ?? "−∞", max: max ?? "∞" });
      }
      return sound(number);
    }
    case "boolean": {
      if (typeof value === "boolean") return sound(value);
      const found = findOption(YES_NO, String(value));
      return found === undefined
        ? fail("NOT_AN_OPTION", key, column, value, {}, labels(YES_NO))
        : sound(found === "YES");
    }
  }
}

/** A function of its own: a closure for every cell would cost more than reading the cell. */
function fail(
  code: Refusal["code"],
  key: string,
  column: Column,
  value: RawCell,
  fill: Readonly<Record<string, string | number | Words>> = {},
  allowed?: readonly Words[],
): Parsed {
  return { ok: false, refusal: refuse(code, key, { column: column.label, value: String(value), ...fill }, allowed) };
}

/** How the canonical cell is shown in a sheet: options by label, lists joined by `; `, dates as `YYYY-MM-DD` (the workbook turns them into serials), empty as "". */
export function showCell(column: Column, cell: Cell, language: Language): string | number | boolean {
  if (cell === null) return "";
  const label = (options: Options, key: string) => options[key]?.label[language] ?? key;
  switch (column.type) {
    case "choice":
      return label(column.options, String(cell));
    case "choices":
      return Array.isArray(cell)
        ? cell.map((key: string) => label(column.options, key)).join("; ")
        : label(column.options, String(cell));
    case "references":
      return Array.isArray(cell) ? cell.join("; ") : String(cell);
    case "boolean":
      return label(YES_NO, cell === true ? "YES" : "NO");
    case "integer":
    case "number":
      return typeof cell === "number" ? cell : String(cell);
    case "text":
    case "link":
    case "reference":
    case "date":
    case "datetime":
      return String(cell);
  }
}

/** Equality of canonical cells. Lists are equal when they hold the same in the same order. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((part, index) => part === (b as readonly string[])[index]);
  }
  return a === b;
}

export const YES_NO: Options = {
  YES: { label: { lv: "Jā", en: "Yes" }, also: ["true", "1", "x", "patiess"] },
  NO: { label: { lv: "Nē", en: "No" }, also: ["false", "0", "aplams"] },
};

const labels = (options: Options): readonly Words[] => Object.values(options).map((option) => option.label);

function listParts(value: string | number | boolean | readonly string[]): readonly string[] {
  const parts = Array.isArray(value) ? (value as readonly string[]) : String(value).split(/[;\n]/);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** `1 234,5`, `1234.5`, `-3`; null where it is no number. Spaces group, a single comma or point is the decimal mark. */
function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace("−", "-");
  if (!/^[-+]?\d+([.,]\d+)?$/.test(plain)) return null;
  return Number(plain.replace(",", "."));
}
