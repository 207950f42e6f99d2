import { refuse } from "../../schema/messages/refusals.ts";
import { parseCell, sameCell, showCell } from "../../schema/registers/cells.ts";
import type { Cell, Column, Register } from "../../schema/registers/register.ts";
import type { Language } from "../../schema/registers/words.ts";
import type { Refusal } from "../../schema/sync/protocol.ts";
import type { DateSystem, SheetCell, SheetValue } from "../workbook/port.ts";
import { civilOf, civilText, instantOf } from "./civil-time.ts";
import { dayToSerial, secondsToSerial, serialToDay, serialToSeconds } from "./serial.ts";

/** What a sheet's cell says. `refusal` is set where it is no sound cell; `cell` is then what was typed. */
export interface Reading {
  readonly cell: Cell;
  readonly refusal?: Refusal;
}

/** Reads and shows the cells of one register column in one workbook. */
export interface ColumnCodec {
  readonly key: string;
  readonly column: Column;
  read(raw: SheetCell): Reading;
  show(cell: Cell): SheetValue;
  /** True when `raw` says `cell`. Fast where the sheet shows the cell just as Saime wrote it. */
  says(raw: SheetCell, cell: Cell): boolean;
}

const isFault = (raw: SheetCell): raw is Extract<SheetCell, object> => typeof raw === "object";

/** Codecs of a register's columns in declared order. */
export function codecsOf(register: Register, language: Language, dates: DateSystem): readonly ColumnCodec[] {
  return Object.entries(register.columns).map(([key, column]) => codecOf(key, column, language, dates));
}

function codecOf(key: string, column: Column, language: Language, dates: DateSystem): ColumnCodec {
  return column.type === "datetime" ? timeCodec(key, column, dates) : plainCodec(key, column, language, dates);
}

/** A text that says by itself which of two equal hours of the clock it means. */
const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/i;

/**
 * Instants are shown as civil time: serials to the second, or text where the date system has none. The clock shows an
 * hour of autumn twice; a cell says an instant when it shows what the instant is shown as, so that the second of these
 * hours is no edit.
 */
function timeCodec(key: string, column: Column, dates: DateSystem): ColumnCodec {
  const show = (cell: Cell): SheetValue => {
    if (cell === null) return "";
    const civil = typeof cell === "string" ? civilOf(cell) : NaN;
    if (Number.isNaN(civil)) return String(cell);
    return secondsToSerial(civil, dates) ?? civilText(civil).replace("T", " ");
  };
  const read = (raw: SheetCell): Reading => {
    if (raw === "") return { cell: null };
    if (isFault(raw)) return faulty(key, column, raw.fault);
    const civil = typeof raw === "number" ? serialToSeconds(raw, dates) : null;
    if (civil !== null) return { cell: instantOf(civil) };
    const parsed = parseCell(key, column, raw);
    return parsed.ok ? { cell: parsed.cell } : { cell: raw, refusal: parsed.refusal };
  };
  return {
    key,
    column,
    read,
    show,
    says(raw, cell) {
      if (cell === null || raw === "") return cell === null && raw === "";
      if (typeof raw === "number") return typeof cell === "string" && serialToSeconds(raw, dates) === civilOf(cell);
      const reading = read(raw);
      if (reading.refusal !== undefined || typeof reading.cell !== "string") return reading.cell === cell;
      if (typeof cell !== "string" || (typeof raw === "string" && ZONED.test(raw.trim()))) return reading.cell === cell;
      return civilOf(reading.cell) === civilOf(cell);
    },
  };
}

const faulty = (key: string, column: Column, fault: string): Reading => ({
  cell: fault,
  refusal: refuse("CELL_ERROR", key, { column: column.label, value: fault }),
});

function plainCodec(key: string, column: Column, language: Language, dates: DateSystem): ColumnCodec {
  const shown = new Map<string, SheetValue>();
  const asText = column.type !== "integer" && column.type !== "number" && column.type !== "date";

  const plain = column.type !== "choice" && column.type !== "choices" && column.type !== "date";

  const render = (cell: Cell): SheetValue => {
    if (cell === null) return "";
    if (column.type === "date" && typeof cell === "string") return dayToSerial(cell, dates) ?? cell;
    const value = showCell(column, cell, language);
    return asText ? String(value) : value;
  };
  // Choices repeat a few values over thousands of rows.
  const show = (cell: Cell): SheetValue => {
    if (plain) return render(cell);
    const name = Array.isArray(cell) ? cell.join("\n") : String(cell);
    let value = shown.get(name);
    if (value === undefined) shown.set(name, (value = render(cell)));
    return value;
  };
  const read = (raw: SheetCell): Reading => {
    if (raw === "") return { cell: null };
    if (isFault(raw)) return faulty(key, column, raw.fault);
    const typed = column.type === "date" && typeof raw === "number" ? (serialToDay(raw, dates) ?? raw) : raw;
    const parsed = parseCell(key, column, typed);
    return parsed.ok ? { cell: parsed.cell } : { cell: typed, refusal: parsed.refusal };
  };
  return {
    key,
    column,
    read,
    show,
    says(raw, cell) {
      // Most cells of most sheets end here: this runs for every cell of every comparison.
      if (cell === null ? raw === "" : plain && raw === cell) return true;
      if (raw === show(cell)) return true;
      // Excel may take the apostrophe a text begins with for its own mark of text, and show the rest.
      if (typeof cell === "string" && cell.startsWith("'") && raw === cell.slice(1)) return true;
      const reading = read(raw);
      return reading.refusal === undefined && sameCell(reading.cell, cell);
    },
  };
}
