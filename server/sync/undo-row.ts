import type { Actor } from "../../schema/api/context.ts";
import { parseCell, sameCell } from "../../schema/registers/cells.ts";
import { checkRow, checkSteps } from "../../schema/registers/check-row.ts";
import { compute } from "../../schema/registers/computed.ts";
import { isCustom } from "../../schema/registers/custom.ts";
import { isFrom, isRetired, stateLabel, stateOf, whoNames } from "../../schema/registers/lifecycle.ts";
import type { Moment } from "../../schema/registers/prepare-row.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { CellConflict, Refusal, RowResult } from "../../schema/sync/protocol.ts";
import { mayEdit, mayRetire, rolesOn, type Holders } from "../access/rights.ts";
import { hiddenFrom } from "../access/sight.ts";
import { type Facts } from "../rules/open-facts.ts";
import { type Changes, type LoggedEvent } from "../store/events.ts";
import { type RowWrite } from "../store/rows.ts";
import type { StoredCell, StoredCells, StoredRow } from "../store/stored-row.ts";
import { type Names } from "./names.ts";
import { changesOf } from "./plan-row.ts";
import { forbidden } from "./read-changes.ts";
import { toCell } from "./stored.ts";

/** Undoing row by row: pure, nothing is looked up or written here. */

/** Why a row that an undone publish had created is retired. */
const UNDONE = "Publicēšana atsaukta / Publishing undone";

/** What undoing rows of one register asks about. */
export interface Asking {
  readonly register: Register;
  readonly actor: Actor;
  readonly names: Names;
  readonly holders: Holders;
  readonly moment: Moment;
  /**
   * Held for every row where the system acts on behalf of the actor; such a row is put back as a whole or, where
   * others changed it since, not at all.
   */
  readonly held?: readonly Who[];
}
/** A row as undoing would leave it, before anything is checked. */
export interface UndoDraft {
  readonly current: StoredRow;
  readonly roles: readonly Who[];
  readonly hidden: readonly string[];
  /** The batch created the row. */
  readonly created: boolean;
  /** The batch undid another: what is undone now goes forth again. */
  readonly redone: boolean;
  /** Others changed the row since. */
  readonly touched: boolean;
  readonly after: StoredCells;
  readonly changes: Changes;
  readonly conflicts: readonly CellConflict[];
}
export type UndoPlan =
  | { readonly result: RowResult; readonly write: RowWrite; readonly changes: Changes }
  | { readonly result: RowResult; readonly write: null };

export function draftUndo(
  { register, actor, names, holders, moment, held }: Asking,
  current: StoredRow,
  events: readonly LoggedEvent[],
  batch: string,
): UndoDraft {
  const cell = (key: string, stored: StoredCell | undefined) => toCell(register.columns[key], stored, names);
  const created = events[0]?.kind === "CREATE";
  const redone = events.some((event) => event.batch === batch && event.kind === "UNDO");
  const { net, lastChange, touched } = netChanges(events, batch);
  const roles = held ?? rolesOn(register, actor, current.cells, { id: current.id, holders });
  const hidden = Object.keys(net).filter((key) => hiddenFrom(register, roles).has(key));
  const conflicts: CellConflict[] = [];
  const back: Record<string, StoredCell> = {};
  for (const [key, [from, to]] of Object.entries(net)) {
    // What is computed follows from the other cells, whoever changed them.
    if (register.columns[key]?.computed) continue;
    if (hidden.includes(key) || sameCell(current.cells[key] ?? null, from)) continue;
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
  const after = created ? retiredCells(register, current) : { ...current.cells, ...back };
  if (!created) compute(register, after, moment.settings);
  return { current, roles, hidden, created, redone, touched, after, changes: changesOf(current, after), conflicts };
}

export function planUndo({ register, actor, names, held }: Asking, draft: UndoDraft, facts: Facts): UndoPlan {
  const { current, hidden, created, touched, after, changes, conflicts } = draft;
  const before = { row: current.id, id: current.id, version: current.version, retired: current.retired };
  if (hidden.length > 0 && !created) {
    // What was and what is would be told by undoing it.
    return {
      result: { ...before, outcome: "REFUSED", refusals: hidden.map((key) => forbidden(register, key)) },
      write: null,
    };
  }
  if (held && touched) return { result: { ...before, outcome: "CONFLICT", conflicts }, write: null };
  if (created && (touched || current.retired)) {
    return { result: { ...before, outcome: touched ? "CONFLICT" : "UNCHANGED", conflicts }, write: null };
  }
  if (Object.keys(changes).length === 0) {
    return { result: { ...before, outcome: conflicts.length > 0 ? "CONFLICT" : "UNCHANGED", conflicts }, write: null };
  }
  const refusals = refusalsOf(register, actor, draft, facts);
  if (refusals.length > 0) return { result: { ...before, outcome: "REFUSED", refusals }, write: null };
  const retired = isRetired(register, after);
  const version = current.version + 1;
  const cell = (key: string) => toCell(register.columns[key], after[key], names);
  return {
    result: {
      ...before,
      version,
      retired,
      outcome: conflicts.length > 0 ? "MERGED" : "APPLIED",
      cells: Object.fromEntries(Object.keys(changes).map((key) => [key, cell(key)])),
      conflicts,
    },
    write: { id: current.id, version, retired, cells: after },
    changes,
  };
}

/** What stands in the way of undoing. */
function refusalsOf(
  register: Register,
  actor: Actor,
  { current, roles, created, redone, after, changes }: UndoDraft,
  facts: Facts,
): readonly Refusal[] {
  const asker = { person: actor.personId, held: roles, fact: facts.of(current.id, current.cells) };
  if (created) {
    if (!mayRetire(register, roles))
      return [refuse("FORBIDDEN", null, { column: register.one, who: whoNames(register.rights.retire) })];
    // What others need by now stays, however it came.
    return checkSteps(register, current.cells, after, asker).filter(({ code }) => code === "RULE");
  }
  const state = stateOf(register, current.cells);
  return Object.keys(changes)
    .flatMap((key): Refusal[] => {
      const column = register.columns[key];
      // What the server fills in itself goes back with what it hung on.
      if (!column || column.readOnly) return [];
      if (!mayEdit(register, key, roles)) return [forbidden(register, key)];
      // A field may have become another since, such as a text a number, while nothing was in it.
      if (isCustom(key)) {
        const parsed = parseCell(key, column, after[key] ?? null);
        if (!parsed.ok) return [parsed.refusal];
      }
      const { lockedFrom } = column;
      if (lockedFrom === undefined) return [];
      // The step that locked it may go back with it.
      const locked = [state, stateOf(register, after)].every((one) => isFrom(register, lockedFrom, one));
      return locked ? [refuse("LOCKED", key, { column: column.label, state: stateLabel(register, lockedFrom) })] : [];
    })
    .concat(
      // A state that was left by undoing is entered like any other, lest it stand for cells that nobody has looked at.
      redone ? checkSteps(register, current.cells, after, asker).filter(({ code }) => code !== "NO_SUCH_STEP") : [],
      // The state itself was sound before: only what the row as a whole demands is checked, not the step back.
      checkRow(register, after, after, asker),
    );
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
