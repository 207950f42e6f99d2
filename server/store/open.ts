import type pg from "pg";
import { openEmbedded } from "./embedded/open.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";
import { PoolStore } from "./pool-store.ts";
import { postgresPool } from "./postgres.ts";
import type { Store } from "./store.ts";

/** Which database: a PostgreSQL server, or the embedded one in `<folder>/db`. */
export type DatabaseSettings =
  { readonly kind: "postgresql"; readonly url: string } | { readonly kind: "embedded"; readonly folder: string };

export interface OpenOptions {
  readonly limits?: Limits;
  /** Told what an administrator should know, a line each. */
  readonly warn?: (line: string) => void;
  /** Folder of migrations; the project's own unless told. */
  readonly migrations?: string;
}

/**
 * Opens the database and brings it up to date. Throws a sentence that says what to do when the database cannot be
 * reached, is too old, is in use by another process, or a migration fails.
 */
export async function openStore(
  settings: { readonly database: DatabaseSettings },
  { limits = LIMITS, warn = console.warn, migrations }: OpenOptions = {},
): Promise<Store> {
  const { database } = settings;
  if (database.kind === "embedded") {
    const { pool, engine, close } = await openEmbedded(database.folder, limits);
    const store = new PoolStore("embedded", pool, close);
    // What is far too long for a query may be right for a migration.
    engine.deadline = limits.migration;
    await updated(store, limits, warn, migrations);
    engine.deadline = limits.statement;
    return store;
  }
  const store = new PoolStore("postgresql", await postgresPool(database.url, limits), () => Promise.resolve());
  await updated(store, limits, warn, migrations);
  return store;
}

async function updated(
  store: PoolStore,
  limits: Limits,
  warn: (line: string) => void,
  folder: string | undefined,
): Promise<void> {
  let client: pg.PoolClient | undefined;
  try {
    const migrations = await readMigrations(folder);
    client = await store.pool.connect();
    await migrate(client, migrations, limits.migration, warn);
    client.release(true);
  } catch (error) {
    client?.release(true);
    await store.close();
    throw error;
  }
}
