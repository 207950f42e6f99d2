import type { ColumnLayout, SheetValue } from "../port.ts";

export const GENERAL = "General";
export const TEXT_FORMAT = "@";
export const DATE_FORMAT = "dd.mm.yyyy";

export const formatCode = (format: ColumnLayout["format"]): string =>
  format === "TEXT" ? TEXT_FORMAT : format === "DATE" ? DATE_FORMAT : GENERAL;

/**
 * A value as it has to be written so that Excel keeps it. Cells formatted as text keep every text as it stands;
 * elsewhere an apostrophe keeps a text from becoming a formula, a number or a day.
 */
export function toWritten(value: SheetValue, format: ColumnLayout["format"]): SheetValue {
  return typeof value === "string" && value !== "" && format !== "TEXT" ? `'${value}` : value;
}
