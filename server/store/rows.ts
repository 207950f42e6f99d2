import type { Register } from "../../schema/registers/register.ts";
import { CUSTOM, customChanges, hasCustom, MERGED_CUSTOM, readCustom } from "./custom-cells.ts";
import { tableOf, type Table } from "./models.ts";
import type { StoredCell, StoredCells, StoredRow } from "./stored-row.ts";
import type { Sql } from "./store.ts";

/** Rows of the institution by id, locked until the transaction ends, in one statement. Rows of others are not found. */
export async function lockRows(
  sql: Sql,
  register: Register,
  institutionId: string,
  ids: readonly string[],
): Promise<Map<string, StoredRow>> {
  if (ids.length === 0) return new Map();
  return loadRows(
    sql,
    register,
    `institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, ids],
    "order by id for update",
  );
}

/** Rows of the institution that a condition over the table picks, as they are now. */
export async function loadRows(
  sql: Sql,
  register: Register,
  where: string,
  values: readonly unknown[],
  tail = "",
): Promise<Map<string, StoredRow>> {
  const table = tableOf(register.key);
  const keys = Object.keys(table.columns);
  const names = Object.values(table.columns).map(({ name, type }) => (type === "timestamptz" ? instant(name) : name));
  const custom = hasCustom(register);
  if (custom) names.push(CUSTOM);
  const rows = await sql.query<{ rows: [string, number, boolean, ...StoredCell[]][] | null }>(
    `select json_agg(json_build_array(id, version, retired_at is not null, ${names.join(", ")})) as rows
     from (select * from ${table.table} where ${where} ${tail}) picked`,
    values,
  );
  const found = new Map<string, StoredRow>();
  for (const [id, version, retired, ...cells] of rows[0]?.rows ?? []) {
    found.set(id, {
      id,
      version,
      retired,
      cells: {
        ...Object.fromEntries(keys.map((key, index) => [key, emptyAsNull(cells[index])])),
        ...(custom && readCustom(register, cells.at(-1))),
      },
    });
  }
  return found;
}

/** Instants in their canonical form, whatever PostgreSQL makes of them in JSON: as text they would differ from what is typed. */
const instant = (name: string): string => `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** An empty list is kept as `{}` and means the same as nothing. */
const emptyAsNull = (cell: StoredCell | undefined): StoredCell =>
  cell === undefined || (Array.isArray(cell) && cell.length === 0) ? null : cell;

/**
 * Which of these ids rows bear already: the institution's own, and those of others, with which a new row must not
 * collide and of which it must not learn.
 */
export async function idsTaken(
  sql: Sql,
  register: Register,
  institutionId: string,
  ids: ReadonlySet<string>,
): Promise<{ readonly own: ReadonlySet<string>; readonly foreign: ReadonlySet<string> }> {
  if (ids.size === 0) return { own: new Set(), foreign: new Set() };
  const rows = await sql.query<{ id: string; own: boolean }>(
    `select id, institution_id = $2 as own from ${tableOf(register.key).table} where id = any($1::uuid[])`,
    [[...ids], institutionId],
  );
  const idsWhere = (own: boolean) => new Set(rows.filter((row) => row.own === own).map((row) => row.id));
  return { own: idsWhere(true), foreign: idsWhere(false) };
}

/** Whether a write failed because another row bears an id or a code that was to be new. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION;
const UNIQUE_VIOLATION = "23505";

/** What a write says of a row: its cells as they shall be, and the version it then has. */
export interface RowWrite {
  readonly id: string;
  readonly version: number;
  readonly retired: boolean;
  readonly cells: StoredCells;
}
export interface WriteStamp {
  readonly institutionId: string;
  readonly actor: string;
  readonly feed: string;
  readonly at: string;
}

/** Rewrites locked rows in one statement. Throws when a row is gone, which the lock rules out. */
export async function updateRows(
  sql: Sql,
  register: Register,
  rows: readonly RowWrite[],
  by: WriteStamp,
): Promise<void> {
  if (rows.length === 0) return;
  const table = tableOf(register.key);
  const columns = Object.values(table.columns);
  const custom = hasCustom(register);
  const written = await sql.query<{ n: number }>(
    `with written as (
       update ${table.table} t set version = x.version, feed = $3::bigint, updated_at = $4::timestamptz, updated_by = $5::uuid,
              retired_at = case when x.retired then coalesce(t.retired_at, $4::timestamptz) end,
              ${columns.map((column) => `${column.name} = ${wholeList(`x.${column.name}`, column.type)}`).join(", ")}
              ${custom ? `, ${CUSTOM} = ${MERGED_CUSTOM}` : ""}
       from json_to_recordset($1::json) as x(${recordOf(table)}${custom ? `, ${CUSTOM} jsonb` : ""})
       where t.id = x.id and t.institution_id = $2::uuid and t.version = x.version - 1
       returning 1)
     select count(*)::int as n from written`,
    [recordsOf(table, rows, custom ? register : null), by.institutionId, by.feed, by.at, by.actor],
  );
  if (written[0]?.n !== rows.length)
    throw new Error(`${register.key}: ${written[0]?.n ?? 0} of ${rows.length} rows were written`);
}

/** Lists are never null in the table. */
const wholeList = (name: string, type: string) => (type.endsWith("[]") ? `coalesce(${name}, '{}')` : name);

const recordOf = (table: Table) =>
  [
    "id uuid",
    "version int",
    "retired boolean",
    ...Object.values(table.columns).map((column) => `${column.name} ${column.type}`),
  ].join(", ");

function recordsOf(table: Table, rows: readonly RowWrite[], custom: Register | null): string {
  const columns = Object.entries(table.columns);
  return JSON.stringify(
    rows.map(({ id, version, retired, cells }) => {
      const record: Record<string, unknown> = { id, version, retired };
      for (const [key, column] of columns) {
        const cell = cells[key];
        if (cell !== undefined && cell !== null) record[column.name] = cell;
      }
      if (custom) record[CUSTOM] = customChanges(custom, cells);
      return record;
    }),
  );
}
