import type { ColumnLayout, TableColumn } from "../port.ts";
import { dress, writeLists } from "./create.ts";
import { askPlace } from "./find.ts";
import { formatCode } from "./formats.ts";
import { inExcel } from "./run.ts";

/** Adds empty columns at the table's end, formatted before anything is written into them. */
export function addTableColumns(register: string, columns: readonly ColumnLayout[]): Promise<readonly TableColumn[]> {
  return inExcel(async (context) => {
    await writeLists(context, columns);
    const asked = askPlace(context, register);
    await context.sync();
    const before = asked.place();
    if (before === null) throw new Error(`The table of ${register} is gone.`);
    for (const { heading } of columns) before.table.columns.add(-1, undefined, heading);
    const left = before.column + before.columns.length;
    columns.forEach(({ format }, at) => {
      const body = before.sheet.getRangeByIndexes(before.row, left + at, before.rows, 1);
      body.numberFormat = formatCode(format) as unknown as string[][];
    });
    dress(before.sheet, columns, left, before.row, before.rows, [...before.columns, ...columns], before.column);
    const again = askPlace(context, register);
    await context.sync();
    return again.place()!.columns.slice(before.columns.length);
  });
}
