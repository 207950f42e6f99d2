import type { Actor } from "../../schema/api/context.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import { checkRow, isFrom, isRetired, roleNames, stateLabel } from "../../schema/registers/lifecycle.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type { Role } from "../../schema/registers/roles.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { CellConflict, PushRow, Refusal } from "../../schema/sync/protocol.ts";
import { mayCreate, mayEdit, mayRetire, rolesOn } from "../access/rights.ts";
import type { Changes, EventKind } from "../store/events.ts";
import type { StoredCell, StoredCells, StoredRow } from "../store/stored-row.ts";
import type { Names } from "./names.ts";
import { toCell, toStored } from "./stored.ts";

/** What others did to a cell since the version that the sheet knew. */
export interface Since {
  /** Its value in the version that the sheet knew. */
  readonly base: StoredCell;
  readonly by: string;
  readonly at: string;
}
export type SinceByColumn = ReadonlyMap<string, Since>;

/** What is to be done with one row. Pure: no code has been given yet and nothing written. */
export type RowPlan =
  | { readonly do: "REFUSE"; readonly refusals: readonly Refusal[] }
  | { readonly do: "CONFLICT"; readonly current: StoredRow; readonly conflicts: readonly CellConflict[] }
  | { readonly do: "NOTHING"; readonly current: StoredRow }
  | {
      readonly do: "WRITE";
      readonly kind: EventKind;
      readonly before: StoredRow | null;
      readonly cells: StoredCells;
      readonly changes: Changes | StoredCells;
      readonly retired: boolean;
      /** Others changed other cells of the row meanwhile. */
      readonly merged: boolean;
    };

/** A row of a push with what was decided for it. */
export interface PlannedRow {
  readonly row: PushRow;
  /** The id the row has or will have. */
  readonly id: string;
  readonly plan: RowPlan | "TWICE";
  readonly current: StoredRow | null;
}

export interface Asking {
  readonly register: Register;
  readonly actor: Actor;
  readonly names: Names;
  readonly editing: Editing;
}

