import type { ShownCell, Steps } from "../port.ts";
import { askPlace } from "./find.ts";
import { inExcel } from "./run.ts";
import { readCells } from "./source-cells.ts";

/** The cells of one column of a register's table, as the person sees them. */
export function shownCells(register: string, column: string, steps?: Steps): Promise<readonly ShownCell[]> {
  return inExcel(async (context) => {
    const asked = askPlace(context, register);
    await context.sync();
    const place = asked.place();
    const at = place?.columns.findIndex(({ id }) => id === column) ?? -1;
    if (place === null || at < 0) return [];
    const range = { rowIndex: place.row, columnIndex: place.column + at, rowCount: place.rows, columnCount: 1 };
    const cells = await readCells(context, place.sheet, range, steps?.signal ? { signal: steps.signal } : undefined);
    return cells.map(([cell]) => cell ?? { value: "", text: "" });
  });
}
