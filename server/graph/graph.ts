/** One dependency: `from` needs `to`. Ids are of services and resources. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly critical: boolean;
  /** Dependencies of one `from` with the same group stand in for each other; null stands alone. */
  readonly group: string | null;
}

/**
 * The critical dependencies of one institution, as adjacency both ways. Pure and immutable but for `add`, which a push
 * uses to check its own rows against each other.
 */
export class DependencyGraph {
  /** By what is needed: who needs it. */
  readonly #dependents = new Map<string, Edge[]>();
  /** By who needs: what. */
  readonly #needs = new Map<string, Edge[]>();
  readonly #byId = new Map<string, Edge>();

  constructor(edges: Iterable<Edge>) {
    for (const edge of edges) this.add(edge);
  }

  /** Adds a dependency, in place of the one with the same id. Those that are not critical carry no failure and are not kept. */
  add(edge: Edge): void {
    this.remove(edge.id);
    if (!edge.critical) return;
    put(this.#dependents, edge.to, edge);
    put(this.#needs, edge.from, edge);
    this.#byId.set(edge.id, edge);
  }

  remove(id: string): void {
    const edge = this.#byId.get(id);
    if (!edge) return;
    this.#byId.delete(id);
    take(this.#dependents, edge.to, edge);
    take(this.#needs, edge.from, edge);
  }

  dependentsOf(id: string): readonly Edge[] {
    return this.#dependents.get(id) ?? [];
  }
  needsOf(id: string): readonly Edge[] {
    return this.#needs.get(id) ?? [];
  }

  /**
   * The cycle that a critical dependency `from` → `to` closes, as the ids it runs through beginning and ending with
   * `from`; null when it closes none (domain.md, section 2). The shortest one. The dependency `replaced`, whose place it
   * takes, does not count.
   */
  cycleClosedBy(from: string, to: string, replaced?: string): readonly string[] | null {
    if (from === to) return [from, to];
    const cameFrom = new Map<string, string | null>([[to, null]]);
    const queue = [to];
    for (let at = 0; at < queue.length; at++) {
      const here = queue[at] as string;
      for (const edge of this.needsOf(here)) {
        if (edge.id === replaced || cameFrom.has(edge.to)) continue;
        cameFrom.set(edge.to, here);
        if (edge.to === from) return [from, ...wayBack(cameFrom, from).reverse()];
        queue.push(edge.to);
      }
    }
    return null;
  }
}

function wayBack(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = [];
  for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) way.push(at);
  return way;
}

function put(map: Map<string, Edge[]>, key: string, edge: Edge): void {
  const list = map.get(key);
  if (list) list.push(edge);
  else map.set(key, [edge]);
}
function take(map: Map<string, Edge[]>, key: string, edge: Edge): void {
  const left = (map.get(key) ?? []).filter((one) => one !== edge);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
