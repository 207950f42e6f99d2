import type { PushAnswer, PushRequest } from "../../schema/sync/protocol.ts";
import { count, takeAnswer, type Tally, whoTold } from "./answering.ts";
import type { Batch, Doubt, Who } from "./base.ts";
import { type OpenSheet, readAgain, stopIfCancelled, type SyncContext } from "./context.ts";
import { doubtAfter } from "./doubt.ts";
import { refreshSheet } from "./refreshing.ts";
import { ServerError } from "./server.ts";
import type { Work } from "./service.ts";
import { saveBase } from "./store.ts";

/** Waits before the second, third and fourth try. */
export const BACKOFF = [500, 1_500, 4_000] as const;

/**
 * Sends a part; without a reply the very same is sent again, which the server answers from memory if it had it.
 * `onLost` is told of each try without a reply: from then on the part may have been carried out.
 */
export async function sendPart(
  context: SyncContext,
  request: PushRequest,
  work?: Work,
  onLost?: () => void,
): Promise<PushAnswer> {
  for (let tries = 0; ; tries++) {
    stopIfCancelled(work);
    try {
      return await context.server.push(request, work?.signal);
    } catch (error) {
      const pause = BACKOFF[tries];
      if (!(error instanceof ServerError) || error.code !== "OFFLINE" || pause === undefined) throw error;
      onLost?.();
      await context.wait(pause, work?.signal);
    }
  }
}

/** What a publish has learnt so far from the answers to its parts. */
export interface Learnt {
  readonly tally: Tally;
  readonly told: Map<string, Who>;
  /** Rows that were refused or met a conflict. */
  readonly answered: Set<string>;
}

/**
 * Sends a part that the workbook keeps as in doubt, and takes its answer into sheet and base copy. `earlier`: it may
 * have been sent before. `batches` are put back where it cannot have been carried out. Where only the rows can tell
 * what became of the part, they are refreshed, which ends the doubt, and the failure is given back. All other failures
 * are thrown.
 */
export async function sendDoubt(
  context: SyncContext,
  open: OpenSheet,
  doubt: Doubt,
  before: { readonly earlier: boolean; readonly batches: readonly Batch[] },
  { tally, told, answered }: Learnt,
  work?: Work,
): Promise<ServerError | null> {
  const { batch, part, rows } = doubt;
  let { earlier } = before;
  let answer: PushAnswer;
  try {
    const request = { register: open.register.key, batch, part, rows, dryRun: false };
    answer = await sendPart(context, request, work, () => (earlier = true));
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    switch (doubtAfter(error, earlier)) {
      case "KEEP":
        throw error;
      case "DROP":
        await saveBase(context, open.store, new Map(), { doubt: null, batches: before.batches });
        throw error;
      case "ASK":
        await refreshSheet(context, await readAgain(context, open), work);
        if (open.store.meta.doubt) throw error;
        return error;
    }
  }
  count(tally, answer.results);
  whoTold(answer, told);
  for (const { row, outcome } of answer.results) {
    if (outcome === "REFUSED" || outcome === "CONFLICT") answered.add(row);
  }
  // The sheet is read again: hours may lie between sending and the answer.
  const now = await readAgain(context, open);
  const meta = { doubt: null, lastSync: context.now().toISOString() };
  await takeAnswer(context, now, rows, answer, meta, { ...(work?.onProgress && { onProgress: work.onProgress }) });
  return null;
}
