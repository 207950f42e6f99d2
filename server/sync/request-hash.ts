import { createHash, webcrypto } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Register } from "../../schema/registers/register.ts";
import type { PushAnswer, PushRow } from "../../schema/sync/protocol.ts";
import type { Remembered } from "../store/batches.ts";

const SLICE = 500;
/** The form of the hash; another one for whatever makes the same rows give another hash. */
const FORM = "3:";

/**
 * Whether a push asks what the batch part was asked before. A hash that a server of another version made cannot be
 * made again: there it is enough that the same rows are asked for, for whoever waited for an answer while the server was
 * updated sends the very same once more.
 */
export async function asksTheSame(kept: Remembered, register: Register, rows: readonly PushRow[]): Promise<boolean> {
  if (kept.request.startsWith(FORM)) return kept.request === (await hashOf(register, rows));
  const { results } = JSON.parse(kept.answer) as PushAnswer;
  if (kept.register !== register.key || results.length !== rows.length) return false;
  return rows.every(({ row }, at) => results[at]?.row === row);
}

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
  return FORM + hash.digest("hex");
}
