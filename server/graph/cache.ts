import type { Sql } from "../store/store.ts";
import { DependencyGraph, type Edge } from "./graph.ts";

/** A service or resource as graphs name it. */
export interface Subject {
  readonly id: string;
  readonly register: "services" | "resources";
  readonly code: string;
  readonly name: string;
  readonly retired: boolean;
}

/** One institution's services, resources and dependencies, as they stood at the last look. */
export interface Landscape {
  /** Critical dependencies with their redundancy groups: what goes down with what. */
  readonly critical: DependencyGraph;
  /** Every dependency, critical or not, each standing alone: what may feel a change. */
  readonly all: DependencyGraph;
  readonly subjects: ReadonlyMap<string, Subject>;
}

interface Kept extends Landscape {
  readonly subjects: Map<string, Subject>;
  /** Which database, and which timeline of it. */
  database: string;
  /** Rows that transactions from this one on wrote are still to be read (server/store/feed.ts). */
  from: bigint;
}

type EdgeRow = readonly [id: string, from: string, to: string, critical: boolean | null, group: string | null, inForce: boolean]; // prettier-ignore
type SubjectRow = readonly [id: string, register: Subject["register"], code: string, name: string, retired: boolean];
interface Changed {
  readonly database: string;
  readonly open: string;
  readonly next: string;
  readonly edges: readonly EdgeRow[];
  readonly subjects: readonly SubjectRow[];
}

/** Institutions kept at once; the one asked for longest ago goes first. */
const KEPT = 50;

/**
 * Landscapes by institution, kept in memory and brought up to date before every answer by reading what changed since:
 * rows whose transaction was open, or not begun, at the last look. A transaction that begins early and commits late is
 * therefore never missed, and a row that is read twice is the same or newer the second time.
 */
export class Landscapes {
  readonly #kept = new Map<string, Kept>();
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, Promise<Kept>>();

  /**
   * The institution's landscape with everything that was committed before the call. `sql` must have written nothing:
   * what a transaction has not committed yet must not be remembered. Not to be called inside a transaction, since those
   * who ask at once wait for each other. Use the answer before the next await: later looks change it in place.
   */
  of(sql: Sql, institutionId: string): Promise<Landscape> {
    // Whoever comes while a look waits for its turn shares it: it has not begun, so it sees what they wrote.
    const waiting = this.#waiting.get(institutionId);
    if (waiting) return waiting;
    const before = this.#turns.get(institutionId) ?? Promise.resolve();
    const look = before.then(() => {
      this.#waiting.delete(institutionId);
      return this.#look(sql, institutionId);
    });
    this.#waiting.set(institutionId, look);
    const turn = look.catch(() => undefined);
    this.#turns.set(institutionId, turn);
    void turn.then(() => {
      if (this.#turns.get(institutionId) === turn) this.#turns.delete(institutionId);
    });
    return look;
  }

  async #look(sql: Sql, institutionId: string): Promise<Kept> {
    const known = this.#kept.get(institutionId);
    const changed = await changedSince(sql, institutionId, known?.from ?? 0n);
    const other = known && (known.database !== changed.database || known.from > BigInt(changed.next));
    const kept = other || !known ? emptied(changed.database) : known;
    apply(kept, other ? await changedSince(sql, institutionId, 0n) : changed);
    this.#kept.delete(institutionId);
    this.#kept.set(institutionId, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }
}

const emptied = (database: string): Kept => ({
  critical: new DependencyGraph([]),
  all: new DependencyGraph([]),
  subjects: new Map(),
  database,
  from: 0n,
});

/** One statement, so that the position and the rows are of one snapshot. */
async function changedSince(sql: Sql, institutionId: string, from: bigint): Promise<Changed> {
  const subjects = (table: string, register: string) =>
    `select json_build_array(id, '${register}', code, name, retired_at is not null) as one from ${table}
     where institution_id = $1 and feed >= $2::bigint`;
  const [changed] = await sql.query<Changed>(
    `select (pg_control_system()).system_identifier::text || '/' || (pg_control_checkpoint()).timeline_id::text as database,
            pg_snapshot_xmin(s)::text as open, pg_snapshot_xmax(s)::text as next,
            (select coalesce(json_agg(json_build_array(id, from_, to_, critical, group_, state = 'CURRENT')), '[]')
             from dependency where institution_id = $1 and feed >= $2::bigint) as edges,
            (select coalesce(json_agg(one), '[]')
             from (${subjects("service", "services")} union all ${subjects("resource", "resources")}) changed) as subjects
     from pg_current_snapshot() s`,
    [institutionId, String(from)],
  );
  if (!changed) throw new Error("the database gave no snapshot");
  return changed;
}

function apply(kept: Kept, { open, edges, subjects }: Changed): void {
  for (const [id, from, to, critical, group, inForce] of edges) {
    if (!inForce) {
      kept.critical.remove(id);
      kept.all.remove(id);
      continue;
    }
    const edge: Edge = { id, from, to, critical: critical === true, group };
    kept.critical.add(edge);
    kept.all.add({ ...edge, critical: true, group: null });
  }
  for (const [id, register, code, name, retired] of subjects)
    kept.subjects.set(id, { id, register, code, name, retired });
  kept.from = BigInt(open);
}
