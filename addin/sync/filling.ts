import type { Cell } from "../../schema/registers/register.ts";
import { type OpenSheet, steps, type SyncContext } from "./context.ts";
import { diffSheet } from "./diff.ts";
import type { Work } from "./service.ts";
import { writerFor } from "./writing.ts";

/** Writes one cell of a row as if the person had typed it; it stays unpublished. A row that is gone is let be. */
export async function fillCell(
  context: SyncContext,
  sheet: OpenSheet,
  row: string,
  column: string,
  cell: Cell,
  work?: Work,
): Promise<void> {
  const index = diffSheet(sheet.view, sheet.store.records).places.get(row);
  const at = sheet.view.codecs.findIndex(({ key }) => key === column);
  if (index === undefined || at < 0) return;
  const writer = writerFor(sheet);
  writer.put(index, at, cell);
  if (writer.empty) return;
  await context.port.write(sheet.register.key, sheet.view.image, writer.done(), steps(work, "WRITE"));
}
