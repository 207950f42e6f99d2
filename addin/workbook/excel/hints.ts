import { inExcel } from "./run.ts";

/** A burst of events is one hint. */
const QUIET_MILLISECONDS = 250;

type Hint = (what: "CHANGED" | "SELECTED") => void;

/**
 * Listens to changes and to the selection anywhere in the workbook. Events are hints only: they miss fills over
 * filtered rows and changes made while the add-in was not there, and they come for formats too. The add-in's own
 * writes carry their trigger and give no hint. Returns how to stop.
 */
export function listen(hint: Hint): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const soon = (what: "CHANGED" | "SELECTED"): Promise<void> => {
    clearTimeout(timers.get(what));
    timers.set(
      what,
      setTimeout(() => hint(what), QUIET_MILLISECONDS),
    );
    return Promise.resolve();
  };
  let stopped = false;
  const handlers: OfficeExtension.EventHandlerResult<unknown>[] = [];
  const ready = inExcel(async (context) => {
    const { worksheets } = context.workbook;
    handlers.push(
      worksheets.onChanged.add((event) =>
        event.triggerSource === Excel.EventTriggerSource.thisLocalAddin ? Promise.resolve() : soon("CHANGED"),
      ),
      worksheets.onDeleted.add(() => soon("CHANGED")),
      worksheets.onRowSorted.add(() => soon("CHANGED")),
      worksheets.onSelectionChanged.add(() => soon("SELECTED")),
    );
    await context.sync();
  }).catch(() => {
    // Without events the pane is merely less prompt.
    handlers.length = 0;
  });
  return () => {
    if (stopped) return;
    stopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
    void ready.then(() => stopAll(handlers));
  };
}

async function stopAll(handlers: readonly OfficeExtension.EventHandlerResult<unknown>[]): Promise<void> {
  for (const handler of handlers) {
    try {
      await Excel.run(handler.context as Excel.RequestContext, async (context) => {
        handler.remove();
        await context.sync();
      });
    } catch {
      // The sheet or the session the handler belonged to is gone, and the handler with it.
    }
  }
}
