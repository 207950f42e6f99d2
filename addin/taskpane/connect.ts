import type { ResultsServer } from "../sync/results/port.ts";
import type { SaimeServer } from "../sync/server.ts";
import type { SheetService } from "../sync/service.ts";
import type { Connected, Institution, OpenWorkbook } from "./app/pane.ts";
import { connectFunctions } from "./functions.ts";
import { createAdministration } from "./graphql/administration.ts";
import { createCalendars } from "./graphql/calendar.ts";
import { createApiClient } from "./graphql/client.ts";
import { createKpis } from "./graphql/kpi.ts";
import { createKnowledge } from "./graphql/knowledge.ts";
import { createMaturity } from "./graphql/maturity.ts";
import { createRecords } from "./graphql/records.ts";
import { createSaimeServer } from "./graphql/saimeServer.ts";
import { officeReady } from "./office/ready.ts";
import { connectRibbon } from "./office/ribbon.ts";
import { openDrawer } from "./preferences/drawer.ts";
import type { Preferences } from "./preferences/preferences.ts";
import { DevelopmentSignIn } from "./session/developmentSignIn.ts";
import { TokenStore } from "./session/tokenStore.ts";

/** The API stands where the pane came from. */
const API = "/graphql";

/** The engine and every register's declaration: fetched after the first paint, needed by nobody who is not signed in. */
async function open(
  server: SaimeServer,
  results: ResultsServer,
  institution: Institution,
  changed: () => void,
): Promise<OpenWorkbook> {
  const { openWorkbook } = await import("./engine.ts");
  const opened = openWorkbook(server, results, institution);
  return { ...opened, sheets: telling(opened.sheets, changed) };
}

/** Calls `changed` after what may change figures: others' changes came in, or own ones went out. */
function telling(sheets: SheetService, changed: () => void): SheetService {
  const after = <Given extends unknown[], Report>(act: (...given: Given) => Promise<Report>) => {
    return async (...given: Given) => {
      const report = await act(...given);
      changed();
      return report;
    };
  };
  return {
    ...sheets,
    refresh: after((...given: Parameters<SheetService["refresh"]>) => sheets.refresh(...given)),
    publish: after((...given: Parameters<SheetService["publish"]>) => sheets.publish(...given)),
    undo: after((...given: Parameters<SheetService["undo"]>) => sheets.undo(...given)),
  };
}

/** Joins the pane to Office, the workbook and the server; `preferences` take in what Office says. */
export async function connect(preferences: Preferences, script: HTMLScriptElement | null): Promise<Connected> {
  const functions = connectFunctions();
  const office = await officeReady(script, functions.tie);
  preferences.office(
    { displayLanguage: office.displayLanguage, dark: office.dark },
    openDrawer(() => localStorage, office.partition),
  );
  // A token outlives neither the window nor its tab; choices of language and colour do.
  const tokens = new TokenStore(openDrawer(() => sessionStorage, office.partition));
  const api = createApiClient({
    url: API,
    token: () => tokens.get(new Date())?.token ?? null,
    language: () => preferences.get().language,
    onSignedOut: () => signIn.end(),
  });
  const signIn = new DevelopmentSignIn(tokens, api);
  const knowledge = createKnowledge(api);
  const maturity = createMaturity(api);
  const administration = createAdministration(api);
  const calendars = createCalendars(api);
  const kpis = createKpis(api, {
    token: () => tokens.get(new Date())?.token ?? null,
    language: () => preferences.get().language,
  });
  const records = createRecords(api);
  functions.start({ api, signIn, preferences });
  if (!office.excel) return { signIn, records, knowledge, maturity, administration, kpis, calendars, workbook: null };

  const server = createSaimeServer(api);
  // Fetched while the person signs in; where that fails it is fetched again when needed.
  import("./engine.ts").catch(() => undefined);
  const opened = new Map<string, Promise<OpenWorkbook>>();
  return {
    signIn,
    records,
    knowledge,
    maturity,
    administration,
    kpis,
    calendars,
    ribbon: connectRibbon(),
    workbook: (institution) => {
      const known = opened.get(institution.id) ?? open(server, kpis, institution, functions.again);
      opened.set(institution.id, known);
      // A connection lost while the engine was fetched is tried anew at the next sign-in.
      known.catch(() => opened.delete(institution.id));
      return known;
    },
  };
}
