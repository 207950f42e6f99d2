import type { Sql } from "../store/store.ts";
import { table } from "./frame.ts";

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly ended: boolean;
}

/**
 * `m_edge`: critical dependencies (from_ needs to_) with their redundancy group and the instant until which they held:
 * that at which they were ended, or what is needed was retired. Gives services and resources in layers: each depends
 * only on those of layers before its own. `m_layer` has them by number.
 */
export async function layEdges(sql: Sql, institutionId: string): Promise<number> {
  await table(
    sql,
    "m_edge",
    `select d.from_, d.to_, d.group_ as grp,
            least(coalesce(date_part('epoch', d.retired_at), 'Infinity'), coalesce(date_part('epoch', n.retired_at), 'Infinity')) as until
     from dependency d
     join (select id, retired_at from service where institution_id = $1 union all select id, retired_at from resource where institution_id = $1) n on n.id = d.to_
     where d.institution_id = $1 and d.critical and d.from_ <> d.to_`,
    [institutionId],
  );
  const edges = await sql.query<Edge>(
    `select from_ as "from", to_ as "to", until < 'Infinity' as ended from m_edge order by from_, to_`,
  );
  const layers = layersOf(edges);
  await table(sql, "m_layer", "select * from json_to_recordset($1::json) as x(id uuid, layer int)", [
    JSON.stringify([...layers].map(([id, layer]) => ({ id, layer }))),
  ]);
  return Math.max(0, ...layers.values());
}

/**
 * How many steps lie at most below each: 0 where nothing is needed. Dependencies in force form no cycle
 * (DEPENDENCY_NO_CYCLE); where an ended one would close one with them, it is passed over.
 */
export function layersOf(edges: readonly Edge[]): ReadonlyMap<string, number> {
  const needs = new Map<string, Edge[]>();
  for (const edge of edges) needs.set(edge.from, [...(needs.get(edge.from) ?? []), edge]);
  const layers = new Map<string, number>();
  const under = new Set<string>();
  const layerOf = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    under.add(id);
    let layer = 0;
    for (const { to } of needs.get(id) ?? []) if (!under.has(to)) layer = Math.max(layer, layerOf(to) + 1);
    under.delete(id);
    layers.set(id, layer);
    return layer;
  };
  // Those in force first, so that a cycle is broken where it has ended.
  for (const list of needs.values()) list.sort((a, b) => Number(a.ended) - Number(b.ended));
  for (const { from, to } of edges) [to, from].forEach(layerOf);
  return layers;
}
