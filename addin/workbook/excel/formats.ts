import type { ColumnLayout, SheetValue } from "../port.ts";

export const GENERAL = "General";
export const TEXT_FORMAT = "@";

const CODES: Readonly<Record<ColumnLayout["format"], string>> = {
  TEXT: TEXT_FORMAT,
  DATE: "dd.mm.yyyy",
  DATETIME: "dd.mm.yyyy hh:mm",
  NUMBER: GENERAL,
};

/** The number format of a column's cells, as Excel has it in English. */
export const formatCode = (format: ColumnLayout["format"]): string => CODES[format];

/**
 * A value as it has to be written so that Excel keeps it. Cells formatted as text keep every text as it stands;
 * elsewhere an apostrophe keeps a text from becoming a formula, a number or a day.
 */
export function toWritten(value: SheetValue, format: ColumnLayout["format"]): SheetValue {
  return typeof value === "string" && value !== "" && format !== "TEXT" ? `'${value}` : value;
}
