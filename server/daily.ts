const DAY_MS = 86_400_000;

/**
 * Does `work` now and once a day for as long as the process lives, one time after the other; what goes wrong is
 * reported and tried again the next day. Gives how to stop, which waits for what is under way.
 */
export function daily(work: () => Promise<unknown>, report: (error: unknown) => void): () => Promise<void> {
  let under: Promise<void> = Promise.resolve();
  const begin = () => {
    under = under.then(work).then(() => undefined, report);
  };
  begin();
  const timer = setInterval(begin, DAY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
