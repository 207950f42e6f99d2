import type { Register } from "../../schema/registers/register.ts";
import { copyField, copyTexts } from "./copy-text.ts";
import { tableOf, type Table } from "./models.ts";
import type { StoredCell, StoredCells, StoredRow } from "./stored-row.ts";
import type { Sql } from "./store.ts";

const SYSTEM = [
  ["id", "uuid"],
  ["institution_id", "uuid"],
  ["version", "int"],
  ["feed", "bigint"],
  ["created_at", "timestamptz"],
  ["created_by", "uuid"],
  ["updated_at", "timestamptz"],
  ["updated_by", "uuid"],
  ["retired_at", "timestamptz"],
] as const;

/** Rows of the institution by id, locked until the transaction ends, in one statement. Rows of others are not found. */
export async function lockRows(
  sql: Sql,
  register: Register,
  institutionId: string,
  ids: readonly string[],
): Promise<Map<string, StoredRow>> {
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
  const names = Object.values(table.columns).map((column) => column.name);
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
      cells: Object.fromEntries(keys.map((key, index) => [key, emptyAsNull(cells[index])])),
    });
  }
  return found;
}

/** An empty list is kept as `{}` and means the same as nothing. */
const emptyAsNull = (cell: StoredCell | undefined): StoredCell =>
  cell === undefined || (Array.isArray(cell) && cell.length === 0) ? null : cell;

/** Which of these ids exist anywhere: a new row of one institution must not collide with, nor learn of, another's. */
export async function takenIds(sql: Sql, register: Register, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    `select id from ${tableOf(register.key).table} where id = any($1::uuid[])`,
    [ids],
  );
  return new Set(rows.map((row) => row.id));
}

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

/** Adds rows in one statement, by COPY where the database takes it. Takes `rows` to its end. */
export async function insertRows(
  sql: Sql,
  register: Register,
  rows: Iterable<RowWrite>,
  by: WriteStamp,
): Promise<void> {
  const table = tableOf(register.key);
  const columns = Object.values(table.columns);
  const names = [...SYSTEM.map(([name]) => name), ...columns.map((column) => column.name)].join(", ");
  if (sql.copyIn)
    return sql.copyIn(
      `${table.table} (${names})`,
      copyTexts(rows, (row) => copyLine(table, row, by)),
    );
  const all = [...rows];
  if (all.length === 0) return;
  await sql.query(
    `insert into ${table.table} (${names})
     select id, $2::uuid, version, $3::bigint, $4::timestamptz, $5::uuid, $4::timestamptz, $5::uuid,
            case when retired then $4::timestamptz end, ${columns.map((column) => wholeList(column.name, column.type)).join(", ")}
     from json_to_recordset($1::json) as x(${recordOf(table)})`,
    [recordsOf(table, all), by.institutionId, by.feed, by.at, by.actor],
  );
}

function copyLine(table: Table, { id, version, retired, cells }: RowWrite, by: WriteStamp): string {
  let line = `${id}\t${by.institutionId}\t${version}\t${by.feed}\t${by.at}\t${by.actor}\t${by.at}\t${by.actor}\t${retired ? by.at : "\\N"}`;
  for (const key in table.columns) {
    const cell = cells[key];
    line += `\t${(cell === undefined || cell === null) && table.columns[key]?.type.endsWith("[]") ? "{}" : copyField(cell)}`;
  }
  return `${line}\n`;
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
  const written = await sql.query<{ n: number }>(
    `with written as (
       update ${table.table} t set version = x.version, feed = $3::bigint, updated_at = $4::timestamptz, updated_by = $5::uuid,
              retired_at = case when x.retired then coalesce(t.retired_at, $4::timestamptz) end,
              ${columns.map((column) => `${column.name} = ${wholeList(`x.${column.name}`, column.type)}`).join(", ")}
       from json_to_recordset($1::json) as x(${recordOf(table)})
       where t.id = x.id and t.institution_id = $2::uuid and t.version = x.version - 1
       returning 1)
     select count(*)::int as n from written`,
    [recordsOf(table, rows), by.institutionId, by.feed, by.at, by.actor],
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

function recordsOf(table: Table, rows: readonly RowWrite[]): string {
  const columns = Object.entries(table.columns);
  return JSON.stringify(
    rows.map(({ id, version, retired, cells }) => {
      const record: Record<string, StoredCell> = { id, version, retired };
      for (const [key, column] of columns) {
        const cell = cells[key];
        if (cell !== undefined && cell !== null) record[column.name] = cell;
      }
      return record;
    }),
  );
}
