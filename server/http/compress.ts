import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

export type Encoding = "br" | "gzip";

/** Below this many bytes compression costs more than it saves. */
export const WORTH_COMPRESSING = 1_024;

/** The encoding to answer with, by `Accept-Encoding`; null for none. Brotli first: smaller, and at its lowest level faster too. */
export function encodingOf(header: string | string[] | undefined): Encoding | null {
  const accepted = new Map<string, number>();
  for (const part of String(header ?? "").split(",")) {
    const [name = "", quality] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    accepted.set(name, quality === undefined ? 1 : Number(quality));
  }
  const takes = (name: string): boolean => (accepted.get(name) ?? accepted.get("*") ?? 0) > 0;
  return takes("br") ? "br" : takes("gzip") ? "gzip" : null;
}

/** `body` compressed on a worker thread of Node. Level 1 for answers made once; more for files that are kept. */
export async function compress(body: Buffer, encoding: Encoding, level: 1 | 5 = 1): Promise<Buffer> {
  if (encoding === "gzip") return gz(body, { level: level === 1 ? 1 : 6 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
