import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type { CellConflict, Refusal } from "../../schema/sync/protocol.ts";
import type { BaseRecord, Overlay, Refused } from "./base.ts";
import type { OpenSheet } from "./context.ts";
import type { ChangedRow, Diff, EditedCell } from "./diff.ts";
import { countUnlisted } from "./remembering.ts";
import { ownColumns } from "./view.ts";
import type { ChangeSet, PendingRow, RetiredRow } from "./service.ts";

/** What the pane shows of a diff: each changed row with its cells, refusals and conflicts, in the sheet's order, deleted rows last. */
export function changeSet(sheet: OpenSheet, diff: Diff): ChangeSet {
  const { register, store, problems } = sheet;
  const rows: PendingRow[] = [];
  for (const row of diff.changed) {
    if (row.id !== null) rows.push(pendingRow(sheet, row, row.id));
  }
  for (const { record } of diff.deleted) {
    rows.push({
      row: record.id,
      kind: "DELETE",
      ...naming(register, record.cells),
      cells: [],
      refusals: store.meta.refused[record.id]?.refusals ?? [],
      conflicts: [],
    });
  }
  const silent = rows.filter(({ refusals, conflicts }) => refusals.length + conflicts.length === 0).length;
  const unlisted = Math.min(countUnlisted(store.meta), silent);
  const own = ownColumns(sheet.view);
  return {
    register: register.key as RegisterKey,
    rows,
    problems,
    ...(unlisted > 0 && { unlisted }),
    ...(own.length > 0 && { own }),
  };
}

/** True when the server has changed a cell of the row too and nobody has chosen yet. */
export const inConflict = (row: ChangedRow): boolean => row.cells.some(({ theirs }) => theirs !== undefined);

/** True when the sheet itself holds something that is no sound cell: the row is not sent. */
export const isUnsound = (row: ChangedRow): boolean => row.cells.some(({ refusal }) => refusal !== undefined);

/** Refusals that still hold: those of the sheet itself, and those remembered about cells that were not edited since. */
export function refusalsOf(sheet: OpenSheet, row: ChangedRow, id: string): readonly Refusal[] {
  const local = row.cells.flatMap(({ refusal }) => (refusal ? [refusal] : []));
  const remembered = sheet.store.meta.refused[id];
  if (!remembered) return local;
  const own = new Set(local.map(({ column }) => column));
  const now = Object.fromEntries(row.cells.map(({ at, to }) => [keyAt(sheet, at), to]));
  return [...local, ...remembered.refusals.filter((one) => !own.has(one.column) && stillHolds(one, remembered, now))];
}

function stillHolds(refusal: Refusal, { cells }: Refused, now: Readonly<Record<string, Cell>>): boolean {
  const same = (key: string) => {
    const [a, b] = [Object.hasOwn(cells, key), Object.hasOwn(now, key)];
    return a === b && (!a || sameCell(cells[key]!, now[key]!));
  };
  if (refusal.column !== null) return same(refusal.column);
  return [...Object.keys(cells), ...Object.keys(now)].every(same);
}

function pendingRow(sheet: OpenSheet, row: ChangedRow, id: string): PendingRow {
  const cells = sheet.view.codecs.map((codec, at): Cell => {
    const raw = sheet.view.cell(row.index, at);
    return raw === undefined ? (row.record?.cells[at] ?? null) : codec.read(raw).cell;
  });
  return {
    row: id,
    kind: row.kind,
    ...naming(sheet.register, cells),
    cells: row.cells.map(({ at, from, to }) => ({ column: keyAt(sheet, at), from, to })),
    refusals: refusalsOf(sheet, row, id),
    conflicts: row.cells.flatMap((cell) => conflictOf(sheet, row.record, cell)),
    ...(row.record?.overlay?.retired && { retired: retiredRow(sheet, row.record.overlay) }),
  };
}

function retiredRow({ store }: OpenSheet, { putBack }: Overlay): RetiredRow {
  if (putBack === undefined) return { by: "OTHERS", batch: null };
  return { by: "OURS", batch: store.meta.batches.find(({ batch }) => batch === putBack) ?? null };
}

function conflictOf(sheet: OpenSheet, record: BaseRecord | null, cell: EditedCell): CellConflict[] {
  if (!cell.theirs) return [];
  const column = keyAt(sheet, cell.at);
  const { by, at } = record?.overlay?.who?.[column] ?? { by: "", at: "" };
  return [{ column, base: cell.from, mine: cell.to, theirs: cell.theirs.cell, by, at }];
}

/** Code and title by which people know a row. */
export function naming(
  register: Register,
  cells: readonly Cell[],
): { readonly code: string | null; readonly title: string } {
  const keys = Object.keys(register.columns);
  const text = (key: string) => {
    const cell = cells[keys.indexOf(key)] ?? null;
    return cell === null ? null : Array.isArray(cell) ? cell.join("; ") : String(cell);
  };
  return { code: text(register.code.column), title: text(register.title) ?? "" };
}

export const keyAt = (sheet: OpenSheet, at: number): string => sheet.view.codecs[at]!.key;
