/**
 * Messages of the PostgreSQL wire protocol (a type byte, an int32 length that counts itself, the body), as far as an
 * embedded database needs to understand what goes through.
 */
const QUERY = 0x51;
const PARSE = 0x50;
const READY = 0x5a;
const READY_LENGTH = 6;

/** Types of the messages that end a batch: sync, flush, query, terminate, and what a COPY's rows come in: data, done, fail. */
const ENDS = "SHQXdcf";
export type End = "S" | "H" | "Q" | "X" | "d" | "c" | "f";

export interface Batch {
  /** Whole messages up to and including the one that asks for an answer; or one of a COPY's. */
  readonly bytes: Buffer;
  /** Type of the last message. */
  readonly end: End;
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
      const letter = String.fromCharCode(type ?? 0);
      if (ENDS.includes(letter)) {
        batches.push({ bytes: all.subarray(start, at), end: letter as End, texts });
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

/** Enough of an answer's end to tell its status, from what was kept before and the next part. */
export function endOf(before: Buffer, part: Buffer): Buffer {
  return part.length >= READY_LENGTH
    ? Buffer.from(part.subarray(-READY_LENGTH))
    : Buffer.concat([before, part]).subarray(-READY_LENGTH);
}

/** Transaction status that ends an answer: idle, in a transaction, or in one that failed. Undefined without ReadyForQuery. */
export function statusOf(answer: Buffer): "I" | "T" | "E" | undefined {
  const at = answer.length - READY_LENGTH;
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

/** Says that rows of a COPY may come, in binary. */
export const copyInResponse = (): Buffer => message("G", Buffer.from([1, 0, 0]));

/** The content of a message: a COPY's rows, or why it fails. */
export const content = (bytes: Buffer): Buffer => bytes.subarray(5);

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
