import { resolve } from "node:path";
import { readSettings } from "../settings.ts";
import { DIST, prepareAddin, prepareClient, ROOT } from "./prepare.ts";
import { untilStopped } from "./until-stopped.ts";

/**
 * `npm start`: everything between a fresh clone and an address to open. `npm run dev` (`--dev`) builds pages as they
 * are asked for and anew as they are edited.
 */
const say = (line: string): void => console.log(line);
const development = process.argv.includes("--dev");

try {
  const settings = readSettings(process.env, ROOT);
  await prepareClient(say);
  if (!development) await prepareAddin(say);
  // Only now: these stand on the generated client.
  const { startSaime } = await import("../main.ts");
  const pages = development ? (await import("./development-pages.ts")).developmentPages : undefined;
  const { url, close } = await startSaime({
    settings,
    dataFolder: resolve(ROOT, process.env["SAIME_DATA"] ?? ".saime"),
    dist: DIST,
    say,
    report: (error) => console.error(error),
    ...(pages && { pages }),
  });
  say(`Saime is at ${url}  (the pane at ${url}/taskpane.html, GraphQL at ${url}/graphql). Stop with Ctrl+C.`);
  if (settings.developmentSignIn) {
    say("Whoever opens it may sign in as anybody of the institution; SAIME_SIGN_IN=off ends that.");
  }
  await untilStopped(close, say);
} catch (error) {
  // A bad value, a taken port, a database in use are told in a sentence; where in the code that was helps nobody.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
