import { Duplex } from "node:stream";
import { BROKEN_OFF, copiesFromClient, fromDevice, REFUSE_COPY } from "./copy-in.ts";
import type { Engine } from "./engine.ts";
import { IdleInTransaction } from "./errors.ts";
import { type Batch, BatchReader, content, copyInResponse, endOf, greeting, simpleQuery, statusOf } from "./frames.ts";

/** What the engine is asked in place of what the client asks; `copy` is the statement of a COPY whose rows came. */
function asked({ end, texts, bytes }: Batch, copy: string | undefined): Buffer {
  if (end === "c" && copy !== undefined) return simpleQuery(copy);
  if (end === "f") return simpleQuery(BROKEN_OFF);
  return texts.some(copiesFromClient) ? simpleQuery(REFUSE_COPY) : bytes;
}

/**
 * What node-postgres takes for a socket: one session with the embedded database. The engine has one session at a
 * time; a new one starts clean whatever became of the one before.
 */
export class WireStream extends Duplex {
  readonly #engine: Engine;
  readonly #idleLimit: number;
  readonly #reader = new BatchReader();
  #greeted = false;
  #idle: NodeJS.Timeout | undefined;
  /** A COPY whose rows are coming. */
  #copy: { readonly sql: string; readonly rows: Buffer[] } | undefined;

  /** `idleLimit`: milliseconds that an open transaction may wait for its next statement. */
  constructor(engine: Engine, idleLimit: number) {
    super();
    this.#engine = engine;
    this.#idleLimit = idleLimit;
  }

  // The part of net.Socket that node-postgres calls.
  connect(): this {
    process.nextTick(() => this.emit("connect"));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#take(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#take(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#idle);
    done(error);
  }

  async #take(bytes: Buffer): Promise<void> {
    if (!this.#greeted) {
      this.#greeted = true;
      return this.#greet();
    }
    for (const batch of this.#reader.add(bytes)) await this.#answer(batch);
  }

  async #greet(): Promise<void> {
    const version = await this.#engine.version();
    // The session before may have left a transaction, settings or prepared statements.
    await this.#engine.run(simpleQuery("ROLLBACK"));
    await this.#engine.run(simpleQuery("DISCARD ALL"));
    this.push(greeting(version));
  }

  async #answer(batch: Batch): Promise<void> {
    clearTimeout(this.#idle);
    if (batch.end === "X") {
      this.push(null);
      return;
    }
    if (batch.end === "d") {
      this.#copy?.rows.push(content(batch.bytes));
      return this.#waitForClient();
    }
    const device = batch.end === "Q" ? fromDevice(batch.texts[0] ?? "") : undefined;
    if (device !== undefined) {
      this.#copy = { sql: device, rows: [] };
      this.push(copyInResponse());
      return this.#waitForClient();
    }
    const copy = this.#copy;
    this.#copy = undefined;
    let tail: Buffer = Buffer.alloc(0);
    await this.#engine.stream(asked(batch, copy?.sql), batch.end === "c" && copy ? copy.rows : [], (part) => {
      if (this.destroyed) return;
      tail = endOf(tail, part);
      this.push(part);
    });
    if (this.destroyed) return;
    const status = statusOf(tail);
    if (status === "T" || status === "E") this.#waitForClient();
  }

  #waitForClient(): void {
    this.#idle = setTimeout(() => this.destroy(new IdleInTransaction(this.#idleLimit)), this.#idleLimit);
  }
}
