import { makeStyles, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../taskpane/app/TextContext.tsx";
import type { GridView } from "../view/grid-view.ts";
import { ChartLayer } from "./ChartLayer.tsx";
import { desk } from "./messages.ts";
import { type DeskSession, reasonOf } from "./session.ts";

const useStyles = makeStyles({
  frame: { position: "relative", flex: "1 1 0", minWidth: 0, minHeight: 0, display: "flex" },
  sheet: { flex: "1 1 0", minWidth: 0, minHeight: 0, display: "flex", flexDirection: "column" },
  grid: { flex: "1 1 0", minWidth: 0, minHeight: 0 },
  over: { position: "absolute", inset: 0, display: "grid", placeItems: "center", pointerEvents: "none" },
});

export interface GridPaneProps {
  readonly session: DeskSession;
  readonly dark: boolean;
  readonly onGrid: (grid: GridView | null) => void;
}

/** The sheet. Univer is large: it arrives after the page stands, in chunks of its own. */
export function GridPane({ session, dark, onGrid }: GridPaneProps) {
  const styles = useStyles();
  const text = useText();
  const { language } = text;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<GridView | null>(null);
  const [shown, setShown] = useState<GridView | null>(null);
  const startDark = useRef(dark);
  const [state, setState] = useState<"loading" | "ready" | { readonly reason: string }>("loading");

  const [message, setMessage] = useState<string | null>(null);

  useEffect(() => {
    let closed = false;
    const start = async () => {
      const { GridView } = await import("../view/grid-view.ts");
      // Two starts in a row (React's strict mode, a quick change of language) leave one grid.
      if (closed || !host.current) return;
      view.current = new GridView(host.current, session.model, {
        language,
        dark: startDark.current,
        onRefused: (reason) => session.tell({ kind: "refused", reason }),
        onResults: () => session.keeper.touch(),
        calls: session.calls,
        onMessage: setMessage,
      });
      setState("ready");
      setShown(view.current);
      onGrid(view.current);
    };
    start().catch((error: unknown) => setState({ reason: reasonOf(error) }));
    return () => {
      closed = true;
      setShown(null);
      onGrid(null);
      view.current?.dispose();
      view.current = null;
    };
  }, [session, language, onGrid]);

  useEffect(() => {
    startDark.current = dark;
    if (state === "ready") view.current?.setDark(dark);
  }, [dark, state]);

  return (
    <main className={styles.frame} aria-label={text.say(desk.grid)} aria-busy={state === "loading"}>
      <div className={styles.sheet}>
        <div ref={host} className={styles.grid} data-desk="grid" />
        <div role="status" data-desk="cell-message">
          {message !== null && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{message}</MessageBarBody>
            </MessageBar>
          )}
        </div>
      </div>
      {shown && <ChartLayer session={session} view={shown} />}
      {state === "loading" && (
        <div className={styles.over}>
          <Spinner label={text.say(desk.loading)} />
        </div>
      )}
      {typeof state === "object" && (
        <div className={styles.over}>
          <MessageBar intent="error">
            <MessageBarBody>{text.say(desk.gridFailed, { reason: state.reason })}</MessageBarBody>
          </MessageBar>
        </div>
      )}
    </main>
  );
}
