/**
 * Messages of the PostgreSQL wire protocol (a type byte, an int32 length that counts itself, the body), as far as an
 * embedded database needs to understand what goes through.
 */
const SYNC = 0x53;
const FLUSH = 0x48;
const QUERY = 0x51;
const PARSE = 0x50;
const TERMINATE = 0x58;
const READY = 0x5a;

export interface Batch {
  /** Whole messages up to and including the one that asks for an answer. */
  readonly bytes: Buffer;
  readonly terminates: boolean;
  /** SQL texts in the batch, in order. */
  readonly texts: readonly string[];
}

/** Collects what a client writes into batches that end where the client waits for an answer. */
export class BatchReader {
  #pending: Buffer[] = [];
  #size = 0;

  /** Adds what was written and gives the batches that are complete now. */
  add(chunk: Buffer): Batch[] {
    this.#pending.push(chunk);
    this.#size += chunk.length;
    // A large parameter may come in many writes; its bytes are joined once, when the message is whole.
    if (this.#size < this.#needed()) return [];
    const all = this.#pending.length === 1 ? chunk : Buffer.concat(this.#pending);
    const batches: Batch[] = [];
    let start = 0;
    let texts: string[] = [];
    for (let at = 0; at + 5 <= all.length;) {
      const end = at + 1 + all.readInt32BE(at + 1);
      if (end > all.length) break;
      const type = all[at];
      if (type === QUERY) texts.push(text(all, at + 5));
      if (type === PARSE) texts.push(text(all, all.indexOf(0, at + 5) + 1));
      at = end;
      if (type === SYNC || type === FLUSH || type === QUERY || type === TERMINATE) {
        batches.push({ bytes: all.subarray(start, at), terminates: type === TERMINATE, texts });
        start = at;
        texts = [];
      }
    }
    this.#pending = start < all.length ? [all.subarray(start)] : [];
    this.#size = all.length - start;
    return batches;
  }

  /** Length at which the first pending message is whole; 0 when that is not known without joining. */
  #needed(): number {
    const first = this.#pending[0];
    return first && first.length >= 5 ? 1 + first.readInt32BE(1) : 0;
  }
}

const text = (bytes: Buffer, from: number): string => bytes.toString("utf8", from, bytes.indexOf(0, from));

/** Transaction status that ends an answer: idle, in a transaction, or in one that failed. Undefined without ReadyForQuery. */
export function statusOf(answer: Buffer): "I" | "T" | "E" | undefined {
  const at = answer.length - 6;
  if (at < 0 || answer[at] !== READY || answer.readInt32BE(at + 1) !== 5) return undefined;
  return String.fromCharCode(answer[at + 5] ?? 0) as "I" | "T" | "E";
}

/** A message of type `type`. */
export function message(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(`${part}\0`) : part)));
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** A simple query. */
export const simpleQuery = (sql: string): Buffer => message("Q", sql);

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

/** What a server says after a start-up message that needs no password. */
export function greeting(serverVersion: string): Buffer {
  const parameters: readonly (readonly [string, string])[] = [
    ["server_version", serverVersion],
    ["server_encoding", "UTF8"],
    ["client_encoding", "UTF8"],
    ["DateStyle", "ISO, MDY"],
    ["TimeZone", "UTC"],
    ["integer_datetimes", "on"],
    ["standard_conforming_strings", "on"],
  ];
  return Buffer.concat([
    message("R", int32(0)),
    ...parameters.map(([name, value]) => message("S", name, value)),
    message("Z", Buffer.from("I")),
  ]);
}
