import { Desk } from "../objects/desk.ts";
import { DeskHost } from "../protocol/host.ts";
import type { GridView } from "../view/grid-view.ts";
import type { DeskSession } from "./session.ts";

/** The pane's own page, exactly as Excel loads it. */
const ADDIN = "/taskpane.html";

export interface PaneOptions {
  readonly session: DeskSession;
  /** The language the add-in's window is in, such as `lv-LV`. */
  readonly locale: () => string;
  readonly grid: () => GridView | null;
  /** Another page of this origin in the pane's place, for tests. */
  readonly page?: string;
  readonly showPane: (shown: boolean) => void;
}

/**
 * Puts the add-in's frame into an element, with this page playing Excel around it. Another workbook loads the add-in
 * anew, as Excel does. Returns how to take it away.
 */
export function openPane(parent: HTMLElement, options: PaneOptions): () => void {
  const { session } = options;
  let close = insert(parent, options);
  const unlisten = session.model.onRestored(() => {
    close();
    close = insert(parent, options);
  });
  return () => {
    unlisten();
    close();
  };
}

function insert(parent: HTMLElement, { session, locale, grid, page = ADDIN, showPane }: PaneOptions): () => void {
  const language = locale();
  const host = new DeskHost(new Desk(session.model, language, session.calls), {
    locale: language,
    origin: window.location.origin,
    isEditing: () => grid()?.isEditing ?? false,
    editingEnded: () => grid()?.editingEnded() ?? Promise.resolve(),
    showPane,
    settingsSaved: () => session.keeper.touch(),
  });
  const frame = document.createElement("iframe");
  frame.name = host.frameName;
  frame.src = host.frameUrl(page);
  frame.title = "Saime";
  frame.allow = "clipboard-read; clipboard-write";
  frame.dataset["desk"] = "pane";
  const detach = host.attach(frame);
  const hear = ({ source }: MessageEvent): void => {
    if (source === frame.contentWindow) session.keeper.later();
  };
  window.addEventListener("message", hear);
  parent.append(frame);
  return () => {
    detach();
    window.removeEventListener("message", hear);
    frame.remove();
  };
}
