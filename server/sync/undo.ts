import type { Actor } from "../../schema/api/context.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import { checkRow, isRetired, roleNames } from "../../schema/registers/lifecycle.ts";
import type { Register } from "../../schema/registers/register.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { CellConflict, RowResult, UndoAnswer } from "../../schema/sync/protocol.ts";
import { mayEdit, mayRetire, rolesOn } from "../access/rights.ts";
import {
  appendEvents,
  eventsOfBatch,
  eventsSince,
  type Changes,
  type LoggedEvent,
  type NewEvent,
} from "../store/events.ts";
import { stamp } from "../store/feed.ts";
import { lockRows, updateRows, type RowWrite } from "../store/rows.ts";
import type { StoredCell, StoredRow } from "../store/stored-row.ts";
import type { Store } from "../store/store.ts";
import { loadNames, type Names } from "./names.ts";
import { changesOf } from "./plan-row.ts";
import { UUID } from "./push.ts";
import { toCell } from "./stored.ts";
import { readable } from "./readable.ts";

/** Why a row that an undone publish had created is retired. */
const UNDONE = "Publicēšana atsaukta / Publishing undone";

/**
 * Puts back what a batch changed and nobody has changed since, cell by cell, under a batch of its own that can be
 * undone in turn. Rows that the batch created are retired, for nothing is ever deleted. The batch's own author may
 * undo it, and whoever may retire rows of the register. Throws SaimeError UNKNOWN_REGISTER, NOTHING_TO_UNDO, FORBIDDEN.
 */
export async function undo(store: Store, actor: Actor, key: string, batch: string): Promise<UndoAnswer> {
  const register = readable(actor, key);
  if (!UUID.test(batch)) throw new SaimeError("NOTHING_TO_UNDO");
  return store.transaction(async (sql) => {
    const events = await eventsOfBatch(sql, actor.institutionId, key, batch.toLowerCase());
    const [first] = events;
    if (!first) throw new SaimeError("NOTHING_TO_UNDO");
    if (first.actor !== actor.personId && !register.rights.retire.some((role) => actor.roles.includes(role)))
      throw new SaimeError("FORBIDDEN");

    const done = byRow(events);
    const rows = await lockRows(sql, register, actor.institutionId, [...done.keys()]);
    const names = await loadNames(sql, register, actor.institutionId);
    // From the batch's first event on: others may have come between two of its own.
    const all = byRow(
      await eventsSince(sql, new Map([...done].map(([row, its]) => [row, (its[0]?.version ?? 1) - 1]))),
    );
    const writes: RowWrite[] = [];
    const logged: NewEvent[] = [];
    const results: RowResult[] = [];
    for (const [row, its] of done) {
      const current = rows.get(row);
      if (!current) continue;
      const plan = planUndo({ register, actor, names }, current, all.get(row) ?? its, batch.toLowerCase());
      results.push(plan.result);
      if (!plan.write) continue;
      writes.push(plan.write);
      logged.push({ rowId: row, version: plan.write.version, kind: "UNDO", changes: plan.changes });
    }
    const undoneBy = crypto.randomUUID();
    const by = { institutionId: actor.institutionId, actor: actor.personId, ...(await stamp(sql)) };
    await updateRows(sql, register, writes, by);
    await appendEvents(sql, logged, { ...by, register: key, batch: undoneBy, part: 0 });
    return { batch, undoneBy, results };
  });
}

interface Asking {
  readonly register: Register;
  readonly actor: Actor;
  readonly names: Names;
}
type UndoPlan =
  | { readonly result: RowResult; readonly write: RowWrite; readonly changes: Changes }
  | { readonly result: RowResult; readonly write: null };

