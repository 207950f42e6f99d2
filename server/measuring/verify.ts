import type { Store } from "../store/store.ts";
import { recomputeAll } from "./refresh.ts";
import { replayLog } from "./replay.ts";

/** A figure that came out otherwise; numbers are numerator, denominator and count of each measure of the part. */
export interface Difference {
  readonly part: string;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly periodKind: string;
  readonly from: string;
  /** Null where there is none. */
  readonly kept: readonly (number | null)[] | null;
  readonly computed: readonly (number | null)[] | null;
}

export interface Verified {
  readonly figures: number;
  readonly differences: readonly Difference[];
}

/** Carries what was found out of the transaction, which is rolled back. */
class Found extends Error {
  readonly verified: Verified;
  constructor(verified: Verified) {
    super("verified");
    this.verified = verified;
  }
}

/**
 * Computes every figure of an institution anew from the event log, as of the moment up to which the kept ones count,
 * and compares them bit for bit. Changes nothing. Null where none have been computed yet. `fromRows` takes the
 * registers' rows instead of the log, for facts that came in past it.
 */
export async function verifyFigures(
  store: Store,
  institutionId: string,
  { fromRows = false }: { readonly fromRows?: boolean } = {},
): Promise<Verified | null> {
  try {
    return await store.transaction(async (sql) => {
      const [state] = await sql.query<{ asOf: number }>(
        `select date_part('epoch', as_of) as "asOf" from figure_state where institution_id = $1`,
        [institutionId],
      );
      if (!state) return null;
      await sql.query(
        "create temporary table m_kept on commit drop as select * from figure where institution_id = $1",
        [institutionId],
      );
      if (!fromRows) await replayLog(sql, institutionId);
      const { recomputed } = await recomputeAll(sql, institutionId, state.asOf);
      const differences = await sql.query<Difference>(
        `select part, coalesce(k.scope_kind, f.scope_kind) as "scopeKind", scope_id as "scopeId", period_kind as "periodKind", from_::text as "from",
                k.parts as kept, f.parts as computed
         from m_kept k full join (select * from figure where institution_id = $1) f using (part, scope_id, period_kind, from_)
         where k.parts is distinct from f.parts or k.editions is distinct from f.editions
         order by part, from_, scope_id`,
        [institutionId],
      );
      throw new Found({ figures: recomputed, differences });
    });
  } catch (error) {
    if (error instanceof Found) return error.verified;
    throw error;
  }
}
