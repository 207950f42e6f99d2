import type { Cases, Naming, Sight } from "../access/sight.ts";
import type { Register } from "../../schema/registers/register.ts";
import { literal } from "./copy.ts";
import { tableOf } from "./models.ts";
import type { Sql } from "./store.ts";

/** What a person sees of a register, as SQL over its table `t`. */

/** The rows seen; nothing to ask where all are. */
export function rowsSeen(register: Register, { rows, person }: Pick<Sight, "rows" | "person">): string {
  if (rows === "ALL") return "true";
  if ("columns" in rows) return named(register, rows.columns, person);
  return casesSeen(register, rows, person);
}

const named = (register: Register, columns: readonly string[], person: string) =>
  naming(
    register,
    columns.map((column) => ({ column })),
    person,
  );

/** `held` gives what a row holds in a column; left out, what it holds now. */
export function casesSeen(
  register: Register,
  { by, cases, also }: Cases,
  person: string,
  held: (key: string) => string = (key) => `t.${columnOf(tableOf(register.key), key).name}`,
): string {
  const cells = `(${by.map((key) => `coalesce(${held(key)}, '')`).join(", ")})`;
  const seen = cases.map((one) => {
    const options = one.cells.map((options) => `(${options.map(literal).join(", ")})`).join(", ");
    return `(${cells} in (${options}) and ${one.ways === "ALL" ? "true" : naming(register, one.ways, person)})`;
  });
  return `(${[...seen, named(register, also, person)].join(" or ")})`;
}

/** Ids of all rows of the institution that the person sees. */
export async function idsSeen(
  sql: Sql,
  register: Register,
  institutionId: string,
  sight: Pick<Sight, "rows" | "person">,
): Promise<readonly string[]> {
  const found = await sql.query<{ id: string }>(
    `select t.id from ${tableOf(register.key).table} t where t.institution_id = $1 and ${rowsSeen(register, sight)}`,
    [institutionId],
  );
  return found.map(({ id }) => id);
}

/** Those of the rows, as they are in the database, that the person sees. */
export async function seenOf<Row>(
  sql: Sql,
  register: Register,
  sight: Pick<Sight, "rows" | "person">,
  rows: ReadonlyMap<string, Row>,
): Promise<ReadonlyMap<string, Row>> {
  if (sight.rows === "ALL" || rows.size === 0) return rows;
  const found = await sql.query<{ id: string }>(
    `select t.id from ${tableOf(register.key).table} t where t.id = any($1::uuid[]) and ${rowsSeen(register, sight)}`,
    [[...rows.keys()]],
  );
  const seen = new Set(found.map(({ id }) => id));
  return new Map([...rows].filter(([id]) => seen.has(id)));
}

/** Whether a row names the person in one of these ways. */
export function naming(register: Register, ways: readonly Naming[], person: string): string {
  const asked = ways.map((way) => `(${one(register, way, person)})`);
  return asked.length === 0 ? "false" : `(${asked.join(" or ")})`;
}

function one(register: Register, way: Naming, person: string): string {
  const table = tableOf(register.key);
  if ("ids" in way) {
    const ids = `${literal(`{${way.ids.join(",")}}`)}::uuid[]`;
    if (way.via === undefined) return `t.id = any(${ids})`;
    const via = columnOf(table, way.via);
    return via.many ? `t.${via.name} && ${ids}` : `t.${via.name} = any(${ids})`;
  }
  if (way.via === undefined) return names(table, "t", way.column, person);
  const via = columnOf(table, way.via);
  const of = tableOf(way.of);
  const held = `select h.id from ${of.table} h where ${names(of, "h", way.column, person)}`;
  return via.many ? `t.${via.name} && array(${held})` : `t.${via.name} in (${held})`;
}

/** How many rows in use the person sees, and whether any of them names the person in one of these ways. */
export async function glance(
  sql: Sql,
  register: Register,
  institutionId: string,
  sight: Pick<Sight, "rows" | "person">,
  ways: readonly Naming[],
): Promise<{ readonly rows: number; readonly named: boolean }> {
  const named = naming(register, ways, sight.person);
  const [found] = await sql.query<{ rows: number; named: boolean }>(
    `select count(*)::int as rows, coalesce(bool_or(${named}), false) as named from ${tableOf(register.key).table} t
     where t.institution_id = $1 and t.retired_at is null and ${rowsSeen(register, sight)}`,
    [institutionId],
  );
  return found ?? { rows: 0, named: false };
}

/** Whether any row in use of the institution names the person in a column. */
export async function isNamedIn(
  sql: Sql,
  key: string,
  institutionId: string,
  column: string,
  person: string,
): Promise<boolean> {
  const table = tableOf(key);
  const [found] = await sql.query<{ is: boolean }>(
    `select exists (select 1 from ${table.table} t
       where t.institution_id = $1 and t.retired_at is null and ${names(table, "t", column, person)}) as is`,
    [institutionId],
  );
  return found?.is ?? false;
}

/** Ids of the institution's rows of the register `of` that name the person in a column, in order. */
export async function idsNaming(
  sql: Sql,
  { of, column }: { readonly of: string; readonly column: string },
  institutionId: string,
  person: string,
): Promise<readonly string[]> {
  const table = tableOf(of);
  const found = await sql.query<{ id: string }>(
    `select h.id from ${table.table} h where h.institution_id = $1 and ${names(table, "h", column, person)} order by h.id`,
    [institutionId],
  );
  return found.map(({ id }) => id);
}

type Table = ReturnType<typeof tableOf>;

function names(table: Table, alias: string, key: string, person: string): string {
  const { name, many } = columnOf(table, key);
  const id = `${literal(person)}::uuid`;
  return many ? `${id} = any(${alias}.${name})` : `${alias}.${name} = ${id}`;
}

function columnOf(table: Table, key: string): { readonly name: string; readonly many: boolean } {
  const column = table.columns[key];
  if (!column) throw new Error(`${table.table} has no column ${key}`);
  return { name: column.name, many: column.type.endsWith("[]") };
}
