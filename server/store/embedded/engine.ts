import { Worker } from "node:worker_threads";
import { DatabaseStopped, QueryTooLong } from "./errors.ts";

/** Where the embedded database lives: a folder, or memory that starts as the tar file `template` has it. */
export type Source = { readonly folder: string; readonly durable: boolean } | { readonly template: string | null };

interface Running {
  readonly worker: Worker;
  /** Version of PostgreSQL inside, such as `18.6`. */
  readonly version: string;
}
type Take = (part: Buffer) => void;
interface Waiting {
  readonly take: Take;
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}
interface Reply {
  readonly id: number;
  readonly bytes?: Uint8Array;
  /** Further parts of the answer follow. */
  readonly more?: boolean;
  readonly error?: string;
}

/**
 * The embedded database in its worker thread. A batch that outlasts the deadline ends the thread, since nothing else
 * stops a query; so does an error inside the database itself. Whatever waits is rejected, `onLost` is told, and a
 * folder is opened anew, with what was committed. What was in memory is gone: such an engine refuses from then on.
 */
export class Engine {
  onLost: (reason: Error) => void = () => undefined;
  /** Milliseconds that one batch may take. */
  deadline: number;
  readonly #source: Source;
  #running: Promise<Running> | undefined;
  /** The worker that answers now; none while it is being started or ended. */
  #current: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #sequence = 0;
  #closed = false;

  private constructor(source: Source, deadline: number) {
    this.#source = source;
    this.deadline = deadline;
  }

  static async start(source: Source, deadline: number): Promise<Engine> {
    const engine = new Engine(source, deadline);
    await engine.#ensure();
    return engine;
  }

  /** Version of PostgreSQL inside, such as `18.6`. Waits while the database is being opened anew. */
  async version(): Promise<string> {
    return (await this.#ensure()).version;
  }

  /** Sends whole protocol messages and gives the whole answer. */
  async run(batch: Buffer): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.stream(batch, [], (part) => parts.push(part));
    return Buffer.concat(parts);
  }

  /**
   * Sends whole protocol messages and gives the answer part by part, as it is made. What they read from `/dev/blob` is
   * `device`.
   */
  async stream(batch: Buffer, device: readonly Buffer[], take: Take): Promise<void> {
    const { worker } = await this.#ensure();
    const limit = this.deadline;
    const timer = setTimeout(() => {
      this.#lose(worker, new QueryTooLong(limit));
    }, limit);
    try {
      const bytes = new Uint8Array(batch);
      const blob = device.length > 0 ? new Blob(device.map((part) => new Uint8Array(part))) : undefined;
      await this.#ask(worker, { ask: "run", bytes, blob }, take, [bytes.buffer]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The whole database as a tar, to start others from. */
  async dump(): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.#ask((await this.#ensure()).worker, { ask: "dump" }, (part) => parts.push(part));
    return Buffer.concat(parts);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const running = await this.#running?.catch(() => undefined);
    if (!running) return;
    await this.#ask(running.worker, { ask: "close" }, () => undefined);
    await running.worker.terminate();
  }

  #ask(worker: Worker, request: object, take: Take, transfer: ArrayBuffer[] = []): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = ++this.#sequence;
      this.#waiting.set(id, { take, resolve, reject });
      worker.postMessage({ id, ...request }, transfer);
    });
  }

  #ensure(): Promise<Running> {
    return (this.#running ??= this.#open());
  }

  async #open(): Promise<Running> {
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), { workerData: this.#source });
    try {
      const version = await new Promise<string>((resolve, reject) => {
        worker.once("message", ({ ready }: { ready: string }) => resolve(ready));
        worker.once("error", (cause) => reject(new DatabaseStopped(`it does not open: ${cause.message}`, cause)));
        worker.once("exit", () => reject(new DatabaseStopped("it ended while it was being opened")));
      });
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      worker.on("message", (reply: Reply) => this.#answered(worker, reply));
      worker.on("error", (cause) => this.#lose(worker, new DatabaseStopped(cause.message, cause)));
      worker.on("exit", () => this.#lose(worker, new DatabaseStopped("it ended unexpectedly")));
      this.#current = worker;
      return { worker, version };
    } catch (reason) {
      // The next request tries again.
      this.#running = undefined;
      await worker.terminate();
      throw reason;
    }
  }

  #answered(worker: Worker, { id, bytes, more = false, error }: Reply): void {
    if (error !== undefined) {
      this.#lose(worker, new DatabaseStopped(error));
      return;
    }
    const waiting = this.#waiting.get(id);
    if (bytes) waiting?.take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (more) return;
    this.#waiting.delete(id);
    waiting?.resolve();
  }

  #lose(worker: Worker, reason: Error): void {
    if (this.#current !== worker) return;
    this.#current = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
    // Never two on one folder: the next one is opened when this one has ended.
    const ended = worker.terminate();
    if (!this.#closed) {
      this.#running = ended.then(() => {
        if ("folder" in this.#source) return this.#open();
        throw new DatabaseStopped("what it held in memory is lost");
      });
      this.#running.catch(() => undefined);
    }
    this.onLost(reason);
  }
}
