import type { SheetValue, Steps, TableWrites } from "../port.ts";
import { inChunks, sizeOf } from "./chunks.ts";
import { askPlace, type TablePlace } from "./find.ts";
import { DATE_FORMAT, TEXT_FORMAT, toWritten } from "./formats.ts";

/**
 * Adds rows at the table's end. Cells below the table are pushed down where there are any; formats are set before
 * values, so that text stays text. (`table.rows.add` sets values first and asks co-authors to merge.)
 */
export async function appendRows(
  context: Excel.RequestContext,
  register: string,
  writes: TableWrites,
  steps?: Steps,
): Promise<void> {
  const rows = writes.append;
  await inChunks(
    rows.length,
    writes.formats.size,
    async (start, count) => {
      const asked = askPlace(context, register);
      await context.sync();
      const place = asked.place();
      if (place === null) throw new Error(`The table of ${register} is gone.`);
      const free = await freeRows(context, place, count);
      const width = place.columns.length;
      const values = rows.slice(start, start + count).map((row) =>
        place.columns.map(({ id }): SheetValue | null => {
          const value = row.get(id);
          return value === undefined ? null : toWritten(value, writes.formats.get(id) ?? "NUMBER");
        }),
      );
      const top = place.row + place.rows - free;
      place.columns.forEach(({ id }, at) => {
        const format = writes.formats.get(id);
        if (format === undefined || format === "NUMBER") return;
        const range = place.sheet.getRangeByIndexes(top, place.column + at, count, 1);
        range.numberFormat = (format === "TEXT" ? TEXT_FORMAT : DATE_FORMAT) as unknown as string[][];
      });
      const target = place.sheet.getRangeByIndexes(top, place.column, count, width);
      target.values = values;
      if (count > free) {
        place.table.resize(
          place.sheet.getRangeByIndexes(place.row - 1, place.column, place.rows + count - free + 1, width),
        );
      }
      await context.sync();
      return sizeOf(values);
    },
    steps,
  );
}

/** Makes room for `count` rows below the table; ends with how many empty rows of the table itself can be used. */
async function freeRows(context: Excel.RequestContext, place: TablePlace, count: number): Promise<number> {
  const { sheet, row, column, rows, columns } = place;
  const below = sheet.getRangeByIndexes(row + rows, column, count, columns.length).getUsedRangeOrNullObject(true);
  below.load("address");
  const only = sheet.getRangeByIndexes(row, column, 1, columns.length);
  only.load("values");
  await context.sync();
  const free = rows === 1 && only.values[0]!.every((cell) => cell === "") ? 1 : 0;
  if (!below.isNullObject && count > free) {
    sheet.getRangeByIndexes(row + rows, column, count - free, columns.length).insert(Excel.InsertShiftDirection.down);
  }
  return free;
}
