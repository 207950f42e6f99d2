import { findRegister } from "../../schema/registers/catalogue.ts";
import { personalColumns } from "../../schema/registers/personal.ts";
import { BinaryRows } from "./copy-binary.ts";
import type { Sql, WriteSql } from "./store.ts";
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

/** Columns that are the same in all events of a write, then those that are the event's own. */
const COLUMNS = [
  ...["feed", "at", "actor", "institution_id", "register", "batch", "part"],
  ...["row_id", "version", "kind", "changes"],
];

/** Personal data of applicants stand apart from the log, which nobody can change: they can be erased. */
const PERSONAL = ["row_id", "version", "changes"];

/** Personal columns of a register, by key. */
const personalOf = (key: string): ReadonlySet<string> => {
  const register = findRegister(key);
  return register ? personalColumns(register) : NONE;
};
const NONE: ReadonlySet<string> = new Set();

export type EventStamp = WriteStamp & { readonly register: string; readonly batch: string; readonly part: number };

/** Events of one write on their way into the log. Each is written down as it is added, so that all can be sent at once. */
export class EventLog {
  readonly #same: Buffer;
  readonly #rows = new BinaryRows();
  readonly #parts: Buffer[] = [];
  #count = 0;
  readonly #personal: ReadonlySet<string>;
  readonly #apart = new BinaryRows();
  #countApart = 0;

  /** `erasing`: what is told of personal columns is nobody's any more and stays in the log. */
  constructor({ feed, at, actor, institutionId, register, batch, part }: EventStamp, erasing = false) {
    this.#personal = erasing ? NONE : personalOf(register);
    this.#apart.head();
    const same = new BinaryRows();
    same.row(COLUMNS.length);
    same.bigint(BigInt(feed));
    same.instant(at);
    same.uuid(actor);
    same.uuid(institutionId);
    same.text(register);
    same.uuid(batch);
    same.integer(part);
    this.#same = same.take();
    this.#rows.head();
  }

  add({ rowId, version, kind, changes: all }: NewEvent): void {
    const rows = this.#rows;
    const changes = this.#personal.size === 0 ? all : this.#withoutPersonal(rowId, version, all);
    rows.bytes(this.#same);
    rows.uuid(rowId);
    rows.integer(version);
    rows.text(kind);
    rows.text(JSON.stringify(changes));
    if (rows.full) this.#parts.push(rows.take());
    this.#count++;
  }

  /** The changes that the log keeps; those of personal columns are put apart. */
  #withoutPersonal(rowId: string, version: number, all: NewEvent["changes"]): NewEvent["changes"] {
    const kept: Record<string, unknown> = {};
    const personal: Record<string, unknown> = {};
    for (const [key, change] of Object.entries(all)) {
      if (this.#personal.has(key)) {
        if (change !== null) personal[key] = change;
      } else kept[key] = change;
    }
    if (Object.keys(personal).length > 0) {
      this.#apart.row(PERSONAL.length);
      this.#apart.uuid(rowId);
      this.#apart.integer(version);
      this.#apart.text(JSON.stringify(personal));
      this.#countApart++;
    }
    return kept as NewEvent["changes"];
  }

  /** Appends them by COPY. To be called once. */
  async append(sql: WriteSql): Promise<void> {
    if (this.#count === 0) return;
    this.#rows.end();
    await sql.copyIn(`event (${COLUMNS.join(", ")})`, [...this.#parts, this.#rows.take()]);
    if (this.#countApart === 0) return;
    this.#apart.end();
    await sql.copyIn(`personal_change (${PERSONAL.join(", ")})`, [this.#apart.take()]);
  }
}

/** By whom: a person, a monitoring system by its token's name, or nobody. */
const logged = (register: string) =>
  `select e.row_id as "rowId", e.version, e.kind, e.changes, e.actor, coalesce(p.name, m.name, '—') as by, e.batch,
          to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at${
            personalOf(register).size > 0 ? ", x.changes as personal" : ""
          }
   from event e left join person p on p.id = e.actor left join api_token m on m.id = e.actor${
     personalOf(register).size > 0
       ? " left join personal_change x on x.row_id = e.row_id and x.version = e.version"
       : ""
   }`;

type Read = NewEvent & { personal?: NewEvent["changes"] | null };

/** Events with what stood apart of them, a creation's cells as changes from nothing. */
function asChanges(events: Read[]): LoggedEvent[] {
  for (const event of events) {
    if (event.personal) Object.assign(event, { changes: { ...event.changes, ...event.personal } });
    delete event.personal;
    if (event.kind !== "CREATE") continue;
    const changes: Record<string, readonly [StoredCell, StoredCell]> = {};
    for (const [column, to] of Object.entries(event.changes as StoredCells)) changes[column] = [null, to];
    Object.assign(event, { changes });
  }
  return events as LoggedEvent[];
}

/** Events of rows of a register after the version each of them is known at, oldest first. */
export async function eventsSince(
  sql: Sql,
  register: string,
  known: ReadonlyMap<string, number>,
): Promise<LoggedEvent[]> {
  if (known.size === 0) return [];
  return asChanges(
    await sql.query<Read>(
      `${logged(register)} join unnest($1::uuid[], $2::int[]) as k(row_id, version) on e.row_id = k.row_id and e.version > k.version
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
    await sql.query<Read>(
      `${logged(register)} where e.row_id = $1 and e.institution_id = $2 and e.register = $3 order by e.version desc`,
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
    await sql.query<Read>(
      `${logged(register)} where e.batch = $1 and e.institution_id = $2 and e.register = $3 order by e.seq`,
      [batch, institutionId, register],
    ),
  );
}

/** Keys of the registers in which a batch did anything, in order. */
export async function registersOfBatch(sql: Sql, institutionId: string, batch: string): Promise<readonly string[]> {
  const found = await sql.query<{ register: string }>(
    "select distinct register from event where batch = $1 and institution_id = $2 order by register",
    [batch, institutionId],
  );
  return found.map(({ register }) => register);
}
