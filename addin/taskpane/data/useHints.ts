import { useEffect } from "react";
import type { SheetService } from "../../sync/service.ts";

/** Typing brings a hint a keystroke; the sheet is read once it has been quiet for this many milliseconds. */
const QUIET = { CHANGED: 500, SELECTED: 150 } as const;

/** Calls `act` some time after the last hint of a kind. Hints while `pause` are let go: work tells by itself when it ends. */
export function useHints(sheets: SheetService, what: "CHANGED" | "SELECTED", pause: boolean, act: () => void): void {
  useEffect(() => {
    if (pause) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = sheets.onHint((hint) => {
      if (hint !== what) return;
      clearTimeout(timer);
      timer = setTimeout(act, QUIET[what]);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [sheets, what, pause, act]);
}
