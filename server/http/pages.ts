import { existsSync } from "node:fs";
import { join } from "node:path";
import { type IncomingMessage, type ServerResponse } from "node:http";
import sirv from "sirv";
import { answer } from "./answer.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How long a file may be kept: pages never, files with a hash in their name for ever, the rest for an hour. */
function keep(path: string): string {
  if (path.endsWith(".html")) return "no-store";
  return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}

/** The built add-in: the desk at `/`, the pane at `/taskpane.html`. It may be built after the server began. */
export function pages(folder: string): Handler {
  const built = () => existsSync(join(folder, "index.html"));
  const serve = () =>
    sirv(folder, {
      // Files are looked up at each request: after a rebuild, one that sirv remembers but is gone would end the process.
      dev: true,
      etag: true,
      gzip: true,
      brotli: true,
      setHeaders: (response, path) => {
        response.setHeader("cache-control", keep(path === "/" ? "/index.html" : path));
      },
    });
  let files: ReturnType<typeof serve> | undefined;

  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return plain(request, response, 405, "Method not allowed.");
    }
    if (!built()) {
      return plain(request, response, 503, "The add-in is not built yet. Run: npm run build");
    }
    files ??= serve();
    files(request, response, () => void plain(request, response, 404, "There is no such page."));
  };
}

const plain = (request: IncomingMessage, response: ServerResponse, status: number, text: string): Promise<void> =>
  answer(request, response, status, { "content-type": "text/plain; charset=utf-8" }, Buffer.from(`${text}\n`));
