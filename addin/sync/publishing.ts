import type { Cell, Register } from "../../schema/registers/register.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import { count, noCounts, takeTrial, type Tally } from "./answering.ts";
import type { Batch, Doubt, Meta } from "./base.ts";
import { changeSet, inConflict, isUnsound, keyAt, refusalsOf } from "./changing.ts";
import {
  type OpenSheet,
  openSheet,
  readAgain,
  requireIds,
  stopIfCancelled,
  type SyncContext,
  tell,
} from "./context.ts";
import { type DeletedRow, type Diff, diffSheet, locate } from "./diff.ts";
import { showRefusals } from "./marking.ts";
import { rememberedTheirs } from "./merge.ts";
import { nameNewRows } from "./naming-rows.ts";
import { splitIntoParts } from "./parts.ts";
import { putBack } from "./giving-up.ts";
import { refreshSheet } from "./refreshing.ts";
import { type Learnt, sendDoubt, sendPart } from "./sending.ts";
import { ServerError } from "./server.ts";
import type { Deleted, PublishReport, Work } from "./service.ts";
import { SHEET_CHANGING, SheetError } from "./sheet-error.ts";
import { saveBase } from "./store.ts";

const BATCHES_KEPT = 20;

/** Publishes as a dry run: the sheet's rows stay, the refusals and conflicts found are shown. */
export async function checkSheet(context: SyncContext, sheet: OpenSheet, work?: Work): Promise<PublishReport> {
  requireIds(sheet);
  const named = await nameNewRows(context, sheet, work);
  const tally = noCounts();
  const rows = rowsToSend(named.sheet, named.diff, { do: "LEAVE" }, tally);
  const batch = context.newId();
  let sent = 0;
  for (const [part, some] of splitIntoParts(rows).entries()) {
    tell(work, "SEND", sent, rows.length);
    const request = { register: sheet.register.key, batch, part, rows: some, dryRun: true };
    const answer = await sendPart(context, request, work);
    count(tally, answer.results);
    await takeTrial(context, named.sheet, some, answer);
    sent += some.length;
  }
  tell(work, "SEND", sent, rows.length);
  return finish(context, named.sheet, batch, tally, work);
}

/**
 * Publishes what differs from the base copy, in parts of one batch. Before a part is sent, batch and part are written
 * into the workbook; while no reply has come they stay there, and the next publish begins by sending the very same
 * again under the same batch. A server that does not take it any more is asked how the rows stand, and the publish goes
 * on from there under a batch of its own. Cancelling takes effect between parts; what was answered by then is kept.
 */
export async function publishSheet(
  context: SyncContext,
  sheet: OpenSheet,
  deleted: Deleted,
  work?: Work,
): Promise<PublishReport> {
  requireIds(sheet);
  const learnt: Learnt = { tally: noCounts(), told: new Map(), answered: new Set() };
  const { tally, told, answered } = learnt;
  let open = sheet;
  let batch: string | null = null;
  let part = 0;

  const { doubt, batches } = open.store.meta;
  if (doubt && putBackSince(open, doubt)) {
    // To send again what the person has taken back would retire the row after all: the rows tell what became of it.
    await refreshSheet(context, open, work);
    if (open.store.meta.doubt) throw new SheetError(SHEET_CHANGING);
    open = await readAgain(context, open, work);
  } else if (doubt) {
    // Of a part found in the workbook nobody knows whether it was sent: Excel may have been closed before or after.
    const failure = await sendDoubt(context, open, doubt, { earlier: true, batches }, learnt, work);
    if (failure === null) ({ batch, part } = { batch: doubt.batch, part: doubt.part + 1 });
    open = await readAgain(context, open, work);
  }
  if (deleted.do === "PUT_BACK") {
    await putBack(context, open, askedAbout(deleted, diffSheet(open.view, open.store.records)), work);
    open = await readAgain(context, open, work);
  }
  const named = await nameNewRows(context, open, work);
  open = named.sheet;
  const rows = rowsToSend(open, named.diff, deleted, tally, answered);
  batch ??= context.newId();
  let sent = 0;
  for (const some of splitIntoParts(rows)) {
    // The person typed into the rows answered last all the while: they come first in the next publish.
    if (open.store.meta.doubt) break;
    tell(work, "SEND", sent, rows.length);
    stopIfCancelled(work);
    const next: Doubt = { batch, part: part++, rows: some };
    const { batches } = open.store.meta;
    await saveBase(context, open.store, new Map(), {
      doubt: next,
      batches: addBatch(open.store.meta, batch, context.now(), some.length),
    });
    const failure = await sendDoubt(context, open, next, { earlier: false, batches }, learnt, work);
    if (failure) throw failure;
    sent += some.length;
  }
  tell(work, "SEND", sent, rows.length);
  if (tally.CONFLICT > 0) {
    open = await readAgain(context, open, work);
    try {
      await refreshSheet(context, open, work, told);
    } catch (error) {
      // What was published stands; the conflicts are known, their rows are pulled with the next refresh.
      if (!(error instanceof ServerError)) throw error;
    }
  }
  return finish(context, open, batch, tally, work);
}

