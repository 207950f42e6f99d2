import { findRegister } from "../../schema/registers/catalogue.ts";
import type { RowTimer, TimerTurn } from "../../schema/timers/answers.ts";
import type { Sql } from "../store/store.ts";

/** Columns of a row, and of an agreed level, whose change makes another timer of it. */
const BEARING: Readonly<Record<string, readonly string[]>> = {
  incidents: ["priority", "reopened", "detectedAt", "registeredAt", "restoredAt"],
  applications: ["priority", "receivedAt", "fulfilledAt"],
  serviceLevels: [
    ...["restoreP1", "restoreP2", "restoreP3", "restoreP4", "reactP1", "reactP2", "reactP3", "reactP4"],
    ...["fulfil", "validFrom", "validTo"],
  ],
};

interface Logged {
  readonly at: string;
  readonly code: string | null;
  readonly register: string;
  readonly key: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** Instants of the log are told to the minute, other cells as they are. */
const told = (cell: string | null): string => cell?.replace(/T(\d\d:\d\d):\d\dZ$/, " $1 UTC") ?? "—";

/**
 * What happened to a row's timers since they began: changes of priority, reopenings, times corrected, and other targets
 * of the level that they are measured by; as the log tells it, oldest first. The timers count with what holds now.
 */
export async function turnsOf(
  sql: Sql,
  register: string,
  rowId: string,
  timers: readonly RowTimer[],
): Promise<readonly TimerTurn[]> {
  const levels = new Map(timers.flatMap(({ level }) => (level ? [[level.id, level.code] as const] : [])));
  const begun = timers.map(({ from }) => from).sort()[0];
  if (begun === undefined) return [];
  const logged = await sql.query<Logged>(
    `select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, e.register, c.key,
            case when e.row_id = $1::uuid then null else e.row_id::text end as code,
            c.value ->> 0 as was, c.value ->> 1 as is
     from event e cross join lateral jsonb_each(e.changes::jsonb) c
     where e.row_id = any($1::uuid || $2::uuid[]) and e.version > 1 and e.at >= $3::timestamptz
       and c.key = any(case when e.row_id = $1::uuid then $4::text[] else $5::text[] end)
     order by e.seq, c.key`,
    [rowId, [...levels.keys()], begun, BEARING[register] ?? [], BEARING["serviceLevels"]],
  );
  return logged.flatMap(({ at, register: of, key, code, was, is }) => {
    const label = findRegister(of)?.columns[key]?.label;
    if (!label || was === is) return [];
    const whose = code === null ? "" : `${levels.get(code) ?? ""}: `;
    const change = `${told(was)} → ${told(is)}`;
    return [{ at, what: { lv: `${whose}${label.lv}: ${change}`, en: `${whose}${label.en}: ${change}` } }];
  });
}
