import type { Sql } from "./store.ts";

/**
 * The change feed's position. Every row and event carries the id of the transaction that wrote it. A cursor is the
 * oldest transaction still open when the reader looked (`pg_snapshot_xmin`), never a bare sequence: a transaction that
 * began earlier and commits later writes with an id at or above that mark, so the next reader still sees its rows.
 * Rows between the mark and the newest commit may be read twice; they carry versions, so that does no harm.
 */
export interface FeedPosition {
  /** Which database, and which timeline of it: a cursor of another one is answered with the whole picture. */
  readonly database: string;
  /** The oldest open transaction: where the next pull begins. */
  readonly open: bigint;
  /** The newest transaction id begun: a cursor beyond it is of a database that was put back to an older state. */
  readonly next: bigint;
}

export async function feedPosition(sql: Sql): Promise<FeedPosition> {
  const [row] = await sql.query<{ database: string; open: string; next: string }>(
    `select (pg_control_system()).system_identifier::text || '/' || (pg_control_checkpoint()).timeline_id::text as database,
            pg_snapshot_xmin(s)::text as open, pg_snapshot_xmax(s)::text as next
     from pg_current_snapshot() s`,
  );
  if (!row) throw new Error("the database gave no snapshot");
  return { database: row.database, open: BigInt(row.open), next: BigInt(row.next) };
}

/** This transaction's own id and the server's time, for stamping what it writes. */
export async function stamp(sql: Sql): Promise<{ readonly feed: string; readonly at: string }> {
  const [row] = await sql.query<{ feed: string; at: string }>(
    `select pg_current_xact_id()::text as feed,
            to_char(date_trunc('milliseconds', clock_timestamp()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  if (!row) throw new Error("the database gave no transaction id");
  return row;
}
