import { parseCell, type Parsed } from "../../../schema/registers/cells.ts";
import { refuse } from "../../../schema/messages/refusals.ts";
import type { Column } from "../../../schema/registers/register.ts";
import type { ColumnMapping, DateOrder, SourceCell } from "../importing.ts";
import { readDate } from "./dates.ts";
import { cellText, isBlank } from "./grid.ts";
import { readNumber } from "./numbers.ts";
import { optionParts, readOption } from "./options.ts";
import { readTime } from "./times.ts";

export type FromColumn = Extract<ColumnMapping, { from: "COLUMN" }>;

const sentenceAt = (parsed: Parsed, address: string): Parsed =>
  parsed.ok
    ? parsed
    : {
        ok: false,
        refusal: {
          ...parsed.refusal,
          message: {
            lv: `${address}: ${parsed.refusal.message.lv}`,
            en: `${address}: ${parsed.refusal.message.en}`,
          },
        },
      };

/**
 * Reads a source cell as a canonical cell of register column `key`. A refusal's sentence begins with the cell's
 * address, since it is the source that the person has to correct.
 */
export function readCell(
  key: string,
  column: Column,
  cell: SourceCell | undefined,
  mapping: FromColumn,
  dateOrder: DateOrder | null,
  address: string,
): Parsed {
  if (cell?.error) {
    const value = cell.text || String(cell.value);
    return sentenceAt({ ok: false, refusal: refuse("CELL_ERROR", key, { value }) }, address);
  }
  if (cell === undefined || isBlank(cell)) return { ok: true, cell: null };
  return sentenceAt(read(key, column, cell, mapping, dateOrder), address);
}

function read(key: string, column: Column, cell: SourceCell, mapping: FromColumn, dateOrder: DateOrder | null): Parsed {
  switch (column.type) {
    case "text":
    case "link":
    case "reference":
    case "references":
      return parseCell(key, column, cellText(cell));
    case "choice": {
      const text = cellText(cell);
      const option = readOption(column.options, text, mapping.values);
      return option === "" ? { ok: true, cell: null } : parseCell(key, column, option ?? text);
    }
    case "choices": {
      const parts = optionParts(column.options, cellText(cell), mapping.values);
      const options = parts.map((part) => readOption(column.options, part, mapping.values) ?? part);
      return parseCell(
        key,
        column,
        options.filter((option) => option !== ""),
      );
    }
    case "date": {
      if (cell.date !== undefined) return parseCell(key, column, cell.date);
      if (typeof cell.value === "number") {
        // A bare number may be a day's serial, a year or a count: only its format could tell.
        return { ok: false, refusal: refuse("NOT_A_DATE", key, { value: cell.text || String(cell.value) }) };
      }
      const day = typeof cell.value === "string" ? readDate(cell.value, dateOrder) : null;
      if (day === null) return { ok: false, refusal: refuse("NOT_A_DATE", key, { value: cellText(cell) }) };
      return parseCell(key, column, day);
    }
    case "datetime": {
      // A number shown as a day without a time of day is that day's beginning: Excel keeps both alike.
      if (cell.date !== undefined) return parseCell(key, column, `${cell.date}T${cell.time ?? "00:00:00"}`);
      const instant = typeof cell.value === "string" ? readTime(cell.value, dateOrder) : null;
      if (instant !== null) return parseCell(key, column, instant);
      return { ok: false, refusal: refuse("NOT_A_TIME", key, { value: cellText(cell) }) };
    }
    case "integer":
    case "number": {
      if (cell.date !== undefined) {
        return { ok: false, refusal: refuse("NOT_A_NUMBER", key, { value: cell.text || cell.date }) };
      }
      const value = cell.value;
      return parseCell(
        key,
        column,
        typeof value === "string" ? (readNumber(value, column.type === "integer") ?? value) : value,
      );
    }
    case "boolean":
      return parseCell(key, column, cell.value);
  }
}
