import type { Register } from "../../schema/registers/register.ts";
import { tableOf } from "./models.ts";
import { isReferenceTarget, labelsSql, type ReferenceTarget } from "./references.ts";
import type { Sql } from "./store.ts";

export interface PageAsk {
  readonly institutionId: string;
  /** Rows written by this transaction or a later one. */
  readonly from: bigint;
  readonly after: { readonly feed: bigint; readonly id: string } | null;
  readonly includeRetired: boolean;
  readonly limit: number;
}
export interface Page {
  /** JSON text: one array a column, `id`, `version`, `retired` first, then the register's in declared order. */
  readonly values: string;
  readonly count: number;
  /** Of the last row, in the order of the feed. */
  readonly last: { readonly feed: bigint; readonly id: string } | null;
}

/**
 * A page of rows in the order of the feed as a matrix by column, made into JSON by the database: four to five times
 * faster than objects made here. References are told by label.
 */
export async function readPage(sql: Sql, register: Register, ask: PageAsk): Promise<Page> {
  const [row] = await sql.query<{ values: string; count: number; feed: string | null; id: string | null }>(
    pageSql(register),
    [
      ask.institutionId,
      String(ask.from),
      ask.after ? String(ask.after.feed) : "0",
      ask.after?.id ?? "00000000-0000-0000-0000-000000000000",
      ask.includeRetired,
      ask.limit,
    ],
  );
  if (!row) throw new Error("the database gave no page");
  return {
    values: row.values,
    count: row.count,
    last: row.feed !== null && row.id !== null ? { feed: BigInt(row.feed), id: row.id } : null,
  };
}

const statements = new Map<string, string>();

function pageSql(register: Register): string {
  const known = statements.get(register.key);
  if (known) return known;
  const { table, columns } = tableOf(register.key);
  const targets = new Set<ReferenceTarget>();
  const ctes: string[] = [];
  const joins: string[] = [];
  const selected = Object.entries(register.columns).map(([key, column]) => {
    const name = columns[key]?.name ?? key;
    switch (column.type) {
      case "reference": {
        targets.add(target(column.to));
        joins.push(`left join labels_${column.to} ref_${name} on ref_${name}.id = page.${name}`);
        return `ref_${name}.label as ${name}`;
      }
      case "references": {
        targets.add(target(column.to));
        // Few distinct lists stand in many rows: each list is put into words once.
        ctes.push(`lists_${name} as materialized (select ids, (select json_agg(label order by place)
          from unnest(ids) with ordinality u(id, place) join labels_${column.to} using (id)) as label
          from (select distinct ${name} as ids from page where ${name} <> '{}') d)`);
        joins.push(`left join lists_${name} ref_${name} on ref_${name}.ids = page.${name}`);
        return `ref_${name}.label as ${name}`;
      }
      case "choices":
        return `nullif(page.${name}, '{}') as ${name}`;
      default:
        return `page.${name}`;
    }
  });
  const names = Object.values(columns).map((column) => column.name);
  const statement = `
    with ${[...targets].map((to) => `labels_${to} as materialized (${labelsSql(to)}),`).join(" ")}
    page as materialized (
      select * from ${table} where institution_id = $1 and feed >= $2::bigint and (feed, id) > ($3::bigint, $4::uuid)
         and ($5 or retired_at is null) order by feed, id limit $6)${ctes.map((cte) => `, ${cte}`).join("")}
    select count(*)::int as count,
           json_build_array(${["id", "version", "retired", ...names].map((name) => `coalesce(json_agg(${name}), '[]')`).join(", ")})::text as values,
           max(feed)::text as feed, (array_agg(id order by feed desc, id desc))[1] as id
    from (select page.id, page.version, page.retired_at is not null as retired, ${selected.join(", ")}, page.feed
          from page ${joins.join(" ")} order by page.feed, page.id) ordered`;
  statements.set(register.key, statement);
  return statement;
}

function target(to: string): ReferenceTarget {
  if (!isReferenceTarget(to)) throw new Error(`nothing keeps ${to}`);
  return to;
}
