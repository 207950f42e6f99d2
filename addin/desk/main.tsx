import { createRoot } from "react-dom/client";
import { openDrawer } from "../taskpane/preferences/drawer.ts";
import { Preferences } from "../taskpane/preferences/preferences.ts";
import { Desk } from "./page/Desk.tsx";
import { openPane } from "./page/pane.ts";
import { DeskSession } from "./page/session.ts";
import type { GridView } from "./view/grid-view.ts";
import "./desk.css";

/** For tests and for looking into a problem in the browser's console (`window.desk`); the page itself does not use it. */
export interface DeskHandle {
  readonly session: DeskSession;
  readonly model: DeskSession["model"];
  /** Null until the grid has been loaded. */
  view: GridView | null;
}

const LOCALES = { lv: "lv-LV", en: "en-US" } as const;

async function start(root: HTMLElement): Promise<void> {
  const preferences = new Preferences(
    openDrawer(() => window.localStorage),
    (query) => window.matchMedia(query),
  );
  const session = await DeskSession.resume();
  const handle: DeskHandle = { session, model: session.model, view: null };
  Object.assign(window, { desk: handle });
  const asked = new URLSearchParams(window.location.search).get("pane");
  const page = asked !== null && /^\/(?!\/)/.test(asked) ? { page: asked } : {};
  createRoot(root).render(
    <Desk
      session={session}
      preferences={preferences}
      openPane={(parent, showPane) =>
        openPane(parent, {
          session,
          showPane,
          locale: () => LOCALES[preferences.get().language],
          grid: () => handle.view,
          ...page,
        })
      }
      onGrid={(view) => {
        handle.view = view;
      }}
    />,
  );
}

const root = document.getElementById("desk");
if (root) void start(root);
