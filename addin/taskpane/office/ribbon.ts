import type { Ribbon, RibbonCommand } from "../app/pane.ts";
import { registerCommands } from "../commands.ts";

/**
 * The ribbon's buttons: each shows the pane and tells its pages, which do the work and show how it ended. The button is
 * free again at once: progress is the pane's to show.
 */
export function connectRibbon(): Ribbon {
  const listeners = new Set<(command: RibbonCommand) => void>();
  const press = (command: RibbonCommand) => async () => {
    await Office.addin.showAsTaskpane();
    for (const listener of listeners) listener(command);
  };
  registerCommands({ saimeRefresh: press("REFRESH"), saimePublish: press("PUBLISH") }, (error) => console.error(error));
  return {
    subscribe: (pressed) => {
      listeners.add(pressed);
      return () => listeners.delete(pressed);
    },
  };
}
