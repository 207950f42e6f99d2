import { findRegister } from "../../schema/registers/catalogue.ts";
import { tableOf } from "../store/models.ts";
import type { Sql } from "../store/store.ts";

/** Registers whose rows figures are computed from. */
const MEASURED = [
  ...["services", "resources", "dependencies", "serviceLevels", "incidents", "problems", "changes", "assessments"],
  ...["applications", "knowledge", "capacity", "finances", "kpis"],
];

/**
 * Plays the event log into temporary tables that bear the names of the registers' own and stand before them, so that
 * whatever is computed in this transaction from here on is computed from the log. Personal data, which the log does not
 * tell, no measure asks for. States' spans and windows of service time are taken as they stand.
 */
export async function replayLog(sql: Sql, institutionId: string): Promise<void> {
  for (const key of MEASURED) await replayRegister(sql, institutionId, key);
}

async function replayRegister(sql: Sql, institutionId: string, key: string): Promise<void> {
  const register = findRegister(key);
  if (!register) throw new Error(`there is no register ${key}`);
  const { table, columns } = tableOf(key);
  const { lifecycle } = register;
  const cells = Object.entries(columns);
  const value = (column: string, type: string): string =>
    type.endsWith("[]")
      ? `coalesce((select array_agg(v) from json_array_elements_text(case json_typeof(c.cells -> '${column}') when 'array' then c.cells -> '${column}' else '[]' end) v), '{}')::${type}`
      : `(c.cells ->> '${column}')::${type}`;
  const retired = lifecycle
    ? `case when c.cells ->> '${lifecycle.column}' = '${lifecycle.retired}' then c.state_at end`
    : "null::timestamptz";
  await sql.query(`create temporary table ${table} (like public.${table} including indexes) on commit drop`);
  await sql.query(
    `insert into pg_temp.${table} (id, institution_id, version, feed, created_at, created_by, updated_at, updated_by, retired_at, ${cells.map(([, { name }]) => name).join(", ")}${await customOf(sql, table)})
     select c.row_id, $1::uuid, c.version, 0, c.at, c.actor, c.at, c.actor, ${retired}, ${cells.map(([column, { type }]) => value(column, type)).join(", ")}${(await customOf(sql, table)) && ", '{}'"}
     from (
       select row_id, max(version) as version, max(at) as at, (array_agg(actor))[1] as actor, json_object_agg(col, cell) as cells,
              max(at) filter (where col = '${lifecycle?.column ?? ""}') as state_at
       from (select distinct on (e.row_id, x.key) e.row_id, e.version, e.at, e.actor, x.key as col,
                    case when e.kind = 'CREATE' then x.value else x.value -> 1 end as cell
             from event e cross join lateral json_each(e.changes) x
             where e.institution_id = $1 and e.register = $2
             order by e.row_id, x.key, e.version desc) latest
       group by row_id) c`,
    [institutionId, key],
  );
  await sql.query(`analyze pg_temp.${table}`);
}

/** Registers keep an institution's own columns beside theirs, which no measure asks for. */
async function customOf(sql: Sql, table: string): Promise<string> {
  const [found] = await sql.query<{ n: number }>(
    "select count(*)::int as n from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'custom'",
    [table],
  );
  return (found?.n ?? 0) > 0 ? ", custom" : "";
}
