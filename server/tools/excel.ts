import { resolve } from "node:path";
import { manifestFolder, writeManifests } from "../../manifests/write.ts";
import { DEVELOPMENT_URL } from "../../manifests/config.ts";
import { readSettings } from "../settings.ts";
import { developmentCertificate, readCertificate } from "./certificate.ts";
import { DIST, prepareAddin, prepareClient, ROOT } from "./prepare.ts";
import { sideloadSteps } from "./sideload.ts";
import { untilStopped } from "./until-stopped.ts";

/**
 * `npm run excel`: the same server as `npm start`, behind https on localhost, because Excel loads nothing else, with a
 * manifest for its address and the steps that bring it into Excel.
 */
const say = (line: string): void => console.log(line);

try {
  const { PORT, SAIME_TLS_CERT, SAIME_TLS_KEY, SAIME_DATA } = process.env;
  const settings = readSettings({ ...process.env, PORT: PORT ? PORT : new URL(DEVELOPMENT_URL).port }, ROOT);
  if (Boolean(SAIME_TLS_CERT) !== Boolean(SAIME_TLS_KEY)) {
    throw new Error("SAIME_TLS_CERT and SAIME_TLS_KEY belong together: the paths of a certificate and its key, PEM.");
  }
  const { cert, key, advice } =
    SAIME_TLS_CERT && SAIME_TLS_KEY
      ? await readCertificate(SAIME_TLS_CERT, SAIME_TLS_KEY)
      : await developmentCertificate();
  await prepareClient(say);
  await prepareAddin(say);
  // Only now: it stands on the generated client.
  const { startSaime } = await import("../main.ts");
  const dataFolder = resolve(ROOT, SAIME_DATA ? SAIME_DATA : ".saime");
  const { url, close } = await startSaime({
    settings,
    dataFolder,
    dist: DIST,
    tls: { cert, key },
    say,
    report: (error) => console.error(error),
  });
  const site = { baseUrl: url, development: true };
  const { xml } = await writeManifests(site, manifestFolder(site, dataFolder));
  for (const line of [...advice, ...(advice.length > 0 ? [""] : []), ...sideloadSteps(xml, url)]) say(line);
  await untilStopped(close, say);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
