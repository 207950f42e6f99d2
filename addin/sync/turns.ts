import { ServerError } from "./server.ts";
import type { Work } from "./service.ts";

export interface Turns {
  /** Runs `task` after all that was asked before it. With `work` a person waits for it: readings stand aside. */
  readonly inTurn: <T>(work: Work | undefined, task: () => Promise<T>) => Promise<T>;
  /**
   * Runs a reading that changes nothing and that nobody waits for. When a person asks for work before it is through, it
   * breaks off (by the signal it is given) and is done anew after that work, whose changes it then tells too.
   */
  readonly reading: <T>(task: (work: Work) => Promise<T>) => Promise<T>;
}

/** Calls that touch sheet or base copy, one after another. Once a call's signal is aborted, its failure is CANCELLED. */
export function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const readings = new Set<AbortController>();

  const queue = <T>(work: Work | undefined, task: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      try {
        if (work?.signal?.aborted) throw new ServerError("CANCELLED", "Cancelled.");
        return await task();
      } catch (error) {
        if (work?.signal?.aborted && !(error instanceof ServerError)) {
          throw new ServerError("CANCELLED", "Cancelled.", { cause: error });
        }
        throw error;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };

  const reading = async <T>(task: (work: Work) => Promise<T>): Promise<T> => {
    const mine = new AbortController();
    const work: Work = { signal: mine.signal };
    readings.add(mine);
    try {
      return await queue(work, () => task(work));
    } catch (error) {
      if (!mine.signal.aborted) throw error;
    } finally {
      readings.delete(mine);
    }
    return reading(task);
  };

  return {
    inTurn: (work, task) => {
      if (work) for (const one of readings) one.abort();
      return queue(work, task);
    },
    reading,
  };
}
