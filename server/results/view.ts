import type { Actor } from "../../schema/api/context.ts";
import { fold } from "../../schema/registers/text.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import type { Sql } from "../store/store.ts";
import { kpisSeen, type Edition, type Kpi } from "./kpis.ts";
import { institutionsSeen, type Seen } from "./reach.ts";
import { loadTargets, type Targets } from "./targets.ts";

/** What a person may ask results of, read once for a request. */
export interface View {
  readonly seen: Seen;
  readonly kpis: readonly Kpi[];
  readonly targets: Targets;
  /** The day it is in the own institution. */
  readonly today: string;
  /** Instant of the asking, UTC. */
  readonly now: string;
  /** Of each edition of a lead's KPI that is measured by hand: KPIs of other institutions that are the same. */
  readonly peers: ReadonlyMap<string, readonly string[]>;
}

/** Throws SaimeError FORBIDDEN for who reads no results at all. */
export async function viewOf(sql: Sql, actor: Actor): Promise<View> {
  const seen = await institutionsSeen(sql, actor);
  const kpis = await kpisSeen(sql, seen);
  const editions = kpis.flatMap((kpi) => kpi.editions);
  const targets = await loadTargets(
    sql,
    editions.map(({ id }) => id),
  );
  const [row] = await sql.query<{ now: string }>("select clock_timestamp() as now");
  const now = row?.now ?? "";
  return { seen, kpis, targets, today: dayOf(now, seen.own.timeZone), now, peers: peersOf(kpis) };
}

/**
 * A lead's KPI that is measured by hand adds up what institutions measure by a KPI of their own of the same name, unit
 * and direction: an institution's measurements name its own KPIs alone.
 */
function peersOf(kpis: readonly Kpi[]): ReadonlyMap<string, readonly string[]> {
  const same = ({ name, unit, direction }: Edition) => JSON.stringify([fold(name), fold(unit), direction]);
  const measured = (kpi: Kpi) => kpi.editions.filter(({ source }) => source !== "COMPUTED");
  const own = new Map<string, string[]>();
  for (const kpi of kpis.filter(({ definedFor }) => !LEAD.includes(definedFor)))
    for (const edition of measured(kpi)) own.set(same(edition), [...(own.get(same(edition)) ?? []), edition.id]);
  return new Map(
    kpis
      .filter(({ definedFor }) => LEAD.includes(definedFor))
      .flatMap((kpi) => measured(kpi).map((edition) => [edition.id, own.get(same(edition)) ?? []] as const)),
  );
}

const LEAD: readonly string[] = ["STATE", "SECTOR", "MUNICIPALITY"];
