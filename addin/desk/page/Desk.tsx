import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, Button, Spinner } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Words } from "../../../schema/registers/words.ts";
import { Themed } from "../../taskpane/app/Themed.tsx";
import { TextProvider, useText } from "../../taskpane/app/TextContext.tsx";
import { usePreferences } from "../../taskpane/app/usePreferences.ts";
import type { Preferences, Shown } from "../../taskpane/preferences/preferences.ts";
import type { GridView } from "../view/grid-view.ts";
import { type Asking, DeskDialog } from "./Dialogs.tsx";
import { pickFile, readWorkbook, saveWorkbook } from "./files.ts";
import { GridPane } from "./GridPane.tsx";
import { desk } from "./messages.ts";
import { PaneFrame } from "./PaneFrame.tsx";
import { type DeskSession, reasonOf } from "./session.ts";
import { XlsxError } from "../xlsx/xlsx-error.ts";
import { TopBar } from "./TopBar.tsx";
import { useLeaving } from "./useLeaving.ts";

const useStyles = makeStyles({
  page: { height: "100vh", display: "flex", flexDirection: "column" },
  work: { flex: "1 1 0", minHeight: 0, display: "flex" },
});

export interface DeskProps {
  readonly session: DeskSession;
  readonly preferences: Preferences;
  /** Puts the add-in into an element; it may ask to be shown or hidden. Returns how to take it away. */
  readonly openPane: (parent: HTMLElement, showPane: (shown: boolean) => void) => () => void;
  readonly onGrid: (grid: GridView | null) => void;
}

/** The desk: a workbook in a sheet, with the Saime pane beside it. */
export function Desk(props: DeskProps) {
  const shown = usePreferences(props.preferences);
  return (
    <Themed theme={shown.theme}>
      <TextProvider language={shown.language}>
        <Workplace {...props} shown={shown} />
      </TextProvider>
    </Themed>
  );
}

function Workplace({ session, preferences, openPane, onGrid, shown }: DeskProps & { readonly shown: Shown }) {
  const styles = useStyles();
  const text = useText();
  const read = (reason: Words | string): string => (typeof reason === "string" ? reason : text.words(reason));
  /** Errors of files say in both languages what to do. */
  const words = (error: unknown): string => read(error instanceof XlsxError ? error.words : reasonOf(error));
  const state = useSyncExternalStore(session.subscribe, session.get);
  const [paneShown, setPaneShown] = useState(true);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  useLeaving(session);

  const name = state.name || text.say(desk.untitled);
  useEffect(() => {
    document.title = `${name} – Saime`;
  }, [name]);

  const pane = useRef(openPane);
  const openHere = useCallback((parent: HTMLElement) => pane.current(parent, setPaneShown), []);
  const tell = useRef(onGrid);
  const take = useCallback((view: GridView | null) => tell.current(view), []);
  /** Runs at once when nothing would be lost, else after the person agreed. */
  const replacing = (go: () => void) => {
    if (session.isEmpty) go();
    else setAsking({ kind: "replace", name, go });
  };
  const open = async (file: File) => {
    setOpening(file.name);
    try {
      session.replace(await readWorkbook(file), file.name.replace(/\.xlsx$/i, ""));
    } catch (error) {
      setAsking({ kind: "openFailed", file: file.name, reason: words(error) });
    } finally {
      setOpening(null);
    }
  };
  const onOpen = async () => {
    const file = await pickFile();
    if (file) replacing(() => void open(file));
  };
  const onSave = () =>
    saveWorkbook(session.model, name).then(
      () => {
        if (session.model.pivots.length > 0) session.tell({ kind: "savedPlain", reason: desk.pivotsAsCells });
      },
      (error: unknown) => setAsking({ kind: "saveFailed", reason: reasonOf(error) }),
    );

  return (
    <div className={styles.page}>
      <TopBar
        name={state.name}
        save={state.save}
        preferences={preferences}
        appearance={shown.appearance}
        paneShown={paneShown}
        onRename={(typed) => session.rename(typed)}
        onNew={() => replacing(() => session.replace(null, ""))}
        onOpen={() => void onOpen()}
        onSave={() => void onSave()}
        onPane={() => setPaneShown(!paneShown)}
      />
      {state.notice && (
        <MessageBar intent={state.notice.kind === "notLoaded" ? "error" : "warning"} data-desk="notice">
          <MessageBarBody>{text.say(desk[state.notice.kind], { reason: read(state.notice.reason) })}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={text.say(desk.close)}
                onClick={() => session.tell(null)}
              />
            }
          />
        </MessageBar>
      )}
      {opening !== null && <Spinner size="tiny" label={text.say(desk.opening, { file: opening })} />}
      <div className={styles.work}>
        <GridPane session={session} dark={shown.theme !== "light"} onGrid={take} />
        <PaneFrame shown={paneShown} open={openHere} />
      </div>
      <DeskDialog asking={asking} onClose={() => setAsking(null)} />
    </div>
  );
}
