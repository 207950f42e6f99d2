import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a fresh clone lacks before it can run: Prisma's client, and the add-in that browsers load. */

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = join(ROOT, "dist");

export type Say = (line: string) => void;

/** Generates Prisma's client when it is missing or older than the schema. Nothing is downloaded. */
export async function prepareClient(say: Say): Promise<void> {
  const made = await modified(join(ROOT, "server/store/generated/client.ts"));
  if (made >= (await modified(join(ROOT, "prisma/schema.prisma"))) && made > 0) return;
  say("Generating the database client …");
  await run("node_modules/prisma/build/index.js", ["generate"], "The database client could not be generated");
}

const SOURCES = ["addin", "schema", "manifests", "vite.config.ts", "package-lock.json"];

/** Builds the add-in when dist/ is missing or older than what it is made of. */
export async function prepareAddin(say: Say): Promise<void> {
  const built = await modified(join(DIST, "taskpane.html"));
  const sources = await Promise.all(SOURCES.map((source) => modified(join(ROOT, source))));
  if (built > 0 && built >= Math.max(...sources)) return;
  say("Building the add-in, once (about half a minute) …");
  await run("node_modules/vite/bin/vite.js", ["build", "--logLevel", "warn"], "The add-in could not be built");
}

/** Milliseconds since 1970 of the newest file at or under `path`; 0 where there is none. Tests are no part of what is built. */
async function modified(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => modified(join(path, name))));
  // A folder's own time tells that a file was taken away.
  return Math.max(found.mtimeMs, ...inside);
}

/** Runs one of the installed programs to its end; what it printed is shown only when it fails. */
async function run(program: string, args: readonly string[], failure: string): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, program), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (part: Buffer) => (printed += part.toString("utf8")));
  child.stderr.on("data", (part: Buffer) => (printed += part.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${failure}:\n${printed.trim()}\nRun npm ci, then try again.`);
}
