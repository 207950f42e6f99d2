import { START_NAME } from "../names.ts";
import type { StartSheet } from "../port.ts";
import { freeSheetName } from "./create.ts";
import { inExcel } from "./run.ts";

/** Lines that a start sheet may have had before. */
const CLEARED = 60;
const WIDTHS = [170, 520] as const;

/** Makes the start sheet before all others, or writes the one that there is anew, and brings it to the front. */
export function writeStart(start: StartSheet): Promise<void> {
  return inExcel(async (context) => {
    const { names, worksheets } = context.workbook;
    const known = names.getItemOrNullObject(START_NAME);
    const place = known.getRangeOrNullObject();
    place.load("address");
    known.load("name");
    await context.sync();
    const stands = !known.isNullObject && !place.isNullObject;
    if (!known.isNullObject && !stands) known.delete();
    const sheet = stands ? place.worksheet : worksheets.add(await freeSheetName(context, start.name));
    if (stands) sheet.getRangeByIndexes(0, 0, CLEARED, 2).clear();
    else names.add(START_NAME, sheet.getRange("A1"));

    const lines: (readonly [string, string])[] = [
      [start.title, ""],
      ...start.facts,
      ["", ""],
      start.heads,
      ...start.sheets.map(({ table, label, help }) => [linkTo(table, label), help] as const),
      ["", ""],
      [start.note, ""],
    ];
    const range = sheet.getRangeByIndexes(0, 0, lines.length, 2);
    // A name such as "=x" is shown as it is; only the links are formulas.
    range.formulas = lines.map((line) => line.map((text) => (text.startsWith("=HYPERLINK(") ? text : quoted(text))));
    range.format.verticalAlignment = Excel.VerticalAlignment.top;
    WIDTHS.forEach((width, at) => (sheet.getRangeByIndexes(0, at, lines.length, 1).format.columnWidth = width));
    sheet.getRange("A1").format.font.bold = true;
    const heads = 1 + start.facts.length + 1;
    sheet.getRangeByIndexes(heads, 0, 1, 2).format.font.bold = true;
    sheet.getRangeByIndexes(heads + 1, 1, start.sheets.length, 1).format.wrapText = true;
    sheet.getRangeByIndexes(heads + 1, 0, start.sheets.length, 1).format.font.color = "#0F6CBD";
    sheet.position = 0;
    sheet.activate();
    await context.sync();
  });
}

/** By the table's name, so that the link outlives the renaming of the sheet. */
const linkTo = (table: string, label: string): string => `=HYPERLINK("#${table}","${label.replaceAll('"', '""')}")`;
const quoted = (text: string): string => (text === "" ? "" : `'${text}`);
