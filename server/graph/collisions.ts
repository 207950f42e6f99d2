import type { Actor, Collision, Collisions } from "../../schema/api/context.ts";
import { readableRow } from "../overview/readable-row.ts";
import type { Sql, Store } from "../store/store.ts";
import type { Landscape, Landscapes } from "./cache.ts";
import { meeting, overlap, Reach, type Window } from "./collide.ts";

/** Changes that may meet another: being assessed, authorised, planned or under way (domain.md, section 4). */
const LIVE = ["CLASSIFIED", "ASSESSED", "AUTHORISED", "PLANNED", "IMPLEMENTING"];
/** Places told by name for one collision; the rest is counted. */
const TOLD = 20;

interface Change extends Window {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly subjects: readonly string[];
}
type Freeze = Omit<Change, "state">;

/** One under way has begun when it began, and lasts until now at least. */
const WINDOW = `coalesce(c.started_at, c.planned_start) as "from",
  case when c.state = 'IMPLEMENTING' then greatest(c.planned_end, now()) else c.planned_end end as "to"`;

/**
 * What a change meets: other changes whose windows overlap with its own on the same or a dependent service or
 * resource, and freeze windows. Null for a change that there is not. Throws SaimeError FORBIDDEN.
 */
export async function collisions(
  store: Store,
  landscapes: Landscapes,
  actor: Actor,
  id: string,
): Promise<Collisions | null> {
  const row = await readableRow(store, actor, "changes", id);
  if (!row) return null;
  const found = await collisionsAmong(store, landscapes, actor.institutionId, [id]);
  return found.get(row.id) ?? { window: null, items: [] };
}

/** The same for several changes at once; those without a window are left out. */
export async function collisionsAmong(
  sql: Sql,
  landscapes: Landscapes,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Collisions>> {
  const mine = await changes(sql, "c.id = any($2::uuid[])", [institutionId, ids]);
  const answers = new Map<string, Collisions>();
  if (mine.length === 0) return answers;
  const from = mine.map((one) => one.from).reduce((a, b) => (a < b ? a : b));
  const last = mine.map((one) => one.to).reduce((a, b) => (a > b ? a : b));
  const others = await changes(
    sql,
    "c.state = any($2) and coalesce(c.started_at, c.planned_start) < $4 and (c.planned_end > $3 or c.state = 'IMPLEMENTING')",
    [institutionId, LIVE, from, last],
  );
  const freezes = await sql.query<Freeze>(
    `select id, code, name as title, subjects, start as "from", end_ as "to" from freeze_window
     where institution_id = $1 and state = 'CURRENT' and start < $3 and end_ > $2 order by start, id`,
    [institutionId, from, last],
  );
  const landscape = await landscapes.of(sql, institutionId);
  const reaches = new Map<readonly string[], Reach>();
  const reachOf = (subjects: readonly string[]): Reach => {
    const known = reaches.get(subjects) ?? new Reach(landscape.all, subjects);
    reaches.set(subjects, known);
    return known;
  };
  for (const one of mine) {
    const items: Collision[] = [];
    for (const other of others) {
      if (other.id === one.id || !overlap(one, other)) continue;
      const met = meeting(reachOf(one.subjects), reachOf(other.subjects));
      if (met)
        items.push({ kind: "CHANGE", ...told(other), state: other.state, how: met.how, ...places(landscape, met.on) });
    }
    for (const freeze of freezes) {
      if (!overlap(one, freeze)) continue;
      const everything = freeze.subjects.length === 0;
      const met = everything ? null : meeting(reachOf(one.subjects), reachOf(freeze.subjects));
      if (!everything && (met === null || met.how === "SHARED")) continue;
      items.push({
        kind: "FREEZE",
        ...told(freeze),
        state: null,
        how: met?.how ?? "SAME",
        ...places(landscape, met?.on ?? one.subjects),
      });
    }
    answers.set(one.id, { window: { from: one.from, to: one.to }, items: items.sort(gravest) });
  }
  return answers;
}

const ORDER = { SAME: 0, DEPENDENT: 1, SHARED: 2 } as const;
const gravest = (a: Collision, b: Collision): number => ORDER[a.how] - ORDER[b.how] || (a.from < b.from ? -1 : 1);

const told = ({ id, code, title, from, to }: Freeze) => ({ id, code, title, from, to });

function places({ subjects }: Landscape, ids: readonly string[]) {
  const on = ids.slice(0, TOLD).flatMap((id) => subjects.get(id) ?? []);
  return { on, more: ids.length - on.length };
}

/** Changes with a whole window, in the order of their beginning. */
function changes(sql: Sql, where: string, values: readonly unknown[]): Promise<Change[]> {
  return sql.query<Change>(
    `select * from (select c.id, c.code, c.title, c.state, c.subjects, ${WINDOW} from change c
       where c.institution_id = $1 and ${where}) windowed
     where "from" is not null and "to" is not null and "from" < "to" order by "from", id`,
    values,
  );
}
