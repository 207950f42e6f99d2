import { copyField, copyTexts } from "./copy-text.ts";
import type { Sql } from "./store.ts";
import type { WriteStamp } from "./rows.ts";
import type { StoredCell, StoredCells } from "./stored-row.ts";

export type EventKind = "CREATE" | "CHANGE" | "RETIRE" | "RESTORE" | "UNDO";
/** Column → [from, to]. */
export type Changes = Readonly<Record<string, readonly [from: StoredCell, to: StoredCell]>>;

export interface NewEvent {
  readonly rowId: string;
  readonly version: number;
  readonly kind: EventKind;
  /** As the log keeps it: from and to of every changed cell; of a creation only what it set, for `from` is nothing. */
  readonly changes: Changes | StoredCells;
}
export interface LoggedEvent extends NewEvent {
  readonly changes: Changes;
  readonly actor: string;
  readonly by: string;
  readonly at: string;
  readonly batch: string;
}

/** Appends to the log in one statement. */
export async function appendEvents(
  sql: Sql,
  events: readonly NewEvent[],
  where: WriteStamp & { readonly register: string; readonly batch: string; readonly part: number },
): Promise<void> {
  if (events.length === 0) return;
  if (sql.copyIn) {
    const fixed = [where.feed, where.at, where.actor, where.institutionId, where.register].map(copyField).join("\t");
    const batch = `${where.batch}\t${where.part}`;
    return sql.copyIn(
      "event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)",
      copyTexts(
        events,
        ({ rowId, version, kind, changes }) =>
          `${fixed}\t${rowId}\t${version}\t${kind}\t${batch}\t${copyField(JSON.stringify(changes))}\n`,
      ),
    );
  }
  await sql.query(
    `insert into event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)
     select $2::bigint, $3::timestamptz, $4::uuid, $5::uuid, $6, x.r, x.v, x.k, $7::uuid, $8::int, x.c
     from json_to_recordset($1::json) as x(r uuid, v int, k text, c json)`,
    [
      JSON.stringify(events.map((event) => ({ r: event.rowId, v: event.version, k: event.kind, c: event.changes }))),
      where.feed,
      where.at,
      where.actor,
      where.institutionId,
      where.register,
      where.batch,
      where.part,
    ],
  );
}

const LOGGED = `select e.row_id as "rowId", e.version, e.kind, e.changes, e.actor, p.name as by, e.batch,
                       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
                from event e join person p on p.id = e.actor`;

/** A creation's cells as changes from nothing. */
function asChanges(events: NewEvent[]): LoggedEvent[] {
  for (const event of events) {
    if (event.kind !== "CREATE") continue;
    const changes: Record<string, readonly [StoredCell, StoredCell]> = {};
    for (const [column, to] of Object.entries(event.changes as StoredCells)) changes[column] = [null, to];
    Object.assign(event, { changes });
  }
  return events as LoggedEvent[];
}

/** Events of rows after the version each of them is known at, oldest first. */
export async function eventsSince(sql: Sql, known: ReadonlyMap<string, number>): Promise<LoggedEvent[]> {
  if (known.size === 0) return [];
  return asChanges(
    await sql.query<LoggedEvent>(
      `${LOGGED} join unnest($1::uuid[], $2::int[]) as k(row_id, version) on e.row_id = k.row_id and e.version > k.version
     order by e.row_id, e.version`,
      [[...known.keys()], [...known.values()]],
    ),
  );
}

/** The whole history of one row of the institution, newest first. */
export async function eventsOfRow(
  sql: Sql,
  institutionId: string,
  register: string,
  row: string,
): Promise<LoggedEvent[]> {
  return asChanges(
    await sql.query<LoggedEvent>(
      `${LOGGED} where e.row_id = $1 and e.institution_id = $2 and e.register = $3 order by e.version desc`,
      [row, institutionId, register],
    ),
  );
}

/** All that a batch did in one register, oldest first. */
export async function eventsOfBatch(
  sql: Sql,
  institutionId: string,
  register: string,
  batch: string,
): Promise<LoggedEvent[]> {
  return asChanges(
    await sql.query<LoggedEvent>(
      `${LOGGED} where e.batch = $1 and e.institution_id = $2 and e.register = $3 order by e.seq`,
      [batch, institutionId, register],
    ),
  );
}
