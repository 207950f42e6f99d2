import { createRoot } from "react-dom/client";
import { Pane } from "../../../addin/taskpane/app/Pane.tsx";
import { openDrawer } from "../../../addin/taskpane/preferences/drawer.ts";
import { Preferences } from "../../../addin/taskpane/preferences/preferences.ts";
import { demoAdministration } from "./administration.ts";
import { demoCalendars } from "./calendars.ts";
import { emptyImporter } from "./importer.ts";
import { type DemoResults, demoKpis, demoResults } from "./kpis.ts";
import { demoKnowledge } from "./knowledge.ts";
import { demoMaturity } from "./maturity.ts";
import { readScenario } from "./scenario.ts";
import { DemoRecords } from "./records.ts";
import { DemoSheets } from "./sheets.ts";
import { DemoSignIn } from "./signIn.ts";

/** The pane over a demo workbook, for tests of its pages. */
export interface Demo {
  readonly sheets: DemoSheets;
  readonly signIn: DemoSignIn;
  readonly records: DemoRecords;
  readonly results: DemoResults;
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
const records = new DemoRecords(scenario);
const results = demoResults();
window.demo = { sheets, signIn, records, results };

const administration = demoAdministration(scenario);
const knowledge = demoKnowledge(scenario);
const maturity = demoMaturity(scenario, () => preferences.get().language);
const calendars = demoCalendars(scenario);
const kpis = demoKpis(scenario, () => preferences.get().language);

const root = document.getElementById("pane");
if (!root) throw new Error("The page has no place for the pane");
const opened = Promise.resolve({ sheets, importer: emptyImporter, results });
const workbook = scenario.workbook ? () => opened : null;
createRoot(root).render(
  <Pane
    preferences={preferences}
    connecting={Promise.resolve({ signIn, records, knowledge, maturity, administration, kpis, calendars, workbook })}
  />,
);
