import { createRoot } from "react-dom/client";
import { Pane } from "./app/Pane.tsx";
import { connect } from "./connect.ts";
import { openDrawer } from "./preferences/drawer.ts";
import { Preferences } from "./preferences/preferences.ts";
import "./taskpane.css";

const root = document.getElementById("pane");
if (!root) throw new Error("The page has no place for the pane");
const script = document.getElementById("office");

const preferences = new Preferences(
  openDrawer(() => localStorage),
  (query) => matchMedia(query),
);
const connecting = connect(preferences, script instanceof HTMLScriptElement ? script : null);
createRoot(root).render(<Pane preferences={preferences} connecting={connecting} />);
