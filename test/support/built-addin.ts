import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What the bundle is made of. */
const SOURCES = ["addin", "schema", "manifests", "vite.config.ts", "package-lock.json"];
const BUILT = "dist/taskpane.html";

/** Builds the add-in with Vite when `dist` is missing or older than a source. Vitest calls it once before the tests in the browser. */
export default async function setup(): Promise<void> {
  const built = await modified(join(root, BUILT));
  const newest = Math.max(...(await Promise.all(SOURCES.map((source) => modified(join(root, source))))));
  if (built >= newest) return;
  // In a process of its own: vitest's NODE_ENV would give React's development build.
  const { VITEST: _vitest, NODE_ENV: _mode, ...env } = process.env;
  await promisify(execFile)(process.execPath, ["node_modules/vite/bin/vite.js", "build"], { cwd: root, env });
}

/** Milliseconds since 1970 of the newest file at or under `path`; 0 where there is none. Tests are no part of the bundle. */
async function modified(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs;
  const inside = await readdir(path);
  const times = await Promise.all(inside.map((name) => modified(join(path, name))));
  // A folder's own time tells that a file was taken away.
  return Math.max(found.mtimeMs, ...times);
}
