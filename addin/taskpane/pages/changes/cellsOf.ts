import type { Cell } from "../../../../schema/registers/register.ts";
import type { CellConflict, Refusal } from "../../../../schema/sync/protocol.ts";
import type { PendingRow } from "../../../sync/service.ts";

/** One cell of a pending row with all that is known of it. */
export interface CellFacts {
  readonly column: string;
  /** From what to what; absent where only a refusal or a conflict names the cell. */
  readonly change?: { readonly from: Cell; readonly to: Cell };
  readonly refusals: readonly Refusal[];
  readonly conflict?: CellConflict;
}

/** Brings a row's edits, refusals and conflicts together by cell; refusals of the row as a whole stand apart. */
export function cellsOf(row: PendingRow): { readonly cells: readonly CellFacts[]; readonly ofRow: readonly Refusal[] } {
  const columns = new Set(row.cells.map(({ column }) => column));
  for (const { column } of row.conflicts) columns.add(column);
  for (const { column } of row.refusals) if (column !== null) columns.add(column);
  const cells = [...columns].map((column): CellFacts => {
    const change = row.cells.find((cell) => cell.column === column);
    const conflict = row.conflicts.find((cell) => cell.column === column);
    return {
      column,
      refusals: row.refusals.filter((refusal) => refusal.column === column),
      ...(change ? { change: { from: change.from, to: change.to } } : {}),
      ...(conflict ? { conflict } : {}),
    };
  });
  return { cells, ofRow: row.refusals.filter(({ column }) => column === null) };
}
