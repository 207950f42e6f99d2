import type { Connected, OpenWorkbook } from "./app/pane.ts";
import { createApiClient } from "./graphql/client.ts";
import { createSaimeServer } from "./graphql/saimeServer.ts";
import { officeReady } from "./office/ready.ts";
import { connectRibbon } from "./office/ribbon.ts";
import { openDrawer } from "./preferences/drawer.ts";
import type { Preferences } from "./preferences/preferences.ts";
import { DevelopmentSignIn } from "./session/developmentSignIn.ts";
import { TokenStore } from "./session/tokenStore.ts";

/** The API stands where the pane came from. */
const API = "/graphql";

/** Joins the pane to Office, the workbook and the server; `preferences` take in what Office says. */
export async function connect(preferences: Preferences, script: HTMLScriptElement | null): Promise<Connected> {
  // Fetched beside the page, while Office starts: the frame is not to wait for it.
  const engine = import("./engine.ts");
  const office = await officeReady(script);
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
  if (!office.excel) return { signIn, workbook: null };

  const server = createSaimeServer(api);
  const opened = new Map<string, OpenWorkbook>();
  const { openWorkbook } = await engine;
  return {
    signIn,
    ribbon: connectRibbon(),
    workbook: (institution) => {
      const known = opened.get(institution) ?? openWorkbook(server, institution);
      opened.set(institution, known);
      return known;
    },
  };
}
