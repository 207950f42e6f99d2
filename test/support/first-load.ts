import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";

/** What Vite's build manifest says of a file. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/**
 * The scripts and style sheets of the build in `dist` that a browser fetches before the page `page` can start: those its
 * HTML names and all that these import at once. What is imported only when needed is not among them, and neither is
 * office.js, which is Excel's. Each with its size in bytes, compressed with gzip as any server would.
 */
export async function firstLoad(dist: string, page: string): Promise<readonly { file: string; gzip: number }[]> {
  const html = await readFile(join(dist, page), "utf8");
  const manifest = JSON.parse(await readFile(join(dist, "build-manifest.json"), "utf8")) as Record<string, Chunk>;
  const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const files = new Set<string>();
  const take = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const chunk = byFile.get(file);
    for (const css of chunk?.css ?? []) take(css);
    for (const key of chunk?.imports ?? []) {
      const imported = manifest[key];
      if (imported) take(imported.file);
    }
  };
  for (const [, address = ""] of html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)) {
    const file = posix.normalize(address.replace(/^\//, ""));
    if (!/^[a-z]+:/i.test(file) && !file.startsWith("office-js/")) take(file);
  }
  return Promise.all(
    [...files].map(async (file) => ({ file, gzip: gzipSync(await readFile(join(dist, file))).length })),
  );
}
