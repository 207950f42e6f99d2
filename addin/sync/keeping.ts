import { fold, constantName } from "../../schema/registers/text.ts";
import type { Refusal } from "../../schema/sync/protocol.ts";
import { type OpenSheet, openSheet, steps, type SyncContext } from "./context.ts";
import { guessField, isCode } from "./field-guess.ts";
import { refreshSheet } from "./refreshing.ts";
import { sendPart } from "./sending.ts";
import type { OwnColumn, Work } from "./service.ts";
import { writerFor } from "./writing.ts";

/**
 * Makes a person's own column one of everyone's: a custom field of its heading, of the type that its cells make. What
 * stands in it is then typed into the field and goes with the next publish. Gives what the register has against it.
 */
export async function keepColumn(
  context: SyncContext,
  sheet: OpenSheet,
  { id, heading }: OwnColumn,
  work?: Work,
): Promise<readonly Refusal[]> {
  const key = sheet.register.key as Parameters<typeof openSheet>[1];
  const cells = await context.port.shown(key, id, steps(work, "READ"));
  const type = guessField(cells);
  const field = { register: constantName(key), type, headingLv: heading.trim() };
  const request = {
    register: "customFields",
    batch: context.newId(),
    part: 0,
    rows: [{ row: context.newId(), base: null, cells: field }],
    dryRun: false,
  };
  const { results } = await sendPart(context, request, work);
  const refusals = results.flatMap((result) => result.refusals ?? []);
  if (refusals.length > 0) return refusals;
  await refreshSheet(context, sheet, work);
  if (type === "TEXT" && cells.some(isCode))
    await writeCodes(context, await openSheet(context, key, work), heading, work);
  return [];
}

/** A number shown as `0012` is kept as the text that it looks like. */
async function writeCodes(context: SyncContext, sheet: OpenSheet, heading: string, work?: Work): Promise<void> {
  const { view, register } = sheet;
  const at = view.codecs.findIndex(({ column }) => fold(column.label.lv) === fold(heading));
  const id = view.columnId(at);
  if (id === null) return;
  const writer = writerFor(sheet);
  const cells = await context.port.shown(register.key, id, steps(work, "READ"));
  cells.forEach((cell, row) => {
    if (isCode(cell) && view.cell(row, at) === cell.value) writer.put(row, at, cell.text.trim());
  });
  if (!writer.empty) await context.port.write(register.key, view.image, writer.done(), steps(work, "WRITE"));
}
