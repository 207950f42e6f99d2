import type { ProcessKey } from "../../schema/registers/process-list.ts";
import { tableOf } from "../store/models.ts";
import type { Sql } from "../store/store.ts";
import { EVIDENCE, EVIDENCE_DAYS } from "./evidence.ts";

/** How much of a process's evidence was added or changed within the time that counts. */
export interface Activity {
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly last: string | null;
}

/** One pass over the log's last days, however many processes ask. */
const STATEMENT = `
  with recent as materialized (
    select register, row_id, max(at) as last from event
    where institution_id = $1 and at > now() - interval '${EVIDENCE_DAYS} days'
    group by register, row_id
  ), evidence as (
    ${Object.entries(EVIDENCE)
      .flatMap(([process, { sources }]) => sources.map((source) => [process, source] as const))
      .map(
        ([process, { register, where }]) =>
          `select '${process}' as process, e.last from recent e
           ${where === undefined ? "" : `join ${tableOf(register).table} r on r.id = e.row_id and ${where}`}
           where e.register = '${register}'`,
      )
      .join("\n    union all ")}
  )
  select process, count(*)::int as count,
         to_char(max(last) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last
  from evidence group by process`;

/** What the log shows of each process; one without activity is left out. */
export async function activity(sql: Sql, institutionId: string): Promise<ReadonlyMap<ProcessKey, Activity>> {
  const rows = await sql.query<Activity & { process: ProcessKey }>(STATEMENT, [institutionId]);
  return new Map(rows.map(({ process, count, last }) => [process, { count, last }]));
}
