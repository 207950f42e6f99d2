import type { PendingRow } from "../../../sync/service.ts";

export const FILTERS = ["ALL", "REFUSED", "CONFLICT", "NEW", "EDIT", "DELETE"] as const;
export type Filter = (typeof FILTERS)[number];

/** Whether a row stands under a filter. A row may be refused and in conflict at once. */
export function belongs(row: PendingRow, filter: Filter): boolean {
  switch (filter) {
    case "ALL":
      return true;
    case "REFUSED":
      return row.refusals.length > 0;
    case "CONFLICT":
      return row.conflicts.length > 0;
    case "NEW":
    case "EDIT":
    case "DELETE":
      return row.kind === filter;
  }
}

/** How many rows stand under each filter. */
export function countByFilter(rows: readonly PendingRow[]): Readonly<Record<Filter, number>> {
  const counts: Record<Filter, number> = { ALL: 0, REFUSED: 0, CONFLICT: 0, NEW: 0, EDIT: 0, DELETE: 0 };
  for (const row of rows) for (const filter of FILTERS) if (belongs(row, filter)) counts[filter] += 1;
  return counts;
}

/** What asks for a person first: conflicts, then refusals, then the rest in the sheet's order. */
export function inOrder(rows: readonly PendingRow[]): readonly PendingRow[] {
  const urgency = (row: PendingRow) => (row.conflicts.length > 0 ? 0 : row.refusals.length > 0 ? 1 : 2);
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => urgency(a.row) - urgency(b.row) || a.index - b.index)
    .map(({ row }) => row);
}
