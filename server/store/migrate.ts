import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Migration } from "./migration-files.ts";

/** The lock that Prisma's own engine takes while it migrates. */
const LOCK = 72_707_369;
const BOOKS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Entry {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: string | null;
}

/**
 * Applies the migrations that the database lacks, in order, each in a transaction of its own that rolls back wholly
 * when it fails, and keeps the books exactly as `prisma migrate deploy` does. Servers that start together wait for
 * one another, at most `limit` milliseconds, which is also what one migration may take.
 *
 * Needs ONE client, not a pool; its session settings are changed, so throw it away afterwards.
 * Returns the names applied. Throws when a migration fails or had failed before.
 */
export async function migrate(
  client: pg.ClientBase,
  migrations: readonly Migration[],
  limit: number,
  warn: (line: string) => void,
): Promise<string[]> {
  await client.query(`SET statement_timeout = ${limit}; SET lock_timeout = ${limit}`);
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]).catch((cause: unknown) => {
    throw new Error("Another server has been migrating this database for too long. Wait for it or stop it.", { cause });
  });
  try {
    // Asked first, because CREATE … IF NOT EXISTS wants a right that the account may rightly lack on later starts.
    const { rows: found } = await client.query<{ books: string | null }>(
      `SELECT to_regclass('"_prisma_migrations"')::text AS books`,
    );
    if (found[0]?.books == null) await client.query(BOOKS);
    const done = await applied(client);
    const names: string[] = [];
    for (const migration of migrations) {
      const checksum = done.get(migration.name);
      done.delete(migration.name);
      if (checksum === undefined) {
        await apply(client, migration);
        names.push(migration.name);
      } else if (checksum !== migration.checksum) {
        warn(`Migration ${migration.name} was edited after it had been applied; the database keeps what it was then.`);
      }
    }
    if (done.size > 0) {
      warn(`The database has migrations that this version of Saime does not know: ${[...done.keys()].join(", ")}.`);
    }
    return names;
  } finally {
    // A lost connection has let go of the lock already.
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]).catch(() => undefined);
  }
}

/** Checksums of the migrations applied, by name. */
async function applied(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<Entry>(
    `SELECT migration_name, checksum, finished_at::text FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) {
    throw new Error(
      `Migration ${unfinished.migration_name} failed in this database before. Repair what it left, then mark it: ` +
        `UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = '${unfinished.migration_name}' ` +
        `AND finished_at IS NULL (or finished_at = now() when its whole content stands).`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function apply(client: pg.ClientBase, { name, sql, checksum, transactional }: Migration): Promise<void> {
  if (transactional) await client.query("BEGIN");
  try {
    // Without values the simple protocol takes the whole script as it is: many statements, $$ bodies, any comment.
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    if (transactional) await client.query("COMMIT");
  } catch (cause) {
    if (transactional) await client.query("ROLLBACK").catch(() => undefined);
    const kept = transactional ? "nothing of it was kept" : "it has no transaction: what came before the error stands";
    throw new Error(`Migration ${name} failed, ${kept}: ${(cause as Error).message}`, { cause });
  }
}
