import type { Sql } from "./store.ts";

export interface BatchKey {
  readonly institutionId: string;
  readonly id: string;
  readonly part: number;
}

/** Lets one request of a batch part work at a time, so that a retry waits for the first and is answered from memory. */
export async function lockBatch(sql: Sql, batch: BatchKey): Promise<void> {
  await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 1))", [
    `${batch.institutionId}/${batch.id}/${batch.part}`,
  ]);
}

/** Lets one writer at a time give codes in a register of an institution. */
export async function lockCodes(sql: Sql, institutionId: string, register: string): Promise<void> {
  await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 2))", [`${institutionId}/${register}`]);
}

/** What a batch part was asked, as a hash, and answered. */
export interface Remembered {
  readonly request: string;
  readonly register: string;
  readonly answer: string;
}

/** What was answered before, with the hash of what was asked and by whom; undefined the first time. */
export async function recallBatch(
  sql: Sql,
  batch: BatchKey,
): Promise<(Remembered & { readonly actor: string }) | undefined> {
  const rows = await sql.query<Remembered & { readonly actor: string }>(
    "select request, actor, register, answer from batch where institution_id = $1 and id = $2 and part = $3",
    [batch.institutionId, batch.id, batch.part],
  );
  return rows[0];
}

export async function rememberBatch(
  sql: Sql,
  batch: BatchKey & {
    readonly actor: string;
    readonly register: string;
    readonly at: string;
    readonly request: string;
    readonly answer: string;
  },
): Promise<void> {
  await sql.query(
    `insert into batch (institution_id, id, part, actor, register, at, request, answer)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [batch.institutionId, batch.id, batch.part, batch.actor, batch.register, batch.at, batch.request, batch.answer],
  );
}
