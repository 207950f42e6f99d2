import type { SheetValue, Steps, TableWrites } from "../port.ts";
import { inChunks, sizeOf } from "./chunks.ts";
import { askPlace, type TablePlace } from "./find.ts";
import { formatCode, GENERAL, toWritten } from "./formats.ts";
import { growTable, rowsFromEnd } from "./table-end.ts";
import { contentOf } from "./write-in-place.ts";

/**
 * Adds rows at the table's end. Cells below the table are pushed down where there are any; formats are set before
 * values, so that text stays text. (`table.rows.add` sets values first and asks co-authors to merge.)
 *
 * A person may insert a row above or type below in the last moment: where the rows go is therefore said from the
 * table's end as it is when they are written, and what somebody put there meanwhile is read in the same round trip and
 * put back under them.
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
      const { free, taken } = await lookBelow(context, place, count);
      const valuesFor = (columns: TablePlace["columns"]) =>
        rows.slice(start, start + count).map((row) =>
          columns.map(({ id }): SheetValue | null => {
            const value = row.get(id);
            return value === undefined ? null : toWritten(value, writes.formats.get(id) ?? "NUMBER");
          }),
        );
      const values = valuesFor(place.columns);
      const again = askPlace(context, register, place.dates);
      const body = place.table.getDataBodyRange();
      const grown = count - free;
      const width = place.columns.length;
      if (taken && grown > 0) rowsFromEnd(body, 1, grown).insert(Excel.InsertShiftDirection.down);
      const covered = taken ? free : count;
      const held = covered > 0 ? rowsFromEnd(body, 1 - free, covered, width).getUsedRangeOrNullObject(true) : null;
      held?.load("rowIndex,columnIndex,values,valueTypes,formulas,numberFormat");
      const target = rowsFromEnd(body, 1 - free, count, width);
      setFormats(target, place.columns, writes.formats);
      target.values = values;
      if (grown > 0) growTable(place.table, body, grown);
      await context.sync();
      const now = again.place() ?? place;
      if (now.columns.some(({ id }, at) => id !== place.columns[at]?.id)) {
        const moved = rowsFromEnd(place.table.getDataBodyRange(), 1 - count, count);
        moved.numberFormat = GENERAL as unknown as string[][];
        setFormats(moved, now.columns, writes.formats);
        moved.values = valuesFor(now.columns).map((line) => line.map((value) => value ?? ""));
        await context.sync();
      }
      if (held !== null && !held.isNullObject) await putUnder(context, now, held);
      return sizeOf(values);
    },
    steps,
  );
}

function setFormats(target: Excel.Range, columns: TablePlace["columns"], formats: TableWrites["formats"]): void {
  columns.forEach(({ id }, at) => {
    const format = formats.get(id);
    if (format === undefined || format === "NUMBER") return;
    target.getColumn(at).numberFormat = formatCode(format) as unknown as string[][];
  });
}

/** How many empty rows of the table itself can be used, and whether the cells below it may be taken. */
async function lookBelow(
  context: Excel.RequestContext,
  { sheet, row, column, rows, columns }: TablePlace,
  count: number,
) {
  const below = sheet.getRangeByIndexes(row + rows, column, count, columns.length).getUsedRangeOrNullObject(true);
  below.load("address");
  const only = sheet.getRangeByIndexes(row, column, 1, columns.length);
  only.load("values");
  await context.sync();
  return { free: rows === 1 && only.values[0]!.every((cell) => cell === "") ? 1 : 0, taken: !below.isNullObject };
}

/** Writes what somebody had put where the rows went under them, and into the table what stood in its own empty row. */
async function putUnder(context: Excel.RequestContext, now: TablePlace, held: Excel.Range): Promise<void> {
  const lines = held.values.length;
  if (held.values.every((line) => line.every((value) => value === ""))) return;
  const body = now.table.getDataBodyRange();
  rowsFromEnd(body, 1, lines).insert(Excel.InsertShiftDirection.down);
  const back = rowsFromEnd(body, 1, lines)
    .getOffsetRange(0, held.columnIndex - now.column)
    .getAbsoluteResizedRange(lines, held.values[0]!.length);
  back.numberFormat = held.numberFormat as string[][];
  back.formulas = held.values.map((line, i) => line.map((_, j) => contentOf(held, i, j)));
  if (held.rowIndex < now.row + now.rows) growTable(now.table, body, 1);
  await context.sync();
}
