import type { ColumnLayout } from "../port.ts";
import { offerList, writeLists } from "./create.ts";
import { askPlace } from "./find.ts";
import { inExcel } from "./run.ts";

/** Offers lists in columns that stand in the table already; a column without a list offers none any more. */
export function offerLists(register: string, columns: ReadonlyMap<string, ColumnLayout>): Promise<void> {
  return inExcel(async (context) => {
    await writeLists(context, [...columns.values()]);
    const asked = askPlace(context, register);
    await context.sync();
    const place = asked.place();
    if (place === null) return;
    place.columns.forEach(({ id }, at) => {
      const layout = columns.get(id);
      if (!layout) return;
      const cells = place.sheet.getRangeByIndexes(place.row, place.column + at, place.rows, 1);
      if (layout.list) offerList(cells, `=${layout.list.name}`);
      else cells.dataValidation.clear();
    });
    await context.sync();
  });
}
