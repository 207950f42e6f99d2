import { grouped } from "../../schema/registers/grouped.ts";
import { spansOfRows, type StoredSpan } from "../store/spans.ts";
import type { Sql } from "../store/store.ts";

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const instant = (column: string, name: string) => `to_char(${column} at time zone 'UTC', ${INSTANT}) as "${name}"`;

/** An agreed level as timers ask for it. */
export interface Level {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly subject: string;
  /** Days, `YYYY-MM-DD`, half open; an empty end is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly calendar: string | null;
  readonly clockStops: readonly string[];
  /** Minutes by priority. */
  readonly restore: Readonly<Record<string, number | null>>;
  readonly react: Readonly<Record<string, number | null>>;
  readonly fulfil: number | null;
}

/** What a row says of its own times; instants UTC. */
export interface RowFacts {
  readonly id: string;
  readonly subject: string | null;
  readonly state: string;
  readonly priority: string | null;
  readonly detectedAt: string | null;
  readonly registeredAt: string;
  readonly reactedAt: string | null;
  readonly restoredAt: string | null;
  readonly fulfilledAt: string | null;
  /** An application's own due time. */
  readonly due: string | null;
}

export interface TimerFactsOfRows {
  readonly rows: readonly RowFacts[];
  readonly spans: ReadonlyMap<string, readonly StoredSpan[]>;
  /** Levels by subject, those that ended among them. */
  readonly levels: ReadonlyMap<string, readonly Level[]>;
  /** Calendars of services, by the service. */
  readonly calendars: ReadonlyMap<string, string>;
}

/** Registers that have timers, with their rows' times under common names. */
const ROWS: Readonly<Record<string, string>> = {
  incidents: `select id, subject, state, priority, ${instant("detected_at", "detectedAt")},
      ${instant("coalesce(registered_at, created_at)", "registeredAt")}, ${instant("reacted_at", "reactedAt")},
      ${instant("restored_at", "restoredAt")}, null as "fulfilledAt", null as due
    from incident`,
  applications: `select id, service as subject, state, priority, null as "detectedAt",
      ${instant("coalesce(received_at, registered_at, created_at)", "registeredAt")}, null as "reactedAt",
      null as "restoredAt", ${instant("fulfilled_at", "fulfilledAt")}, ${instant("due", "due")}
    from application`,
};

/** Whether rows of the register have timers at all. */
export const hasTimers = (register: string): boolean => Object.hasOwn(ROWS, register);

const PRIORITIES = ["P1", "P2", "P3", "P4"];
const byPriority = (prefix: string) =>
  `json_build_object(${PRIORITIES.map((one) => `'${one}', ${prefix}_${one.toLowerCase()}`).join(", ")})`;

/** Looks up, in sets, everything that timers of these rows are computed from. */
export async function factsOfTimers(
  sql: Sql,
  institutionId: string,
  register: string,
  rowIds: readonly string[],
): Promise<TimerFactsOfRows> {
  const rows = await sql.query<RowFacts>(`${ROWS[register] ?? ""} where institution_id = $1 and id = any($2::uuid[])`, [
    institutionId,
    rowIds,
  ]);
  const subjects = [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
  const spans = await spansOfRows(
    sql,
    rows.map(({ id }) => id),
  );
  // A draft that was given up ended too, but was never agreed.
  const levels = await sql.query<Level>(
    `select id, code, title as name, subject, to_char(valid_from, 'YYYY-MM-DD') as "validFrom",
            to_char(valid_to, 'YYYY-MM-DD') as "validTo", calendar, coalesce(clock_stops, '{}') as "clockStops",
            ${byPriority("restore")} as restore, ${byPriority("react")} as react, fulfil
     from service_level l
     where institution_id = $1 and subject = any($2::uuid[])
       and (state = 'AGREED' or state = 'ENDED'
            and exists (select from state_span s where s.row_id = l.id and s.state = 'AGREED'))
     order by valid_from desc, id`,
    [institutionId, subjects],
  );
  const calendars = await sql.query<{ id: string; calendar: string }>(
    "select id, calendar from service where institution_id = $1 and id = any($2::uuid[]) and calendar is not null",
    [institutionId, subjects],
  );
  return {
    rows,
    spans,
    levels: grouped(levels, ({ subject }) => subject),
    calendars: new Map(calendars.map(({ id, calendar }) => [id, calendar])),
  };
}
