import type { PushAnswer, PushRequest } from "../../../schema/sync/protocol.ts";
import { ServerError, type SaimeServer } from "../server.ts";

export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Resolves after a while, at once when the signal is given. */
export const wait: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
  });

const PAUSES = [500, 1_000, 2_000, 4_000, 8_000] as const;

/**
 * Pushes one part, and the very same part again while no reply comes: the server answers a batch and part it has
 * carried out from memory. Gives up with OFFLINE after about 15 seconds, or earlier when cancelled.
 */
export async function pushPart(
  server: SaimeServer,
  request: PushRequest,
  signal: AbortSignal | undefined,
  pause: Wait = wait,
): Promise<PushAnswer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await server.push(request);
    } catch (error) {
      const next = PAUSES[attempt];
      if (!(error instanceof ServerError) || error.code !== "OFFLINE" || next === undefined || signal?.aborted)
        throw error;
      await pause(next, signal);
      if (signal?.aborted) throw error;
    }
  }
}
