import { Duplex } from "node:stream";
import { copiesFromClient, REFUSE_COPY } from "./copy-in.ts";
import type { Engine } from "./engine.ts";
import { IdleInTransaction } from "./errors.ts";
import { type Batch, BatchReader, greeting, simpleQuery, statusOf } from "./frames.ts";

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
    if (batch.terminates) {
      this.push(null);
      return;
    }
    const refused = batch.texts.some(copiesFromClient);
    const answer = await this.#engine.run(refused ? simpleQuery(REFUSE_COPY) : batch.bytes);
    if (this.destroyed) return;
    const status = statusOf(answer);
    if (status === "T" || status === "E") {
      this.#idle = setTimeout(() => this.destroy(new IdleInTransaction(this.#idleLimit)), this.#idleLimit);
    }
    this.push(answer);
  }
}
