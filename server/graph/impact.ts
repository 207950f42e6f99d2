import type { DependencyGraph } from "./graph.ts";

/** One service or resource that goes down, and by which way: from it, through what it needs, to what failed. */
export interface Hit {
  readonly id: string;
  readonly path: readonly string[];
}

/**
 * Everything that goes down when `failed` are down, nearest first, the failed themselves left out: whoever critically
 * needs what is down goes down too, through any number of steps; a redundancy group of needs is down only when all its
 * members are (domain.md, section 3). What is `gone` is there no more: it is not hit, carries nothing further and
 * stands in for nobody. Linear in the dependencies reached.
 */
export function impactOf(
  graph: DependencyGraph,
  failed: Iterable<string>,
  gone?: (id: string) => boolean,
): readonly Hit[] {
  const { ids, through } = reached(graph, failed, gone);
  return ids.map((id) => ({ id, path: wayTo(through, id) }));
}

/** What is down: each with the next one on its way to what failed, which itself is down through nothing. */
export type Down = ReadonlyMap<string, string | null>;

/** The same without the ways, for those who need few of them ({@link wayTo}). */
export function reached(
  graph: DependencyGraph,
  failed: Iterable<string>,
  gone: (id: string) => boolean = () => false,
): { readonly ids: readonly string[]; readonly through: Down } {
  const through = new Map<string, string | null>();
  const queue: string[] = [];
  for (const id of failed) {
    if (through.has(id)) continue;
    through.set(id, null);
    queue.push(id);
  }
  const roots = queue.length;
  for (let at = 0; at < queue.length; at++) {
    const down = queue[at] as string;
    for (const { from, group } of graph.dependentsOf(down)) {
      if (through.has(from) || gone(from)) continue;
      if (group !== null && !groupIsDown(graph, from, group, (id) => through.has(id) || gone(id))) continue;
      through.set(from, down);
      queue.push(from);
    }
  }
  return { ids: queue.slice(roots), through };
}

/** Whether every member of a group of needs is down. */
function groupIsDown(graph: DependencyGraph, from: string, group: string, down: (id: string) => boolean): boolean {
  return graph.needsOf(from).every((edge) => edge.group !== group || down(edge.to));
}

/** The ids from one that is down to what failed, both included. */
export function wayTo(through: Down, id: string): string[] {
  const way: string[] = [];
  for (let at: string | null = id; at !== null; at = through.get(at) ?? null) way.push(at);
  return way;
}
