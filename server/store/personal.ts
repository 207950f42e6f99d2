import { erased } from "../../schema/registers/personal.ts";
import type { Register } from "../../schema/registers/register.ts";
import { personalColumns } from "../../schema/registers/personal.ts";
import { tableOf } from "./models.ts";
import type { Sql } from "./store.ts";

/** Erasing what applicants told of themselves: SQL of server/sync/erase-personal.ts. */

/** Ids of at most `limit` rows whose work ended more than `months` before `at` and that still hold personal data, or whose log does. */
export async function rowsToErase(
  sql: Sql,
  register: Register,
  institutionId: string,
  { at, months, limit }: { readonly at: string; readonly months: number; readonly limit: number },
): Promise<readonly string[]> {
  const { lifecycle } = register;
  const table = tableOf(register.key);
  const name = (key: string) => `t.${table.columns[key]?.name ?? key}`;
  if (!lifecycle?.done) return [];
  const { done } = lifecycle;
  const ends = lifecycle.transitions.flatMap(({ to, at: column }) =>
    done.includes(to) && column !== undefined ? [name(column)] : [],
  );
  const holds = [...personalColumns(register)].map((key) => {
    const column = register.columns[key];
    if (table.columns[key]?.type.endsWith("[]")) return `cardinality(${name(key)}) > 0`;
    const pseudonym = column && erased(register, column, { [register.code.column]: "\u0001" });
    if (typeof pseudonym !== "string") return `${name(key)} is not null`;
    const [before = "", after = ""] = pseudonym.split("\u0001").map((part) => part.replaceAll("'", "''"));
    return `${name(key)} <> '${before}' || ${name(register.code.column)} || '${after}'`;
  });
  const rows = await sql.query<{ id: string }>(
    `select t.id from ${table.table} t
     where t.institution_id = $1 and ${name(lifecycle.column)} = any($2)
       and coalesce(${[...new Set(ends), "t.retired_at", "t.updated_at"].join(", ")}) < $3::timestamptz - make_interval(months => $4)
       and (${holds.join(" or ")} or exists (select 1 from personal_change x where x.row_id = t.id))
     order by t.id limit $5`,
    [institutionId, done, at, months, limit],
  );
  return rows.map(({ id }) => id);
}

/** Erases what stood apart of the log for these rows. */
export async function erasePersonalChanges(sql: Sql, rows: readonly string[]): Promise<void> {
  await sql.query("delete from personal_change where row_id = any($1::uuid[])", [rows]);
}

/**
 * Forgets what pushes to a register were answered, for answers tell cells. Asked again, a push does nothing twice all
 * the same: rows are known by their ids, and cells that stand there already are no changes.
 */
export async function forgetAnswers(
  sql: Sql,
  register: string,
  institutionId: string,
  before: string | null = null,
): Promise<void> {
  await sql.query(
    "delete from batch where institution_id = $1 and register = $2 and ($3::timestamptz is null or at < $3::timestamptz)",
    [institutionId, register, before],
  );
}
