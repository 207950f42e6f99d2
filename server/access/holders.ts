import { idsIn } from "../../schema/registers/named-in.ts";
import type { Register } from "../../schema/registers/register.ts";
import { tableOf } from "../store/models.ts";
import type { Sql } from "../store/store.ts";
import type { Holders } from "./rights.ts";

type Cells = Readonly<Record<string, unknown>>;

/**
 * The people named by rows that `rows` (stored cells) refer to, as far as roles hang on them: one question a register
 * referred to.
 */
export async function loadHolders(
  sql: Sql,
  register: Register,
  institutionId: string,
  rows: Iterable<Cells>,
): Promise<Holders> {
  const wanted = relationsOf(register);
  const found = new Map<string, ReadonlyMap<string, Cells>>();
  if (wanted.size === 0) return () => undefined;
  const all = [...rows];
  for (const [of, { via, columns }] of wanted) {
    const ids = new Set(all.flatMap((cells) => [...via].flatMap((key) => idsIn(cells[key]))));
    if (ids.size === 0) continue;
    const table = tableOf(of);
    const selected = [...columns].map((key) => `${table.columns[key]?.name ?? key} as "${key}"`);
    const people = await sql.query<Cells & { readonly id: string }>(
      `select ${["id", ...selected].join(", ")} from ${table.table} where institution_id = $1 and id = any($2::uuid[])`,
      [institutionId, [...ids]],
    );
    found.set(of, new Map(people.map((row) => [row.id, row])));
  }
  return (of, id) => found.get(of)?.get(id);
}

interface Relation {
  readonly via: Set<string>;
  readonly columns: Set<string>;
}

/** Registers through which roles come: the columns that lead there, and those that name people there. */
function relationsOf(register: Register): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const { via, of, column } of Object.values(register.rowRoles ?? {}).flat()) {
    if (via === undefined) continue;
    const known = relations.get(of) ?? { via: new Set(), columns: new Set() };
    known.via.add(via);
    known.columns.add(column);
    relations.set(of, known);
  }
  return relations;
}
