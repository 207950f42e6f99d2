import { useEffect } from "react";
import type { DeskSession } from "./session.ts";

/** Writes what is pending when the page goes away; asks to stay only where writing failed. */
export function useLeaving(session: DeskSession): void {
  useEffect(() => {
    const write = () => void session.keeper.flush();
    const hide = () => {
      if (document.visibilityState === "hidden") write();
    };
    const ask = (event: BeforeUnloadEvent) => {
      write();
      if (session.keeper.state.kind === "failed") event.preventDefault();
    };
    window.addEventListener("pagehide", write);
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("pagehide", write);
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("beforeunload", ask);
    };
  }, [session]);
}
