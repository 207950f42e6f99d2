import type { Cell } from "../../schema/registers/register.ts";
import type { Refusal } from "../../schema/sync/protocol.ts";
import type { BaseRecord } from "./base.ts";
import type { View } from "./view.ts";

/** A cell that differs from the base copy. `at` is the column's place in the declaration. */
export interface EditedCell {
  readonly at: number;
  readonly from: Cell;
  /** The canonical cell, or what was typed where it is none (then with `refusal`). */
  readonly to: Cell;
  readonly refusal?: Refusal;
  /** The server changed the cell too, to this. */
  readonly theirs?: { readonly cell: Cell };
}

export interface ChangedRow {
  readonly kind: "NEW" | "EDIT";
  readonly index: number;
  /** Null for a new row that has no id yet. */
  readonly id: string | null;
  readonly record: BaseRecord | null;
  readonly cells: readonly EditedCell[];
}

export interface DeletedRow {
  readonly record: BaseRecord;
  /** The row that stands there emptied, if the person cleared the cells and left the row. */
  readonly index: number | null;
}

/** The table against the base copy: what the person has done since sheet and server last agreed. */
export interface Diff {
  /** Rows of the table, the empty ones left out. */
  readonly count: number;
  readonly changed: readonly ChangedRow[];
  readonly deleted: readonly DeletedRow[];
  /** Rows that need an id of their own: typed anew, or copies of another row. */
  readonly needIds: readonly number[];
  /** Where each id stands; of several rows with the same id, the one that keeps it. */
  readonly places: ReadonlyMap<string, number>;
  /** Retired rows that stayed for their edits and have none left. */
  readonly spent: readonly BaseRecord[];
}

/**
 * Compares the whole table with the base copy. Order, filters and extra columns do not matter. A row without id is
 * new; of rows with the same id the one nearest to the base copy keeps it and the others are new; an id of the base
 * copy that no row carries is a deleted row; an entirely empty row is none.
 */
export function diffSheet(view: View, records: ReadonlyMap<string, BaseRecord>): Diff {
  const { count, places, fresh, cleared } = locate(view, records);
  const changed: ChangedRow[] = [];
  const spent: BaseRecord[] = [];
  for (const [id, index] of places) {
    const record = records.get(id);
    if (record === undefined) {
      changed.push({ kind: "NEW", index, id, record: null, cells: typedCells(view, index) });
      continue;
    }
    const cells = editedCells(view, index, record);
    if (cells.length > 0) changed.push({ kind: "EDIT", index, id, record, cells });
    else if (record.overlay?.retired) spent.push(record);
  }
  for (const index of fresh) {
    changed.push({ kind: "NEW", index, id: null, record: null, cells: typedCells(view, index) });
  }
  changed.sort((a, b) => a.index - b.index);

  const deleted: DeletedRow[] = [];
  for (const record of records.values()) {
    if (!places.has(record.id)) deleted.push({ record, index: cleared.get(record.id) ?? null });
  }
  return { count, changed, deleted, needIds: fresh, places, spent };
}

/** Where the register's rows stand in the table. */
export interface Located {
  readonly count: number;
  readonly places: ReadonlyMap<string, number>;
  /** Rows that need an id of their own, from the top. */
  readonly fresh: readonly number[];
  /** Rows of the base copy whose cells were all emptied. */
  readonly cleared: ReadonlyMap<string, number>;
}

/** Finds each row by its id; copies of a row and rows without id are told apart from it. */
export function locate(view: View, records: ReadonlyMap<string, BaseRecord>): Located {
  const places = new Map<string, number>();
  const copies = new Map<string, number[]>();
  const fresh: number[] = [];
  const cleared = new Map<string, number>();
  let count = 0;
  for (let row = 0; row < view.image.rows; row++) {
    const id = view.id(row);
    if (isEmpty(view, row)) {
      const record = id === null ? undefined : records.get(id);
      if (record === undefined) continue;
      if (!isEmptyRecord(view, record)) {
        cleared.set(record.id, row);
        continue;
      }
    }
    count++;
    if (id === null) fresh.push(row);
    else if (!places.has(id)) places.set(id, row);
    else copies.set(id, [...(copies.get(id) ?? [places.get(id)!]), row]);
  }
  for (const [id, same] of copies) {
    const keeper = nearest(view, same, records.get(id));
    places.set(id, keeper);
    fresh.push(...same.filter((row) => row !== keeper));
  }
  fresh.sort((a, b) => a - b);
  return { count, places, fresh, cleared };
}

/** The cells of row `index` that say something else than the base copy. */
export function editedCells(view: View, index: number, record: BaseRecord): readonly EditedCell[] {
  let edited: EditedCell[] | null = null;
  const { codecs } = view;
  for (let at = 0; at < codecs.length; at++) {
    const raw = view.cell(index, at);
    if (raw === undefined) continue;
    const codec = codecs[at]!;
    const from = record.cells[at] ?? null;
    // Of a row put back, what the retirement changed is the person's wish, although nobody typed it.
    if (codec.says(raw, from) && !(record.overlay?.putBack && overlaid(record, codec.key))) continue;
    const theirs = overlaid(record, codec.key);
    if (theirs && codec.says(raw, theirs.cell)) continue;
    const { cell, refusal } = codec.read(raw);
    (edited ??= []).push({ at, from, to: cell, ...(refusal && { refusal }), ...(theirs && { theirs }) });
  }
  return edited ?? [];
}

function overlaid(record: BaseRecord, key: string): { readonly cell: Cell } | undefined {
  const cells = record.overlay?.cells;
  return cells && Object.hasOwn(cells, key) ? { cell: cells[key]! } : undefined;
}

function typedCells(view: View, index: number): readonly EditedCell[] {
  const typed: EditedCell[] = [];
  view.codecs.forEach((codec, at) => {
    const raw = view.cell(index, at);
    if (raw === undefined || raw === "") return;
    const { cell, refusal } = codec.read(raw);
    if (cell !== null) typed.push({ at, from: null, to: cell, ...(refusal && { refusal }) });
  });
  return typed;
}

function isEmpty(view: View, row: number): boolean {
  for (let at = 0; at < view.codecs.length; at++) {
    const raw = view.cell(row, at);
    if (raw !== undefined && raw !== "") return false;
  }
  return true;
}

const isEmptyRecord = (view: View, record: BaseRecord) =>
  view.codecs.every((_, at) => view.columnId(at) === null || (record.cells[at] ?? null) === null);

function nearest(view: View, rows: readonly number[], record: BaseRecord | undefined): number {
  if (record === undefined) return rows[0]!;
  let best = rows[0]!;
  let least = Infinity;
  for (const row of rows) {
    const edited = editedCells(view, row, record);
    // People give a copy a code of its own, or none; the row that kept its code is the old one.
    const recoded = edited.some(({ at }) => view.codecs[at]!.key === view.register.code.column);
    const differences = edited.length + (recoded ? view.codecs.length : 0);
    if (differences < least) [best, least] = [row, differences];
  }
  return best;
}
