import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { USUAL_SETTINGS, type Settings } from "../../schema/registers/settings.ts";
import { reachCondition, reachOf, type Reach } from "../access/institutions.ts";
import type { Sql } from "../store/store.ts";

export interface Institution {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly sector: string | null;
  readonly municipality: string | null;
  readonly timeZone: string;
}

/** Whose results a person reads. */
export interface Seen {
  readonly reach: Reach;
  readonly own: Institution;
  /** By id; the own one only where its results are read too. */
  readonly institutions: ReadonlyMap<string, Institution>;
}

/** The institutions whose results the person reads (domain.md, section 1). Throws SaimeError FORBIDDEN where there are none. */
export async function institutionsSeen(sql: Sql, actor: Actor): Promise<Seen> {
  const reach = reachOf(actor);
  const rows = await sql.query<Omit<Institution, "timeZone"> & { settings: Partial<Settings>; seen: boolean }>(
    `select i.id, i.code, i.name, i.sector, i.municipality, i.settings, ${reachCondition(reach)} as seen
     from institution i where i.id = $1 or ${reachCondition(reach)} order by i.name, i.id`,
    [actor.institutionId],
  );
  const known = rows.map(({ settings, seen, ...one }) => ({
    ...{ seen, institution: { ...one, timeZone: settings.timeZone ?? USUAL_SETTINGS.timeZone } },
  }));
  const own = known.find(({ institution }) => institution.id === actor.institutionId)?.institution;
  const institutions = new Map(
    known.flatMap(({ seen, institution }) => (seen ? [[institution.id, institution] as const] : [])),
  );
  if (own === undefined || institutions.size === 0) throw new SaimeError("FORBIDDEN");
  return { reach, own, institutions };
}
