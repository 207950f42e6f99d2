import type { Actor } from "../../schema/api/context.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import { checkRow } from "../../schema/registers/check-row.ts";
import { isFrom, isRetired, stateLabel, whoNames } from "../../schema/registers/lifecycle.ts";
import { personalColumns } from "../../schema/registers/personal.ts";
import { prepareRow, type Moment } from "../../schema/registers/prepare-row.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { CellConflict, PushRow, Refusal } from "../../schema/sync/protocol.ts";
import { hiddenFrom } from "../access/sight.ts";
import { mayCreate, mayRetire, rolesOn, type Holders } from "../access/rights.ts";
import type { Facts } from "../rules/open-facts.ts";
import type { Changes, EventKind } from "../store/events.ts";
import type { StoredCell, StoredCells, StoredRow } from "../store/stored-row.ts";
import type { Names } from "./names.ts";
import { forbidden, NOTHING_HIDDEN, readChanges, retireCells, type Reading } from "./read-changes.ts";
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

export interface Asking extends Reading {
  readonly actor: Actor;
  readonly moment: Moment;
  /** People named by what rows refer to. */
  readonly holders: Holders;
  /** What the rules of these rows ask about. */
  readonly facts: Facts;
  /** Names in a row the record that it opens by this very write. */
  readonly openings: { readonly naming: (id: string, after: StoredCells) => StoredCells };
}

/** What is known before anything is looked up for the rows. */
export type Drafting = Omit<Asking, "facts" | "holders" | "openings">;

/**
 * Decides one row of a push: cells read and checked, rights by column and row, the three-way merge by cell against
 * `current` with what others changed `since` the base version, then the row as a whole in its lifecycle.
 */
export function planRow(
  asking: Asking,
  id: string,
  asked: PushRow,
  current: StoredRow | null,
  since: SinceByColumn,
): RowPlan {
  const { register, facts } = asking;
  if (current === null && asked.base !== null) return { do: "REFUSE", refusals: [refuse("NOT_FOUND", null)] };
  const roles = heldFor(asking, asked, current);
  if (current === null && !mayCreate(register, roles)) {
    const fill = { column: register.one, who: whoNames(register.rights.create) };
    return { do: "REFUSE", refusals: [refuse("FORBIDDEN", null, fill)] };
  }
  const { changes, count, refusals: unread } = readChanges(asking, retireCells(register, asked), current, roles);
  if (unread.length > 0) return { do: "REFUSE", refusals: unread };
  if (current && count === 0) return { do: "NOTHING", current };
  if (current?.retired) return { do: "REFUSE", refusals: [refuse("RETIRED", null)] };

  const conflicts = current ? findConflicts(asking, changes, current, since) : [];
  const before = current?.cells ?? null;
  const after = asking.openings.naming(id, afterwards(asking, current, changes));
  const { now, today } = asking.moment;
  const moved = current ? movedFrom(asking, current, changes) : null;
  const held = moved ? roles.filter((who) => moved.roles.includes(who)) : roles;
  const asker = { person: asking.moment.person, held, fact: facts.of(id, before), now, today };
  const refusals = [
    ...(current ? rightsOnChanges(asking, changes, current, roles, asked.retire === true) : []),
    ...(moved && !mayCreate(register, moved.roles) ? [mayNotPut(register, moved.column)] : []),
    ...checkRow(register, before, after, asker),
  ];
  // A conflict comes first: what the row would be is not settled before the person has chosen.
  if (current && conflicts.length > 0) return { do: "CONFLICT", current, conflicts };
  if (refusals.length > 0) return { do: "REFUSE", refusals: onePerColumn(refusals) };

  facts.took({ id, before, after });
  const merged = [...since.keys()].some((key) => !(key in changes));
  return landing(register, current, after, merged);
}

/** The plan of a row that nothing stands against. */
export function landing(register: Register, current: StoredRow | null, after: StoredCells, merged: boolean): RowPlan {
  const retired = isRetired(register, after);
  return {
    do: "WRITE",
    kind: current === null ? "CREATE" : retired ? "RETIRE" : "CHANGE",
    before: current,
    cells: after,
    // Of a creation the log keeps what it set.
    changes: current ? changesOf(current, after) : after,
    retired,
    merged,
  };
}

