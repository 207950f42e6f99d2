import { developmentSignIn, noSignIn } from "./access/sign-in.ts";
import { extendWindows } from "./calendar/windows.ts";
import { daily } from "./daily.ts";
import { expireContinuityTests } from "./effects/expire-tests.ts";
import { keepFigures } from "./measuring/keep-figures.ts";
import { loadSecret } from "./access/secret.ts";
import { type HttpOptions, type Listening } from "./http/server.ts";
import { pressFiles } from "./http/press.ts";
import { loadSample } from "./sample/load.ts";
import { bringSearchUp } from "./search/bring-up.ts";
import { serve } from "./serve.ts";
import { type Settings } from "./settings.ts";
import { openStore } from "./store/open.ts";
import { eraseEverywhere } from "./sync/erase-personal.ts";

export interface StartOptions extends Pick<HttpOptions, "dist" | "pages" | "tls"> {
  readonly settings: Settings;
  /** Where the secret that signs tokens is kept when the database is not in a folder of ours. */
  readonly dataFolder: string;
  /** The address to listen on; left out, this machine alone while anybody may sign in as anybody, else all addresses. */
  readonly host?: string | undefined;
  /** Told what whoever starts the server should know, a line each. */
  readonly say: (line: string) => void;
  readonly report: (error: unknown) => void;
}

export interface Running extends Pick<Listening, "url" | "port"> {
  /** Finishes what is under way, then closes the database. */
  readonly close: () => Promise<void>;
}

/** Starts Saime: opens the database and brings it up to date, loads the sample where there is nothing, listens. */
export async function startSaime(options: StartOptions): Promise<Running> {
  const { settings, dataFolder, say, report, dist, pages, tls } = options;
  const { database, developmentSignIn: open } = settings;
  const store = await openStore(settings, { warn: say });
  try {
    await bringSearchUp(store);
    if (settings.sample && (await loadSample(store)))
      say("A sample institution is loaded (SAIME_SAMPLE=off for none).");
    const secretFolder = database.kind === "embedded" ? database.folder : dataFolder;
    const signIn = open ? developmentSignIn(store, await loadSecret(secretFolder)) : noSignIn;
    if (pages === undefined) await pressFiles(dist);
    const host = options.host ?? (open ? "127.0.0.1" : undefined);
    const figures = keepFigures(store, report);
    const listening = await serve({
      store,
      signIn,
      dist,
      port: settings.port,
      development: open,
      report,
      written: figures.written,
      ...(host !== undefined && { host }),
      ...(pages && { pages }),
      ...(tls && { tls }),
    });
    const stopErasing = daily(() => eraseEverywhere(store), report);
    const stopExpiring = daily(() => expireContinuityTests(store), report);
    const stopExtending = daily(() => store.transaction(extendWindows), report);
    return {
      url: listening.url,
      port: listening.port,
      close: async () => {
        await listening.close();
        await figures.stop();
        await stopErasing();
        await stopExpiring();
        await stopExtending();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
