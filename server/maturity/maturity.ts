import type { Actor } from "../../schema/api/context.ts";
import type { Maturity, MaturityProcess } from "../../schema/api/maturity-answer.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { PROCESSES, type ProcessKey } from "../../schema/registers/process-list.ts";
import { isStaff } from "../access/rights.ts";
import type { Sql, Store } from "../store/store.ts";
import { activity } from "./activity.ts";
import { conditionStandings, taskStandings } from "./duties.ts";
import { EVIDENCE } from "./evidence.ts";
import { gapsOf, type ProcessRow } from "./gaps.ts";
import { levelOf, LEVELS, levelsMarked } from "./levels.ts";

/**
 * The institution's maturity, worked out from evidence: a process is in place when it has a manager and a description
 * and its records were worked on lately (domain.md, section 7). For staff; throws SaimeError FORBIDDEN.
 */
export async function maturity(store: Store, actor: Actor): Promise<Maturity> {
  if (!isStaff(actor)) throw new SaimeError("FORBIDDEN");
  const { institutionId } = actor;
  return store.transaction(
    async (sql) => {
      const processes = await processesOf(sql, institutionId);
      const level = levelOf(new Set(processes.filter(({ inPlace }) => inPlace).map(({ process }) => process)));
      return {
        level,
        nextLevel: LEVELS.find((one) => one > level) ?? null,
        processes,
        tasks: await taskStandings(sql, institutionId),
        conditions: await conditionStandings(sql, institutionId),
      };
    },
    { readOnly: true },
  );
}

async function processesOf(sql: Sql, institutionId: string): Promise<readonly MaturityProcess[]> {
  const seen = await activity(sql, institutionId);
  const rows = await sql.query<ProcessRow & { process: ProcessKey; manager: string | null }>(
    `select p.process, m.name as manager, p.manager is not null as managed,
            coalesce(btrim(p.description), '') <> '' as described
     from process p left join person m on m.id = p.manager
     where p.institution_id = $1 and p.retired_at is null`,
    [institutionId],
  );
  const kept = new Map(rows.map((row) => [row.process, row]));
  return (Object.keys(PROCESSES) as ProcessKey[]).map((process) => {
    const row = kept.get(process) ?? null;
    const { count = 0, last = null } = seen.get(process) ?? {};
    const missing = gapsOf(process, row, count > 0);
    return {
      process,
      label: PROCESSES[process].label,
      mandatoryFor: levelsMarked(process, "O"),
      desirableFor: levelsMarked(process, "V"),
      manager: row?.manager ?? null,
      inPlace: missing.length === 0,
      evidence: { what: EVIDENCE[process].what, count, last },
      missing,
    };
  });
}
