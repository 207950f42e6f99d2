import type { ListSheet } from "../port.ts";
import { inChunks, sizeOf } from "./chunks.ts";
import { freeSheetName } from "./create.ts";
import { TEXT_FORMAT } from "./formats.ts";
import { inExcel } from "./run.ts";

/** Points a character of the standard font takes. */
const POINTS_PER_CHARACTER = 5.25;
/** The title, an empty line, the headings. */
const ABOVE = 3;

/** Makes a sheet of its own with a list, all of it text but its numbers, and brings it to the front. When it fails, nothing of it stays. */
export function writeListSheet({ name, title, columns, rows }: ListSheet): Promise<void> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.add(await freeSheetName(context, name));
    await context.sync();
    try {
      const width = columns.length;
      const top = sheet.getRange("A1");
      top.numberFormat = [[TEXT_FORMAT]];
      top.values = [[title]];
      top.format.font.bold = true;
      const heads = sheet.getRangeByIndexes(ABOVE - 1, 0, 1, width);
      heads.numberFormat = [columns.map(() => TEXT_FORMAT)];
      heads.values = [columns.map(({ heading }) => heading)];
      heads.format.font.bold = true;
      columns.forEach((column, at) => {
        const body = sheet.getRangeByIndexes(ABOVE, at, Math.max(rows.length, 1), 1);
        if (column.format === "TEXT") body.numberFormat = TEXT_FORMAT as unknown as string[][];
        body.format.columnWidth = column.width * POINTS_PER_CHARACTER;
      });
      await inChunks(rows.length, width, async (start, count) => {
        const values = rows.slice(start, start + count).map((row) => [...row]);
        sheet.getRangeByIndexes(ABOVE + start, 0, count, width).values = values;
        await context.sync();
        return sizeOf(values);
      });
      sheet.freezePanes.freezeRows(ABOVE);
      sheet.activate();
      await context.sync();
    } catch (error) {
      sheet.delete();
      await context.sync();
      throw error;
    }
  });
}
