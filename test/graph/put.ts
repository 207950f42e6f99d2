import { tableOf } from "../../server/store/models.ts";
import type { Store } from "../../server/store/store.ts";
import type { Actor } from "../../schema/api/context.ts";

let counter = 0;

/** Puts a row straight into a register's table, past its rules, and gives its id: for tests of what reads registers. */
export async function put(
  store: Store,
  by: Actor,
  register: string,
  cells: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { table, columns } = tableOf(register);
  const id = crypto.randomUUID();
  const all: Record<string, unknown> = { code: `T-${++counter}`, ...cells };
  for (const [key, { type }] of Object.entries(columns)) if (type.endsWith("[]")) all[key] ??= [];
  const names = Object.keys(all).map((key) => columns[key]?.name ?? key);
  await store.query(
    `insert into ${table} (id, institution_id, version, feed, created_at, created_by, updated_at, updated_by, ${names.join(", ")})
     values ($1, $2, 1, pg_current_xact_id()::text::bigint, now(), $3, now(), $3, ${names.map((_, at) => `$${at + 4}`).join(", ")})`,
    [id, by.institutionId, by.personId, ...Object.values(all)],
  );
  return id;
}
