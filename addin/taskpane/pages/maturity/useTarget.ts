import { useEffect } from "react";

/** What a link on the page asked to be brought to. */
export interface Target {
  readonly key: string;
}

/** Moves to the item asked for, also when its list arrives only after it was asked. */
export function useTarget(target: Target | null): void {
  useEffect(() => {
    if (target) document.getElementById(target.key)?.focus();
  }, [target]);
}