/** Reads the sheet as it stands now, paints what is refused, and reports. */
export async function finish(
  context: SyncContext,
  sheet: OpenSheet,
  batch: string,
  tally: Tally,
  work?: Work,
): Promise<PublishReport> {
  const open = await openSheet(context, sheet.register.key as Parameters<typeof openSheet>[1], {
    ...(work?.onProgress && { onProgress: work.onProgress }),
  });
  const diff = diffSheet(open.view, open.store.records);
  await showRefusals(context, open, diff);
  return { batch, counts: tally, changes: changeSet(open, diff) };
}

/** Rows fit to be sent. Rows the sheet itself refuses and rows in conflict are counted, not sent. */
function rowsToSend(
  open: OpenSheet,
  diff: Diff,
  deleted: Deleted,
  tally: Tally,
  answered: ReadonlySet<string> = new Set(),
): PushRow[] {
  const rows: PushRow[] = [];
  for (const row of diff.changed) {
    if (row.id === null) continue;
    if (inConflict(row)) {
      if (!answered.has(row.id)) tally.CONFLICT++;
    } else if (isUnsound(row)) tally.REFUSED++;
    else if (!(answered.has(row.id) && refusalsOf(open, row, row.id).length > 0)) {
      const cells = Object.fromEntries(row.cells.map(({ at, to }): [string, Cell] => [keyAt(open, at), to]));
      rows.push({ row: row.id, base: baseVersion(open, row.record), cells });
    }
  }
  if (deleted.do === "RETIRE") {
    const column = retireReason(open.register);
    for (const { record } of askedAbout(deleted, diff)) {
      const cells = column === null ? {} : { [column]: deleted.reason };
      rows.push({ row: record.id, base: baseVersion(open, record), cells, retire: true });
    }
  }
  return rows;
}

/** Whether a row that the part in doubt retires stands in the sheet again: it was deleted when the part was sent. */
function putBackSince({ view, store }: OpenSheet, { rows }: Doubt): boolean {
  if (!rows.some(({ retire }) => retire)) return false;
  const { places } = locate(view, store.records);
  return rows.some(({ row, retire }) => retire && places.has(row));
}

/** Of the deleted rows those that the person decided on. */
function askedAbout(deleted: Exclude<Deleted, { do: "LEAVE" }>, diff: Diff): readonly DeletedRow[] {
  if (!deleted.rows) return diff.deleted;
  const asked = new Set(deleted.rows);
  return diff.deleted.filter(({ record }) => asked.has(record.id));
}

function baseVersion(open: OpenSheet, record: Parameters<typeof rememberedTheirs>[1] | null): number | null {
  if (record === null) return null;
  return (rememberedTheirs(open.view, record) ?? record).version || null;
}

/** The column a step to the retired state needs: the reason goes there. */
function retireReason({ lifecycle, columns }: Register): string | null {
  const step = lifecycle?.transitions.find(({ to, needs }) => to === lifecycle.retired && needs?.length);
  return step?.needs?.find((key) => columns[key]?.type === "text") ?? null;
}

function addBatch(meta: Meta, batch: string, now: Date, rows: number): readonly Batch[] {
  const [last, ...rest] = meta.batches;
  if (last?.batch === batch) return [{ ...last, rows: last.rows + rows }, ...rest];
  return [{ batch, at: now.toISOString(), rows }, ...meta.batches].slice(0, BATCHES_KEPT);
}
