import type { PushAnswer, PushRequest } from "../../schema/sync/protocol.ts";
import { stopIfCancelled, type SyncContext } from "./context.ts";
import { ServerError } from "./server.ts";
import type { Work } from "./service.ts";

/** Waits before the second, third and fourth try. */
export const BACKOFF = [500, 1_500, 4_000] as const;

/** Sends a part; without a reply the very same is sent again, which the server answers from memory if it had it. */
export async function sendPart(context: SyncContext, request: PushRequest, work?: Work): Promise<PushAnswer> {
  for (let tries = 0; ; tries++) {
    stopIfCancelled(work);
    try {
      return await context.server.push(request, work?.signal);
    } catch (error) {
      const pause = BACKOFF[tries];
      if (!(error instanceof ServerError) || error.code !== "OFFLINE" || pause === undefined) throw error;
      await context.wait(pause, work?.signal);
    }
  }
}