function rightsOnChanges(
  { register, editing }: Asking,
  changes: StoredCells,
  current: StoredRow,
  roles: readonly Who[],
  retire: boolean,
): Refusal[] {
  const refusals: Refusal[] = [];
  const state = register.lifecycle ? String(current.cells[register.lifecycle.column] ?? "") : "";
  if (retire && !mayRetire(register, roles))
    refusals.push(refuse("FORBIDDEN", null, { column: register.one, who: whoNames(register.rights.retire) }));
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

/** The row with its changes, completed as its lifecycle says. */
function afterwards(
  { register, moment }: Pick<Asking, "register" | "moment">,
  current: StoredRow | null,
  changes: StoredCells,
): StoredCells {
  return prepareRow(register, current?.cells ?? null, { ...current?.cells, ...changes }, moment) as StoredCells;
}

/** What the person holds for a row: of a new one only through what it refers to. */
function heldFor({ register, actor, names, holders }: Asking, asked: PushRow, current: StoredRow | null): Who[] {
  if (current) return rolesOn(register, actor, current.cells, { id: current.id, holders });
  return rolesOn(register, actor, referred(register, names, asked.cells), { fresh: true, holders });
}

/**
 * The column by which a row goes over to something else through which people hold roles, and what the person holds
 * for it there: whoever may not add such a row there may not move one there either, nor take its steps on the way.
 */
function movedFrom({ register, actor, holders }: Asking, { id, cells }: StoredRow, changes: StoredCells) {
  const via = Object.values(register.rowRoles ?? {}).flatMap((relations) => relations.flatMap((one) => one.via ?? []));
  const column = via.find((key) => key in changes);
  if (column === undefined) return null;
  const there = { ...cells };
  for (const key of via) if (key in changes) there[key] = changes[key] ?? null;
  return { column, roles: rolesOn(register, actor, there, { id, holders }) };
}

const mayNotPut = (register: Register, column: string): Refusal =>
  refuse("FORBIDDEN", column, {
    column: register.columns[column]?.label ?? column,
    who: whoNames(register.rights.create),
  });

/** Columns of a row that are kept from the person; nothing of a new row is. */
export function hiddenIn(asking: Asking, current: StoredRow | null): ReadonlySet<string> {
  const { register, actor, holders } = asking;
  if (!current || personalColumns(register).size === 0) return NOTHING_HIDDEN;
  return hiddenFrom(register, rolesOn(register, actor, current.cells, { id: current.id, holders }));
}

/** Of cells as they came, those through which roles come, in stored form. */
export function referred(
  register: Register,
  names: Names,
  cells: Readonly<Record<string, Cell>>,
): Readonly<Record<string, StoredCell>> {
  const read: Record<string, StoredCell> = {};
  for (const [who, holders] of Object.entries(register.rowRoles ?? {})) {
    for (const holder of holders) {
      // What a row says of itself gives nothing but that it is an applicant's own.
      const key = holder.via ?? (who === "RECIPIENT" ? holder.column : undefined);
      const column = key === undefined ? undefined : register.columns[key];
      if (key === undefined || !column || key in read || (cells[key] ?? null) === null) continue;
      const stored = toStored(key, column, cells[key] ?? null, names);
      read[key] = stored.ok ? stored.cell : null;
    }
  }
  return read;
}

/**
 * The row as a push would leave it, as far as its cells can be read; for looking up in sets what its rules ask about
 * before any row is decided.
 */
export function draftRow(asking: Drafting, asked: PushRow, current: StoredRow | null): StoredCells {
  const none: readonly Who[] = [];
  return afterwards(asking, current, readChanges(asking, retireCells(asking.register, asked), current, none).changes);
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

/**
 * The first thing wrong with a column is enough, a second sentence about the same cell only confuses; but every rule
 * that a step breaks is something else to be done.
 */
function onePerColumn(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string>();
  return refusals.filter(({ column, rule }) => {
    const told = `${column} ${rule ?? ""}`;
    return !seen.has(told) && seen.add(told);
  });
}
