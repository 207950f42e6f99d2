import pg from "pg";
import { checkExtensions } from "./extensions.ts";
import type { Limits } from "./limits.ts";
import { typeParsers } from "./types.ts";

const OLDEST = 15;

interface Facts {
  readonly number: number;
  readonly version: string;
  readonly zone: string;
  readonly encoding: string;
}

/** A pool of connections to the PostgreSQL server at `url`, which has been reached and found fit. */
export async function postgresPool(url: string, limits: Limits): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "saime",
    // A server of institutions' registers works in short transactions; more connections would only wait inside.
    max: 10,
    types: typeParsers,
    options: "-c TimeZone=UTC",
    statement_timeout: limits.statement,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    connectionTimeoutMillis: limits.waiting,
    keepAlive: true,
  });
  // An idle connection that the server closed: the pool has dropped it and opens another when needed.
  pool.on("error", () => undefined);
  try {
    await checkServer(pool);
    await checkExtensions(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return pool;
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<Facts>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
              current_setting('TimeZone') AS zone, current_setting('server_encoding') AS encoding`,
    )
    .catch((cause: unknown) => {
      throw new Error(`PostgreSQL does not answer as DATABASE_URL says: ${reason(cause)}`, { cause });
    });
  const facts = rows[0];
  if (!facts) throw new Error("PostgreSQL does not tell its version.");
  if (facts.number < OLDEST * 10_000) {
    throw new Error(`DATABASE_URL leads to PostgreSQL ${facts.version}; Saime needs ${OLDEST} or later.`);
  }
  if (facts.encoding !== "UTF8") {
    throw new Error(`The database of DATABASE_URL has the encoding ${facts.encoding}; make one with UTF8.`);
  }
  if (facts.zone !== "UTC") {
    throw new Error(`DATABASE_URL sets the time zone ${facts.zone}; Saime works in UTC, so remove that option.`);
  }
}

/** An AggregateError of several addresses tried has no message of its own. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reason).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}
