import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compress, encodingOf, type Encoding } from "./compress.ts";

/**
 * Office's JavaScript library under `/office-js/`, from the npm package: institutions sit in closed networks, where
 * Microsoft's own address may not answer. The package is 86 MB for all of Office; served is what Excel asks for.
 *
 * `/office-js/<version>/…` may be kept for ever; `/office-js/…` is asked for again (and answered "not modified"),
 * because the library loads its parts by plain name and the parts of two versions do not mix.
 */
export const OFFICE_JS = "/office-js/";

const SERVED = [
  /^office(\.debug)?\.js$/,
  /^excel-(web|win32|mac|ios|android|winrt)-16\.\d\d(-core)?(\.debug)?\.js$/,
  /^o15apptofilemappingtable(\.debug)?\.js$/,
  /^custom-functions-runtime(\.debug)?\.js$/,
  /^[a-z]{2,3}(-[a-z]{4})?-[a-z\d]{2,3}\/office_strings(\.debug)?\.js$/,
  /^telemetry\/oteljs(_agave)?(\.debug)?\.js$/,
];

/**
 * Before its first call the library asks whether the page around the pane may be trusted. Over https it compares host
 * names; over plain http, where the desk of a developer runs, it opens this page and waits for its word. Who may frame
 * the pane at all is said by frame-ancestors, so this word admits nobody whom that list does not.
 */
const TRUST_PAGE =
  '<!doctype html><script>addEventListener("message",function(){parent.postMessage(JSON.stringify({hostUserTrusted:true}),"*")})</script>';
const TRUST_PATH = "agaveerrorux/index.html";

interface Kept {
  readonly content: Buffer;
  readonly etag: string;
  readonly packed: Map<Encoding, Promise<Buffer>>;
}

/** Answers requests under {@link OFFICE_JS}; `path` is what follows it. */
export function officeJs() {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve("@microsoft/office-js/package.json"));
  const { version } = require("@microsoft/office-js/package.json") as { version: string };
  const kept = new Map<string, Promise<Kept | null>>();

  const load = (name: string): Promise<Kept | null> => {
    let file = kept.get(name);
    if (file === undefined) kept.set(name, (file = read(join(root, "dist", name))));
    return file;
  };

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    response.setHeader("access-control-allow-origin", "*");
    const versioned = path.startsWith(`${version}/`);
    // The library asks for `AgaveErrorUX` and `en-US`; the package's folders are in lower case.
    const name = (versioned ? path.slice(version.length + 1) : path).toLowerCase();
    const cache = versioned ? "public, max-age=31536000, immutable" : "public, no-cache";
    if (name === TRUST_PATH) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": cache });
      response.end(TRUST_PAGE);
      return;
    }
    const file = SERVED.some((pattern) => pattern.test(name)) ? await load(name) : null;
    if (file === null) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not part of what Excel needs.\n");
      return;
    }
    const headers = { etag: file.etag, "cache-control": cache, vary: "Accept-Encoding" };
    if (request.headers["if-none-match"] === file.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const encoding = encodingOf(request.headers["accept-encoding"]);
    const content = encoding === null ? file.content : await packed(file, encoding);
    response.writeHead(200, {
      ...headers,
      "content-type": "text/javascript; charset=utf-8",
      "content-length": content.length,
      ...(encoding === null ? {} : { "content-encoding": encoding }),
    });
    response.end(request.method === "HEAD" ? undefined : content);
  };
}

async function read(file: string): Promise<Kept | null> {
  const content = await readFile(file).catch(() => null);
  if (content === null) return null;
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  return { content, etag, packed: new Map() };
}

/** The file compressed, once: the largest is 1.4 MB and asked for at every opening of the pane. */
function packed(file: Kept, encoding: Encoding): Promise<Buffer> {
  let content = file.packed.get(encoding);
  if (content === undefined) file.packed.set(encoding, (content = compress(file.content, encoding, 5)));
  return content;
}
