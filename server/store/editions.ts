import type { Sight } from "../access/sight.ts";
import type { Register } from "../../schema/registers/register.ts";
import { literal } from "./copy.ts";
import { tableOf } from "./models.ts";
import { casesSeen, rowsSeen } from "./sight.ts";
import type { StoredCells } from "./stored-row.ts";
import type { Sql } from "./store.ts";

/**
 * The institution's rows that the person reads, to select from with the alias `t`, and under which condition: rows that
 * are for them as they are and, where they are not while a new edition is written, as they were last published
 * (domain.md, section 5).
 */
export function rowsRead(register: Register, institutionId: string, sight: Sight): { from: string; where: string } {
  const { table, columns } = tableOf(register.key);
  const seen = rowsSeen(register, sight);
  const published = publishedOf(register, sight);
  if (!published) return { from: `${table} t`, where: seen };
  const { state, keys, where } = published;
  const cells = keys.map((key) => `${literal(columns[key]?.name ?? key)}, e.edition -> ${literal(key)}`);
  const of = `jsonb_build_object(${literal(columns[state.column]?.name ?? state.column)}, ${literal(state.is)}, ${cells.join(", ")})`;
  // The fence keeps the row from being made anew for every column.
  const from = `(select (read.r).* from (
      select case when ${seen} then t else jsonb_populate_record(t, ${of}) end as r
      from ${table} t left join search_${register.key} e on e.row_id = t.id
      where t.institution_id = ${literal(institutionId)}::uuid and (${seen} or (${where})) offset 0) read) t`;
  return { from, where: "true" };
}

/** Of rows that the person reads only as they were last published, what they held then, by id. */
export async function editionsRead(
  sql: Sql,
  register: Register,
  institutionId: string,
  sight: Pick<Sight, "rows" | "person">,
): Promise<ReadonlyMap<string, StoredCells>> {
  const published = publishedOf(register, sight);
  if (!published) return new Map();
  const { state, where } = published;
  const found = await sql.query<{ id: string; edition: StoredCells }>(
    `select t.id, e.edition from ${tableOf(register.key).table} t join search_${register.key} e on e.row_id = t.id
     where t.institution_id = $1 and not ${rowsSeen(register, sight)} and ${where}`,
    [institutionId],
  );
  return new Map(found.map(({ id, edition }) => [id, { ...edition, [state.column]: state.is }]));
}

/** Columns that an edition tells as they were: conditions over them would tell of what they hold now. */
export const editionColumns = ({ readers, lifecycle }: Register): readonly string[] =>
  readers && lifecycle ? [lifecycle.column, ...readers.edition.columns] : [];

/** Which of the rows `t` the person may read as they were published, kept beside them in `e`; null where there is no such register or need. */
function publishedOf(register: Register, { rows, person }: Pick<Sight, "rows" | "person">) {
  const { readers, lifecycle } = register;
  if (!readers || !lifecycle || rows === "ALL" || "columns" in rows) return null;
  const state = { column: lifecycle.column, is: readers.edition.state };
  const held = (column: string) => (column === state.column ? literal(state.is) : `(e.edition ->> ${literal(column)})`);
  const seen = casesSeen(register, rows, person, held);
  return {
    state,
    keys: readers.edition.columns,
    where: `e.edition is not null and t.retired_at is null and ${seen}`,
  };
}
