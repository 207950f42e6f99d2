import type { Goal } from "../../schema/measuring/goal.ts";
import type { Way } from "../../schema/measuring/trajectory.ts";
import type { Period } from "../../schema/measuring/results.ts";
import type { Sql } from "../store/store.ts";
import type { Edition } from "./kpis.ts";

export interface Target extends Omit<Goal, "direction" | "low" | "high">, Way {
  readonly id: string;
  readonly kpi: string;
  readonly scope: string | null;
}

/** The targets in force or once in force of editions of KPIs. */
export class Targets {
  readonly #by = new Map<string, Target[]>();

  constructor(targets: readonly Target[]) {
    for (const one of targets) {
      const key = keyOf(one.kpi, one.scope);
      const list = this.#by.get(key);
      if (list) list.push(one);
      else this.#by.set(key, [one]);
    }
  }

  /**
   * The target of a scope in a period: the scope's own, else the one for all. Of several, the one that holds on the
   * period's last day, else the latest that held in it.
   */
  of(edition: Edition, scope: string | null, period: Period): Target | null {
    return this.#in(keyOf(edition.id, scope), period) ?? this.#in(keyOf(edition.id, null), period);
  }

  #in(key: string, { from, to }: Period): Target | null {
    let found: Target | null = null;
    for (const one of this.#by.get(key) ?? []) {
      const holds = one.validFrom < to && (one.validTo === null || one.validTo > from);
      if (holds && (found === null || one.validFrom > found.validFrom)) found = one;
    }
    return found;
  }
}

const keyOf = (kpi: string, scope: string | null): string => `${kpi} ${scope ?? ""}`;

/** Reads the targets of editions; those taken back do not count. */
export async function loadTargets(sql: Sql, editions: readonly string[]): Promise<Targets> {
  return new Targets(
    await sql.query<Target>(
      `select id, kpi, scope, valid_from as "validFrom", valid_to as "validTo", planned::float8 as planned,
              critical::float8 as critical, baseline::float8 as baseline, tolerance::float8 as tolerance
       from kpi_target where kpi = any($1::uuid[]) and state = 'CURRENT' and (valid_to is null or valid_to > valid_from)`,
      [editions],
    ),
  );
}

/** What a value of the edition is held against. */
export const goalOf = (
  { direction, low, high }: Edition,
  target: Target,
): Goal & { readonly validTo: string | null } => ({
  ...{ direction, low, high, planned: target.planned, critical: target.critical, baseline: target.baseline },
  ...{ tolerance: target.tolerance, validTo: target.validTo },
});
