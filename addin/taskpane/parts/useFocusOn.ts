import { useEffect, type RefObject } from "react";

/** Moves the focus to `target` whenever `what` becomes another value than null: results and errors are not to be missed. */
export function useFocusOn(target: RefObject<HTMLElement | null>, what: unknown): void {
  useEffect(() => {
    if (what !== null) target.current?.focus();
  }, [target, what]);
}
