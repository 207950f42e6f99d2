import { createReadStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { inject } from "vitest";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};
const out = join(import.meta.dirname, "../output/pane-page");

/** Tells by which run of the tests the page was built. */
const built = join(out, "run.txt");

/** Builds the demo page, once for all files of a run. */
async function buildDemo(): Promise<void> {
  const run = inject("run");
  if (existsSync(built) && readFileSync(built, "utf8") === run) return;
  await build({
    configFile: false,
    root: join(import.meta.dirname, "demo"),
    base: "./",
    logLevel: "warn",
    plugins: [react()],
    build: { outDir: out, emptyOutDir: true, target: "es2022", minify: false, chunkSizeWarningLimit: 10_000 },
  });
  writeFileSync(built, run);
}

/** Serves the demo page on a free port of this machine. */
export async function serveDemo(): Promise<{ readonly url: string; readonly close: () => void }> {
  await buildDemo();
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(out, name === "/" ? "index.html" : name);
    if (!file.startsWith(out) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
