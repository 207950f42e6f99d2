import { FORMULAS } from "../../schema/measuring/formulas.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { periodsBetween } from "../../schema/measuring/periods.ts";
import type { Sql } from "../store/store.ts";
import type { Parts } from "./part.ts";
import type { Wanted } from "./wanted.ts";

/**
 * Adds zeros of what is counted: a month without incidents is no gap in the data but none of them. Only where the logs
 * were read: from the first day of the institution's figures until they were last computed, in its civil time.
 */
export async function addZeros(sql: Sql, wanted: readonly Wanted[], parts: Parts, timeZone: string): Promise<void> {
  const counts = wanted.filter(({ edition: { formula } }) => formula !== null && FORMULAS[formula].unit === "COUNT");
  if (counts.length === 0) return;
  const states = await sql.query<{ id: string; watermark: string; asOf: string; from: string }>(
    `select institution_id as id, watermark::text as watermark, as_of as "asOf", from_ as "from"
     from figure_state where institution_id = any($1::uuid[])`,
    [[...new Set(counts.flatMap(({ institutions }) => institutions))]],
  );
  const known = new Map(states.map((state) => [state.id, state]));
  for (const { edition, institutions, of, ids, period, from, to } of counts)
    for (const institution of institutions) {
      const state = known.get(institution);
      if (!state) continue;
      const today = dayOf(state.asOf, timeZone);
      const part = {
        ...{ numerator: 0, denominator: 1, count: 0, withData: 0, withDataInUse: 0 },
        ...{ edition: edition.formula && FORMULAS[edition.formula].edition },
        ...{ watermark: state.watermark, computedAt: state.asOf },
      };
      for (const one of periodsBetween(period, from > state.from ? from : state.from, to))
        for (const scope of of === "EACH" ? (ids ?? []) : [""])
          if (one.from <= today && !parts.of(edition.id, institution, scope, one.from))
            parts.put(edition.id, institution, scope, one.from, part);
    }
}
