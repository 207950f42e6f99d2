import { createHash, webcrypto } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Register } from "../../schema/registers/register.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";

const SLICE = 500;

/**
 * A hash of what a push asks: the register and its rows as sent, in their order. Batch, part and the text of the query
 * do not count. In slices, so that the server can do other work in between; each is hashed beside the main thread, and
 * the whole is the hash of their hashes.
 */
export async function hashOf(register: Register, rows: readonly PushRow[]): Promise<string> {
  const slices: Promise<ArrayBuffer>[] = [];
  for (let at = 0; at < rows.length; at += SLICE) {
    if (at > 0) await setImmediate();
    slices.push(webcrypto.subtle.digest("SHA-256", Buffer.from(JSON.stringify(rows.slice(at, at + SLICE)))));
  }
  const hash = createHash("sha256").update(register.key);
  for (const slice of await Promise.all(slices)) hash.update(Buffer.from(slice));
  return hash.digest("hex");
}
