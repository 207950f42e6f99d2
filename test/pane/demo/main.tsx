import { createRoot } from "react-dom/client";
import { Pane } from "../../../addin/taskpane/app/Pane.tsx";
import { openDrawer } from "../../../addin/taskpane/preferences/drawer.ts";
import { Preferences } from "../../../addin/taskpane/preferences/preferences.ts";
import { emptyImporter } from "./importer.ts";
import { readScenario } from "./scenario.ts";
import { DemoSheets } from "./sheets.ts";
import { DemoSignIn } from "./signIn.ts";

/** The pane over a demo workbook, for tests of its pages. */
export interface Demo {
  readonly sheets: DemoSheets;
  readonly signIn: DemoSignIn;
}
declare global {
  interface Window {
    demo: Demo;
  }
}

const scenario = readScenario(location.search);
const preferences = new Preferences(
  openDrawer(() => localStorage),
  (query) => matchMedia(query),
);
preferences.office({ displayLanguage: scenario.display });
const sheets = new DemoSheets(scenario);
const signIn = new DemoSignIn(scenario);
window.demo = { sheets, signIn };

const root = document.getElementById("pane");
if (!root) throw new Error("The page has no place for the pane");
const workbook = scenario.workbook ? () => ({ sheets, importer: emptyImporter }) : null;
createRoot(root).render(<Pane preferences={preferences} connecting={Promise.resolve({ signIn, workbook })} />);
