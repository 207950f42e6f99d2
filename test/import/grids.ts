import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { isDateFormat } from "../../addin/workbook/excel/date-format.ts";
import type { ImportSource, SourceCell, SourceGrid } from "../../addin/sync/importing.ts";

export type Plain = string | number | boolean | null | Date | SourceCell;

function cellOf(plain: Plain | undefined): SourceCell {
  if (plain === null || plain === undefined) return { value: "", text: "" };
  if (plain instanceof Date) {
    const date = plain.toISOString().slice(0, 10);
    return {
      value: Math.round(plain.getTime() / 86_400_000) + 25_569,
      text: date.split("-").reverse().join("."),
      date,
    };
  }
  return typeof plain === "object" ? plain : { value: plain, text: String(plain) };
}

/** A source as Excel would give it, from plain values. */
export function gridOf(rows: readonly (readonly Plain[])[], about: Partial<ImportSource> = {}): SourceGrid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => cellOf(row[column])));
  const source: ImportSource = {
    id: "sheet:1",
    kind: "SHEET",
    sheet: "Lapa",
    name: "Lapa",
    address: "Lapa!A1",
    rows: rows.length,
    columns: width,
    ...about,
  };
  return { source, cells };
}

/** The first sheet of a workbook in `test/fixtures`, or of any path. */
export async function gridOfFile(name: string): Promise<SourceGrid> {
  const path = name.includes("/") ? name : new URL(`../fixtures/${name}`, import.meta.url);
  const sheet = (await readXlsx(await readFile(path), { readStyles: true })).sheets[0];
  if (!sheet) throw new Error(`${name} has no sheet`);
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c): Plain => {
      const cell = sheet.cells?.get(`${r},${c}`);
      if (cell?.type === "error") return { value: String(value), text: String(value), error: true };
      const format = cell?.style?.numFmt;
      if (typeof value !== "number" || format === undefined || isDateFormat(format)) return value;
      return { value, text: /^0+$/.test(format) ? String(value).padStart(format.length, "0") : String(value) };
    }),
  );
  return gridOf(rows, { sheet: sheet.name, name: sheet.name, address: `'${sheet.name}'!A1` });
}
