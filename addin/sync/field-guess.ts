import { parseCell, YES_NO } from "../../schema/registers/cells.ts";
import { columnOfField } from "../../schema/registers/custom.ts";
import type { FieldType } from "../../schema/registers/field-types.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { fold } from "../../schema/registers/text.ts";
import type { ShownCell } from "../workbook/port.ts";

/** A text longer than this is one to be read in lines. */
const LONG = 200;
const WORDS = { lv: "", en: "" };

/**
 * What type of field a column's cells make. A type is taken only when every cell survives it: read and written again it
 * says the same. Codes such as `0012` are no numbers, and nothing is guessed to be a list.
 */
export function guessField(cells: readonly ShownCell[]): FieldType {
  const filled = cells.filter(({ text, error }) => text.trim() !== "" && !error);
  if (filled.length === 0) return "TEXT";
  const fits = TYPES.find((type) => filled.every((cell) => survives(type, cell)));
  if (fits) return fits;
  return filled.some(({ text }) => text.length > LONG || text.includes("\n")) ? "LONG_TEXT" : "TEXT";
}

/** Whether the cell is shown with zeros before it that its number has not: it is a code, whatever Excel holds. */
export const isCode = ({ value, text, date }: ShownCell): boolean =>
  typeof value === "number" && date === undefined && /^0\d/.test(text.trim());

/** The narrowest first. */
const TYPES = ["YES_NO", "INTEGER", "NUMBER", "DATE", "DATE_TIME"] as const satisfies readonly FieldType[];

function survives(type: (typeof TYPES)[number], cell: ShownCell): boolean {
  const { value, date, time } = cell;
  const text = cell.text.trim();
  const column = columnOfField({ key: "", label: WORDS, type });
  const parsed = parseCell("", column, typeof value === "string" ? text : value);
  const read = parsed.ok ? parsed.cell : null;
  switch (type) {
    case "YES_NO":
      return typeof value === "boolean" || (typeof value === "string" && YES.has(fold(text)));
    case "INTEGER":
    case "NUMBER":
      if (date !== undefined || isCode(cell) || typeof read !== "number") return false;
      return typeof value === "number" || spelt(text) === String(read);
    case "DATE":
      return date !== undefined ? time === undefined : typeof value === "string" && isDay(text, read);
    case "DATE_TIME":
      return date !== undefined || (typeof value === "string" && typeof read === "string" && /\d:\d\d/.test(text));
  }
}

const YES = new Set(Object.values(YES_NO).flatMap(({ label }) => [fold(label.lv), fold(label.en)]));
const spelt = (text: string): string => text.replace("−", "-").replace(",", ".");

/** A day written as a day is written here: `YYYY-MM-DD` or `DD.MM.YYYY`. */
const isDay = (text: string, read: Cell): boolean =>
  typeof read === "string" && (text === read || text === read.split("-").reverse().join("."));
