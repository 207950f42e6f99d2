import { type OpenSheet, readAgain, type SyncContext } from "./context.ts";
import { diffSheet, type Diff } from "./diff.ts";
import type { Work } from "./service.ts";
import { writerFor } from "./writing.ts";

const TRIES = 3;

/**
 * Gives every new row an id of its own before anything is sent, so that a lost reply and a retry cannot double it.
 * Ends with the sheet as read after that and its diff; rows that would not hold still have no id and wait.
 */
export async function nameNewRows(
  context: SyncContext,
  sheet: OpenSheet,
  work?: Work,
): Promise<{ readonly sheet: OpenSheet; readonly diff: Diff }> {
  let open = sheet;
  for (let tries = 1; ; tries++) {
    const diff = diffSheet(open.view, open.store.records);
    if (diff.needIds.length === 0 || tries > TRIES) return { sheet: open, diff };
    const writer = writerFor(open);
    for (const row of diff.needIds) {
      writer.name(row, context.newId());
      writer.revise(row, null);
    }
    await context.port.write(open.register.key, open.view.image, writer.done(), { signal: work?.signal });
    open = await readAgain(context, open, work);
  }
}