/** Columns that each set of roles may edit; few sets of roles stand behind many rows. */
export class Editing {
  readonly #register: Register;
  readonly #bySet = new Map<string, ReadonlySet<string>>();
  constructor(register: Register) {
    this.#register = register;
  }
  columns(roles: readonly Role[]): ReadonlySet<string> {
    const set = roles.join(" ");
    let columns = this.#bySet.get(set);
    if (!columns) {
      columns = new Set(Object.keys(this.#register.columns).filter((key) => mayEdit(this.#register, key, roles)));
      this.#bySet.set(set, columns);
    }
    return columns;
  }
}

/**
 * Decides one row of a push: cells read and checked, rights by column and row, the three-way merge by cell against
 * `current` with what others changed `since` the base version, then the row as a whole in its lifecycle.
 */
export function planRow(asking: Asking, asked: PushRow, current: StoredRow | null, since: SinceByColumn): RowPlan {
  const { register, actor } = asking;
  if (current === null && asked.base !== null) return { do: "REFUSE", refusals: [refuse("NOT_FOUND", null)] };
  if (current === null && !mayCreate(register, actor)) {
    const fill = { column: register.one, who: roleNames(register.rights.create) };
    return { do: "REFUSE", refusals: [refuse("FORBIDDEN", null, fill)] };
  }
  const roles = current ? rolesOn(register, actor, current.cells) : actor.roles;
  const { changes, count, refusals: unread } = readChanges(asking, retireCells(register, asked), current, roles);
  if (unread.length > 0) return { do: "REFUSE", refusals: unread };
  if (current && count === 0) return { do: "NOTHING", current };
  if (current?.retired) return { do: "REFUSE", refusals: [refuse("RETIRED", null)] };

  const conflicts = current ? findConflicts(asking, changes, current, since) : [];
  const after = afterwards(register, current, changes);
  const refusals = [
    ...(current ? rightsOnChanges(asking, changes, current, roles, asked.retire === true) : []),
    ...checkRow(register, current?.cells ?? null, after, roles),
  ];
  // A conflict comes first: what the row would be is not settled before the person has chosen.
  if (current && conflicts.length > 0) return { do: "CONFLICT", current, conflicts };
  if (refusals.length > 0) return { do: "REFUSE", refusals: onePerColumn(refusals) };

  const retired = isRetired(register, after);
  return {
    do: "WRITE",
    kind: current === null ? "CREATE" : retired ? "RETIRE" : "CHANGE",
    before: current,
    cells: after,
    // Of a creation the log keeps what it set.
    changes: current ? changesOf(current, after) : after,
    retired,
    merged: [...since.keys()].some((key) => !(key in changes)),
  };
}

/** Retiring is the step to the register's retired state. */
function retireCells(register: Register, asked: PushRow): Readonly<Record<string, Cell>> {
  const { lifecycle } = register;
  return asked.retire && lifecycle?.retired !== undefined
    ? { ...asked.cells, [lifecycle.column]: lifecycle.retired }
    : asked.cells;
}

/** The cells that differ from the row as it is, in stored form; and what is wrong with those that cannot be read. */
function readChanges(
  { register, names, editing }: Asking,
  cells: Readonly<Record<string, Cell>>,
  current: StoredRow | null,
  roles: readonly Role[],
): { readonly changes: StoredCells; readonly count: number; readonly refusals: readonly Refusal[] } {
  const changes: Record<string, StoredCell> = {};
  let count = 0;
  const refusals: Refusal[] = [];
  const editable = editing.columns(roles);
  for (const key of Object.keys(cells)) {
    const column = Object.hasOwn(register.columns, key) ? register.columns[key] : undefined;
    if (!column) {
      refusals.push(refuse("UNKNOWN_COLUMN", key, { column: key }));
      continue;
    }
    const stored = toStored(key, column, cells[key] ?? null, names);
    if (!stored.ok) {
      refusals.push(stored.refusal);
      continue;
    }
    // An emptied code or state says nothing: a row always has both.
    const kept = key === register.code.column || key === register.lifecycle?.column;
    if (kept && current && stored.cell === null) continue;
    if (sameCell(stored.cell, current?.cells[key] ?? null)) continue;
    changes[key] = stored.cell;
    count++;
    // Of a new row every given cell is a change; of an existing one rights come after conflicts.
    if (current === null && !editable.has(key)) refusals.push(forbidden(register, key));
  }
  return { changes, count, refusals };
}

function forbidden(register: Register, key: string): Refusal {
  const column = register.columns[key];
  if (column?.readOnly) return refuse("READ_ONLY", key, { column: column.label });
  return refuse("FORBIDDEN", key, {
    column: column?.label ?? key,
    who: roleNames(column?.edit ?? register.rights.edit),
  });
}

function rightsOnChanges(
  { register, editing }: Asking,
  changes: StoredCells,
  current: StoredRow,
  roles: readonly Role[],
  retire: boolean,
): Refusal[] {
  const refusals: Refusal[] = [];
  const state = register.lifecycle ? String(current.cells[register.lifecycle.column] ?? "") : "";
  if (retire && !mayRetire(register, roles))
    refusals.push(refuse("FORBIDDEN", null, { column: register.one, who: roleNames(register.rights.retire) }));
  const editable = editing.columns(roles);
  for (const key of Object.keys(changes)) {
    const column = register.columns[key];
    if (!editable.has(key)) refusals.push(forbidden(register, key));
    else if (key === register.code.column)
      refusals.push(refuse("CODE_IS_FIXED", key, { column: column?.label ?? key }));
    else if (column?.lockedFrom !== undefined && isFrom(register, column.lockedFrom, state)) {
      refusals.push(refuse("LOCKED", key, { column: column.label, state: stateLabel(register, column.lockedFrom) }));
    }
  }
  return refusals;
}

function findConflicts(
  { register, names }: Asking,
  changes: StoredCells,
  current: StoredRow,
  since: SinceByColumn,
): CellConflict[] {
  const conflicts: CellConflict[] = [];
  for (const [key, mine] of Object.entries(changes)) {
    const others = since.get(key);
    if (!others) continue;
    const cell = (stored: StoredCell | undefined) => toCell(register.columns[key], stored, names);
    conflicts.push({
      column: key,
      base: cell(others.base),
      mine: cell(mine),
      theirs: cell(current.cells[key]),
      by: others.by,
      at: others.at,
    });
  }
  return conflicts;
}

function afterwards(register: Register, current: StoredRow | null, changes: StoredCells): StoredCells {
  const after: Record<string, StoredCell> = { ...current?.cells, ...changes };
  const { lifecycle } = register;
  // An emptied state is no state: a new row starts at the beginning, an existing one stays where it is.
  if (lifecycle && (after[lifecycle.column] ?? null) === null)
    after[lifecycle.column] = current?.cells[lifecycle.column] ?? lifecycle.initial;
  return after;
}

/** From and to of every cell that differs. */
export function changesOf(before: Pick<StoredRow, "cells"> | null, after: StoredCells): Changes {
  const changes: Record<string, readonly [StoredCell, StoredCell]> = {};
  for (const key of Object.keys(after)) {
    const from = before?.cells[key] ?? null;
    const to = after[key] ?? null;
    if (!sameCell(from, to)) changes[key] = [from, to];
  }
  return changes;
}

/** The first thing wrong with a column is enough; a second sentence about the same cell only confuses. */
function onePerColumn(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string | null>();
  return refusals.filter(({ column }) => !seen.has(column) && seen.add(column));
}
