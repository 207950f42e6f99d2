import type { Actor } from "../../schema/api/context.ts";
import type { Sql } from "../store/store.ts";
import { isStaff } from "./rights.ts";

/**
 * Whose results a person reads (domain.md, section 1): staff those of their own institution, leads those of the
 * institutions below them. Registers and logs of another institution stay closed to leads too.
 */
export interface Reach {
  readonly own: boolean;
  /** Institutions of the own institution's sector; of its municipality; all. */
  readonly sector: boolean;
  readonly municipality: boolean;
  readonly state: boolean;
}

export function reachOf(actor: Actor): Reach {
  const holds = (role: Actor["roles"][number]) => !actor.monitoring && actor.roles.includes(role);
  return {
    own: isStaff(actor),
    sector: holds("SECTOR_LEAD"),
    municipality: holds("MUNICIPALITY_LEAD"),
    state: holds("STATE_LEAD"),
  };
}

/** An SQL condition over `institution i`, for queries that have the actor's institution as $1. */
export function reachCondition({ own, sector, municipality, state }: Reach): string {
  const like = (column: "sector" | "municipality") =>
    `i.${column} = (select o.${column} from institution o where o.id = $1)`;
  const ways = [
    ...(own ? ["i.id = $1"] : []),
    ...(sector ? [like("sector")] : []),
    ...(municipality ? [like("municipality")] : []),
    ...(state ? ["true"] : []),
  ];
  return ways.length === 0 ? "false" : `(${ways.join(" or ")})`;
}

/** Ids of the institutions whose results the person reads, by name. */
export async function institutionsOf(sql: Sql, actor: Actor): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    `select i.id from institution i, (select $1::uuid) as asked where ${reachCondition(reachOf(actor))} order by i.name, i.id`,
    [actor.institutionId],
  );
  return rows.map(({ id }) => id);
}
