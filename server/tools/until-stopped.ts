/** A terminal and the program that started us may both hand on one Ctrl+C; only a later one is a second. */
const SAME_KEY = 1_000;

/** Waits for Ctrl+C or the system's request to end, then closes. A second Ctrl+C ends at once. */
export async function untilStopped(close: () => Promise<void>, say: (line: string) => void): Promise<void> {
  let asked: number | undefined;
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (asked !== undefined && Date.now() - asked > SAME_KEY) process.exit(130);
        asked ??= Date.now();
        resolve();
      });
    }
  });
  say("Stopping …");
  await close();
}
