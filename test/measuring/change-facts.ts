import type { Store } from "../../server/store/store.ts";

/** Registers' columns that figures rest on, with what a change makes of them, as SQL over the row. */
const CHANGES: readonly (readonly [register: string, table: string, key: string, column: string, value: string])[] = [
  ["changes", "change", "implementedAt", "implemented_at", "implemented_at - interval '40 days'"],
  ["changes", "change", "outageEnd", "outage_end", "outage_end + interval '2 hours'"],
  ["problems", "problem", "knownErrorAt", "known_error_at", "registered_at + interval '40 days'"],
  ["problems", "problem", "resolvedAt", "resolved_at", "resolved_at - interval '33 days'"],
  ["applications", "application", "fulfilledAt", "fulfilled_at", "fulfilled_at - interval '31 days'"],
  ["applications", "application", "rating", "rating", "1"],
  ["knowledge", "article", "reviewDue", "review_due", "review_due - 300"],
  ["resources", "resource", "verifiedOn", "verified_on", "verified_on - 100"],
  ["services", "service", "deliveredSince", "delivered_since", "delivered_since + 40"],
  ["serviceLevels", "service_level", "restoreP3", "restore_p3", "60"],
  ["dependencies", "dependency", "critical", "critical", "not critical"],
  ["capacity", "capacity_plan", "used", "used", "used + 1"],
  ["finances", "finance_line", "actual", "actual", "actual + 1"],
];
const OF_INCIDENTS: typeof CHANGES = [
  ["incidents", "incident", "restoredAt", "restored_at", "restored_at + interval '50 hours'"],
  ["incidents", "incident", "resolvedAt", "resolved_at", "resolved_at + interval '35 days'"],
  ["incidents", "incident", "detectedAt", "detected_at", "detected_at - interval '1 hour'"],
  ["incidents", "incident", "priority", "priority", "'P1'"],
  ["incidents", "incident", "outage", "outage", "'FULL'"],
  ["incidents", "incident", "resolution", "resolution", "'WORKAROUND'"],
];

/**
 * Changes some rows past every rule, with an event each, as a publish would write it: `incidents` of them in as many
 * ways, and `others` rows of every other register that figures rest on.
 */
export async function changeFacts(
  store: Store,
  by: { readonly institutionId: string; readonly personId: string },
  { incidents, others, seed }: { readonly incidents: number; readonly others: number; readonly seed: number },
): Promise<void> {
  for (const [at, [register, table, key, column, value]] of [...OF_INCIDENTS, ...CHANGES].entries()) {
    const rows = at < OF_INCIDENTS.length ? Math.ceil(incidents / OF_INCIDENTS.length) : others;
    if (rows === 0) continue;
    await store.query(
      `with picked as (
         select id, ${column} as before, ${value} as after, version from ${table}
         where institution_id = $1 and ${column} is not null order by hashtextextended(id::text, $3) limit ${rows}),
       written as (
         update ${table} t set ${column} = p.after, version = t.version + 1, feed = pg_current_xact_id()::text::bigint
         from picked p where t.id = p.id returning t.id)
       insert into event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)
       select pg_current_xact_id()::text::bigint, clock_timestamp(), $2, $1, '${register}', p.id, p.version + 1, 'CHANGE', gen_random_uuid(), 0,
              json_build_object('${key}', json_build_array(p.before, p.after))
       from picked p`,
      [by.institutionId, by.personId, seed * 100 + at],
    );
  }
}
