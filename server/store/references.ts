import type { Sql } from "./store.ts";

export interface Referable {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What references may point to: the table, and the columns that hold its code and its name. */
const TARGETS = { people: { table: "person", code: "code", name: "name" } } as const;
export type ReferenceTarget = keyof typeof TARGETS;

export function isReferenceTarget(to: string): to is ReferenceTarget {
  return Object.hasOwn(TARGETS, to);
}

/** Everything of the institution that a column referring to `to` may name. */
export async function referables(sql: Sql, to: ReferenceTarget, institutionId: string): Promise<Referable[]> {
  const { table, code, name } = TARGETS[to];
  return sql.query<Referable>(
    `select id, ${code} as code, ${name} as name from ${table} where institution_id = $1 order by ${code}`,
    [institutionId],
  );
}

/** The label by which each is known, by id: its name, with the code after it where several bear the name. */
export function labelsOf(all: readonly Referable[]): ReadonlyMap<string, string> {
  const bearers = new Map<string, number>();
  for (const { name } of all) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return new Map(all.map(({ id, code, name }) => [id, (bearers.get(name) ?? 0) > 1 ? `${name} (${code})` : name]));
}
