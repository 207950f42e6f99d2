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

/** SQL giving (id, label) of the institution `$1`: the name, with the code after it where several bear the name. */
export function labelsSql(to: ReferenceTarget): string {
  const { table, code, name } = TARGETS[to];
  return `select id, case when count(*) over (partition by ${name}) > 1 then ${name} || ' (' || ${code} || ')' else ${name} end as label
          from ${table} where institution_id = $1`;
}
