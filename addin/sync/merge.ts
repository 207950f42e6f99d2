import { sameCell } from "../../schema/registers/cells.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { BaseRecord, Overlay, Who } from "./base.ts";
import type { View } from "./view.ts";

/** A row as the server has it. `cells` are in declared order. */
export interface ServerRow {
  readonly id: string;
  readonly version: number;
  readonly cells: readonly Cell[];
  readonly retired: boolean;
  /** Who set its cells and when, where an answer told. */
  readonly who?: Who;
}

/** Cells of the row that this sheet sent. `applied`: the server says it took them; else nobody knows (the reply was lost). */
export interface Sent {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly applied: boolean;
  /** The batch in which this sheet asked to retire the row, which was not in the sheet then. */
  readonly retire?: string;
}

export interface MergedRow {
  /** The base copy's new record. */
  readonly record: BaseRecord;
  /** Cells to be written: the column's place in the declaration and the canonical cell; `tidy` only respells it. */
  readonly writes: readonly { readonly at: number; readonly cell: Cell; readonly tidy: boolean }[];
  /** The person's sound cells in the columns that conflict. */
  readonly mine: Readonly<Record<string, Cell>>;
}

/**
 * Three-way merge of row `index` by cell. A cell the person did not touch takes theirs; one that says what theirs says
 * is settled; one the person alone changed stays; one both changed differently stays in the sheet and goes into the
 * overlay, and the base copy keeps there the cell and version the person started from. Without a base record an empty
 * cell counts as untouched. Ends with null when the row is retired and nothing was typed in it: it may leave the sheet.
 * A row that this sheet had retired and that the person has put back since is theirs as it stands: every cell that the
 * retirement changed is in conflict.
 *
 * Merging the same again changes nothing, so a refresh that broke off can simply be repeated.
 */
export function mergeRow(
  view: View,
  index: number,
  record: BaseRecord | null,
  theirs: ServerRow,
  sent?: Sent,
): MergedRow | null {
  const base = record ?? unknownBase(view, index, theirs);
  // A person who chose to keep the edits of a retired row is not asked again about the same retirement.
  const asked = theirs.retired && record?.overlay?.retired && record.overlay.version === theirs.version;
  const putBack = theirs.retired ? (sent?.retire ?? record?.overlay?.putBack) : undefined;
  const cells: Cell[] = [];
  const writes: { at: number; cell: Cell; tidy: boolean }[] = [];
  const conflicts: Record<string, Cell> = {};
  const mine: Record<string, Cell> = {};
  let mineLeft = false;
  let conflicting = false;

  for (let at = 0; at < view.codecs.length; at++) {
    const codec = view.codecs[at]!;
    const raw = view.cell(index, at);
    const was = base.cells[at] ?? null;
    const now = theirs.cells[at] ?? null;
    cells.push(now);
    if (raw === undefined) continue;
    if (codec.says(raw, now)) {
      if (raw !== codec.show(now)) writes.push({ at, cell: now, tidy: true });
      continue;
    }
    const mySent = sent && Object.hasOwn(sent.cells, codec.key) ? sent.cells[codec.key]! : undefined;
    // What was sent stood in the sheet when it was sent: anything else there now was typed since, the old value too.
    const typedSince =
      mySent !== undefined && (sent?.applied === true || sameCell(mySent, now)) && !codec.says(raw, mySent);
    const untouched = putBack === undefined && !typedSince;
    if (untouched && (codec.says(raw, was) || (sent?.applied && mySent !== undefined && codec.says(raw, mySent)))) {
      writes.push({ at, cell: now, tidy: false });
      continue;
    }
    mineLeft = true;
    const onlyMine = sameCell(was, now) || (mySent !== undefined && (sent?.applied === true || sameCell(mySent, now)));
    const open = theirs.retired ? !asked || Object.hasOwn(record.overlay.cells, codec.key) : !onlyMine;
    if (open) {
      cells[at] = was;
      conflicts[codec.key] = now;
      const reading = codec.read(raw);
      if (reading.refusal === undefined) mine[codec.key] = reading.cell;
      conflicting = true;
    }
  }

  if (theirs.retired && !mineLeft) return null;
  if (!conflicting && !theirs.retired) {
    return { record: { id: theirs.id, version: theirs.version, cells }, writes, mine };
  }
  const overlay: Overlay = {
    version: theirs.version,
    cells: conflicts,
    ...(theirs.who && { who: theirs.who }),
    ...(theirs.retired && { retired: true as const }),
    ...(putBack !== undefined && { putBack }),
  };
  return {
    record: { id: theirs.id, version: conflicting ? base.version : theirs.version, cells, overlay },
    writes,
    mine,
  };
}

/** The base of a row the base copy knows nothing of: the hidden revision may tell that it is theirs, else it is empty. */
function unknownBase(view: View, index: number, theirs: ServerRow): Pick<BaseRecord, "version" | "cells"> {
  return view.revision(index) === theirs.version ? theirs : { version: 0, cells: [] };
}

/** The server's row as a record with an overlay last knew it, to merge it again without asking. */
export function rememberedTheirs(view: View, record: BaseRecord): ServerRow | null {
  const { overlay } = record;
  if (!overlay || overlay.version === null) return null;
  const cells = view.codecs.map(({ key }, at) =>
    Object.hasOwn(overlay.cells, key) ? overlay.cells[key]! : (record.cells[at] ?? null),
  );
  return {
    id: record.id,
    version: overlay.version,
    cells,
    retired: overlay.retired === true,
    ...(overlay.who && { who: overlay.who }),
  };
}

/**
 * A row not in the table: the base copy keeps following the server, so that a deletion is still told. Should the row come
 * back (Ctrl+Z, or pasted), it shows what it showed then: what the server changed since is kept apart, as theirs, lest
 * the old cells look like the person's edits of the new ones.
 */
export function mergeAbsent(view: View, record: BaseRecord | null, theirs: ServerRow): BaseRecord | null {
  if (theirs.retired) return null;
  const { id, version, cells } = theirs;
  const since = view.codecs.flatMap(({ key }, at): [string, Cell][] => {
    const now = cells[at] ?? null;
    return record === null || sameCell(record.cells[at] ?? null, now) ? [] : [[key, now]];
  });
  if (record === null || since.length === 0) return { id, version, cells };
  const overlay: Overlay = { version, cells: Object.fromEntries(since), ...(theirs.who && { who: theirs.who }) };
  return { id, version: record.version, cells: record.cells, overlay };
}

/** The record after the person chose, for one column, mine or theirs; the overlay goes when nothing is left to choose. */
export function settle(view: View, record: BaseRecord, column: string): BaseRecord {
  const { overlay } = record;
  if (!overlay || !Object.hasOwn(overlay.cells, column)) return record;
  const cells = record.cells.slice();
  const at = view.codecs.findIndex(({ key }) => key === column);
  cells[at] = overlay.cells[column]!;
  const left = Object.fromEntries(Object.entries(overlay.cells).filter(([key]) => key !== column));
  if (Object.keys(left).length > 0) return { ...record, cells, overlay: { ...overlay, cells: left } };
  const version = overlay.version ?? record.version;
  const settled = { id: record.id, version, cells };
  return overlay.retired ? { ...settled, overlay: { ...overlay, cells: {} } } : settled;
}
