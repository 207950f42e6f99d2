import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";
import { copyIn, copyOut } from "./copy.ts";
import type { Store, WriteSql } from "./store.ts";

/** A Store over a pool of connections, whichever database is behind it. */
export class PoolStore implements Store {
  readonly kind: Store["kind"];
  /** For Prisma's adapter and for migrations only. */
  readonly pool: pg.Pool;
  readonly #release: () => Promise<void>;
  readonly #within = new AsyncLocalStorage<true>();
  #closing: Promise<void> | undefined;

  /** `release` ends what stands behind the pool, after the pool itself. */
  constructor(kind: Store["kind"], pool: pg.Pool, release: () => Promise<void>) {
    this.kind = kind;
    this.pool = pool;
    this.#release = release;
  }

  async query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    this.#refuseInside("query");
    const client = await this.#connect();
    return lend(client, async () => rowsOf<Row>(await client.query(text, values && [...values])));
  }

  async copyOut(select: string, take: (part: Buffer) => void): Promise<void> {
    this.#refuseInside("copyOut");
    const client = await this.#connect();
    return lend(client, () => copyOut(client, select, take));
  }

  async transaction<T>(
    work: (sql: WriteSql) => Promise<T>,
    { readOnly = false }: { readonly readOnly?: boolean } = {},
  ): Promise<T> {
    this.#refuseInside("transaction");
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once(work, readOnly);
      } catch (error) {
        if (attempt === 2 || !isTransient(error)) throw error;
        // Two that met once would meet again if they started together.
        await new Promise((resolve) => setTimeout(resolve, (attempt + 1) * (10 + Math.random() * 40)));
      }
    }
  }

  close(): Promise<void> {
    return (this.#closing ??= this.pool.end().then(() => this.#release()));
  }

  async #once<T>(work: (sql: WriteSql) => Promise<T>, readOnly: boolean): Promise<T> {
    const client = await this.#connect();
    return lend(client, async () => {
      await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED ${readOnly ? "READ ONLY" : "READ WRITE"}`);
      const session = new TransactionSql(client);
      try {
        const result = await this.#within.run(true, () => work(session));
        await session.end();
        const { command } = await client.query("COMMIT");
        // PostgreSQL answers COMMIT of a failed transaction with a quiet ROLLBACK.
        if (command !== "COMMIT") {
          throw new Error("a statement of the transaction had failed and its error was not passed on; nothing is kept");
        }
        return result;
      } catch (error) {
        await session.end();
        // On a lost connection the database rolls back by itself.
        await client.query("ROLLBACK").catch(() => undefined);
        throw error;
      }
    });
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect();
    } catch (cause) {
      if (cause instanceof Error && /timeout exceeded when trying to connect/.test(cause.message)) {
        throw new Error("the database is busy: no connection became free in time; try again", { cause });
      }
      throw cause;
    }
  }

  /** With one connection it would wait for itself; with several it would see another snapshot. */
  #refuseInside(what: string): void {
    if (this.#within.getStore()) {
      throw new Error(`store.${what} inside a transaction: use the sql that the transaction gives`);
    }
  }
}

/** The statements of one transaction, one after another, until it ends. */
class TransactionSql implements WriteSql {
  readonly #client: pg.PoolClient;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return rowsOf<Row>(await this.#next(() => this.#client.query(text, values && [...values])));
  }

  copyOut(select: string, take: (part: Buffer) => void): Promise<void> {
    return this.#next(() => copyOut(this.#client, select, take));
  }

  copyIn(target: string, parts: Iterable<Buffer>): Promise<void> {
    return this.#next(() => copyIn(this.#client, target, parts));
  }

  async #next<T>(work: () => Promise<T>): Promise<T> {
    if (this.#ended) throw new Error("the transaction has ended; its sql cannot be used any more");
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Takes no more statements and waits for those begun, also for one that nobody awaited. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#last;
  }
}

/** Runs `work` with the client and gives it back, or throws it away when the connection or its state is broken. */
async function lend<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  let lost: Error | undefined;
  const onError = (error: Error): void => {
    lost ??= error;
  };
  client.on("error", onError);
  try {
    return await work();
  } catch (error) {
    // Why the connection ended says more than that it has ended.
    throw lost ?? error;
  } finally {
    client.off("error", onError);
    client.release(lost ?? client.getTransactionStatus() !== "I");
  }
}

/**
 * Rows of one statement. A text of several statements without values gives several results: the last one counts.
 */
function rowsOf<Row extends object>(result: pg.QueryResult | pg.QueryResult[]): Row[] {
  const last = Array.isArray(result) ? result.at(-1) : result;
  return (last?.rows ?? []) as Row[];
}

function isTransient(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01");
}
