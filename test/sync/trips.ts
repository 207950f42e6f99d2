/** What happens around a round trip to Excel; trips count from 1. Whatever is thrown, the add-in gets instead of a reply. */
export interface Around {
  /** Before the request reaches Excel. */
  readonly before?: (trip: number) => void;
  /** After Excel has carried it out. */
  readonly after?: (trip: number) => void;
}

/** `Excel` whose round trips a test stands beside: a person edits in between, a connection breaks. */
export function withTrips(real: typeof Excel, around: Around): typeof Excel {
  let trips = 0;
  const run = (options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<unknown>) =>
    real.run(options, async (context) => {
      const sync = context.sync.bind(context);
      context.sync = (async () => {
        const trip = ++trips;
        around.before?.(trip);
        await sync();
        around.after?.(trip);
      }) as typeof context.sync;
      try {
        return await batch(context);
      } finally {
        // Excel.run ends with a round trip of its own.
        context.sync = sync;
      }
    });
  return new Proxy(real, { get: (target, name) => (name === "run" ? run : (Reflect.get(target, name) as unknown)) });
}
