import type { Cell, Column } from "../../../schema/registers/register.ts";
import { cells as messages } from "../../i18n/messages/cells.ts";
import { registerKnown } from "./registerKnown.ts";
import type { Text } from "../../i18n/text.ts";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export function columnOf(register: string, key: string): Column | undefined {
  const columns = registerKnown(register)?.columns;
  return columns && Object.hasOwn(columns, key) ? columns[key] : undefined;
}

/** The column's heading, or its key for a column that this version does not know. */
export function columnLabel(register: string, key: string, text: Text): string {
  const column = columnOf(register, key);
  return column ? text.words(column.label) : key;
}

function option(column: Column, key: string, text: Text): string {
  if (column.type !== "choice" && column.type !== "choices") return key;
  const found = Object.hasOwn(column.options, key) ? column.options[key] : undefined;
  return found ? text.words(found.label) : key;
}

/** A cell as a person reads it in the pane. What was typed and is no sound cell is shown as it was typed. */
export function cellText(register: string, key: string, cell: Cell, text: Text): string {
  const column = columnOf(register, key);
  if (cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0)) return text.say(messages.empty);
  if (typeof cell === "boolean") return text.say(cell ? messages.yes : messages.no);
  if (typeof cell === "number") return text.number(cell);
  if (typeof cell === "string") {
    if (!column) return cell;
    if (column.type === "datetime") return INSTANT.test(cell) ? text.instant(cell) : cell;
    return column.type === "date" ? text.day(cell) : option(column, cell, text);
  }
  const several: readonly string[] = cell;
  return several.map((each) => (column ? option(column, each, text) : each)).join("; ");
}
