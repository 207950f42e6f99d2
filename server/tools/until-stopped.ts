/** Waits for Ctrl+C or the system's request to end, then closes. A second Ctrl+C ends at once. */
export async function untilStopped(close: () => Promise<void>, say: (line: string) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
  say("Stopping …");
  await close();
}
