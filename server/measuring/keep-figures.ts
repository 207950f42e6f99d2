import type { Store } from "../store/store.ts";
import { refreshFigures } from "./refresh.ts";

/** After a write this long passes before figures follow, in ms, so that the parts of one publish are counted together. */
const REST = 2_000;
/** How often is looked whether other processes wrote, or time has passed that figures depend on, in ms. */
const ROUND = 60_000;

export interface FigureKeeper {
  /** Says that an institution's rows were written. */
  readonly written: (institutionId: string) => void;
  /** Ends the rounds and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

/**
 * Keeps the figures of all institutions up to date for as long as the process lives, one institution after the other.
 * Several processes may do so at once: whoever comes second to an institution finds nothing left to do. What goes wrong
 * is reported and tried again with the next round.
 */
export function keepFigures(store: Store, report: (error: unknown) => void): FigureKeeper {
  const waiting = new Set<string>();
  let stopped = false;
  let under: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const work = async () => {
    for (const institutionId of waiting) {
      waiting.delete(institutionId);
      if (!stopped) await refreshFigures(store, institutionId).catch(report);
    }
  };
  const begin = () => {
    under = under.then(work);
  };
  const round = () => {
    under = under.then(async () => {
      const all = await store.query<{ id: string }>("select id from institution");
      for (const { id } of all) waiting.add(id);
      await work();
    }, report);
    under = under.catch(report);
  };
  round();
  const rounds = setInterval(round, ROUND);
  rounds.unref();
  return {
    written: (institutionId) => {
      waiting.add(institutionId);
      clearTimeout(timer);
      timer = setTimeout(begin, REST);
      timer.unref();
    },
    stop: async () => {
      stopped = true;
      clearInterval(rounds);
      clearTimeout(timer);
      await under;
    },
  };
}