function planUndo(
  { register, actor, names }: Asking,
  current: StoredRow,
  events: readonly LoggedEvent[],
  batch: string,
): UndoPlan {
  const cell = (key: string, stored: StoredCell | undefined) => toCell(register.columns[key], stored, names);
  const before = { row: current.id, id: current.id, version: current.version, retired: current.retired };
  const created = events[0]?.kind === "CREATE";
  const { net, lastChange, touched } = netChanges(events, batch);
  const conflicts: CellConflict[] = [];
  const back: Record<string, StoredCell> = {};
  for (const [key, [from, to]] of Object.entries(net)) {
    if (sameCell(current.cells[key] ?? null, from)) continue;
    const other = lastChange.get(key);
    if (other === undefined) back[key] = from;
    else
      conflicts.push({
        column: key,
        base: cell(key, to),
        mine: cell(key, from),
        theirs: cell(key, current.cells[key]),
        by: other.by,
        at: other.at,
      });
  }
  if (created && (touched || current.retired)) {
    return { result: { ...before, outcome: touched ? "CONFLICT" : "UNCHANGED", conflicts }, write: null };
  }
  const after = created ? retiredCells(register, current) : { ...current.cells, ...back };
  const changes = changesOf(current, after);
  if (Object.keys(changes).length === 0) {
    return { result: { ...before, outcome: conflicts.length > 0 ? "CONFLICT" : "UNCHANGED", conflicts }, write: null };
  }
  const roles = rolesOn(register, actor, current.cells);
  const refusals = created
    ? mayRetire(register, roles)
      ? []
      : [refuse("FORBIDDEN", null, { column: register.one, who: roleNames(register.rights.retire) })]
    : [
        ...Object.keys(changes)
          .filter((key) => !mayEdit(register, key, roles))
          .map((key) =>
            refuse("FORBIDDEN", key, {
              column: register.columns[key]?.label ?? key,
              who: roleNames(register.columns[key]?.edit ?? register.rights.edit),
            }),
          ),
        // The state itself was sound before: only what the row as a whole demands is checked, not the step back.
        ...checkRow(register, after, after, roles),
      ];
  if (refusals.length > 0) return { result: { ...before, outcome: "REFUSED", refusals }, write: null };
  const retired = isRetired(register, after);
  const version = current.version + 1;
  return {
    result: {
      ...before,
      version,
      retired,
      outcome: conflicts.length > 0 ? "MERGED" : "APPLIED",
      cells: Object.fromEntries(Object.keys(changes).map((key) => [key, cell(key, after[key])])),
      conflicts,
    },
    write: { id: current.id, version, retired, cells: after },
    changes,
  };
}

function retiredCells(register: Register, current: StoredRow): Record<string, StoredCell> {
  const cells: Record<string, StoredCell> = { ...current.cells };
  const { lifecycle } = register;
  if (lifecycle?.retired === undefined) return cells;
  cells[lifecycle.column] = lifecycle.retired;
  for (const [key, column] of Object.entries(register.columns)) {
    if (column.requiredFrom === lifecycle.retired && column.type === "text") cells[key] ??= UNDONE;
  }
  return cells;
}

/**
 * What the batch made of each column, walked in order with what others did between and after: first from and last to,
 * begun anew where others came between; who changed a column last if it was not the batch; whether others came at all.
 */
function netChanges(events: readonly LoggedEvent[], batch: string) {
  const net: Record<string, readonly [StoredCell, StoredCell]> = {};
  const lastChange = new Map<string, LoggedEvent>();
  let touched = false;
  for (const event of events) {
    for (const [key, [from, to]] of Object.entries(event.changes)) {
      if (event.batch !== batch) {
        lastChange.set(key, event);
        touched = true;
        continue;
      }
      net[key] = [net[key] && !lastChange.has(key) ? net[key][0] : from, to];
      lastChange.delete(key);
    }
  }
  return { net, lastChange, touched };
}

function byRow(events: readonly LoggedEvent[]): Map<string, LoggedEvent[]> {
  const rows = new Map<string, LoggedEvent[]>();
  for (const event of events) {
    const its = rows.get(event.rowId);
    if (its) its.push(event);
    else rows.set(event.rowId, [event]);
  }
  return rows;
}
