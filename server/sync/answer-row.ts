import { sameCell } from "../../schema/registers/cells.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { RowResult } from "../../schema/sync/protocol.ts";
import type { StoredCells } from "../store/stored-row.ts";
import type { Asking, SinceByColumn, PlannedRow } from "./plan-row.ts";
import { toCell } from "./stored.ts";

/** The answer for one row, with the canonical cells that differ from what the sheet sent or knew. */
export function answerRow(asking: Asking, planned: PlannedRow, since: ReadonlyMap<string, SinceByColumn>): RowResult {
  const { row, plan } = planned;
  if (plan === "TWICE") return { row: row.row, outcome: "REFUSED", refusals: [refuse("DUPLICATE_ROW", null)] };
  const others = since.get(planned.current?.id ?? "") ?? new Map<string, unknown>();
  switch (plan.do) {
    case "REFUSE":
      return { row: row.row, outcome: "REFUSED", refusals: plan.refusals };
    case "CONFLICT": {
      const inConflict = new Set(plan.conflicts.map((conflict) => conflict.column));
      const untouched = [...others.keys()].filter((key) => !inConflict.has(key) && !(key in row.cells));
      return {
        row: row.row,
        outcome: "CONFLICT",
        id: plan.current.id,
        version: plan.current.version,
        conflicts: plan.conflicts,
        ...tell(cellsOf(asking, plan.current.cells, untouched)),
      };
    }
    case "NOTHING":
      return {
        row: row.row,
        outcome: "UNCHANGED",
        id: plan.current.id,
        version: plan.current.version,
        retired: plan.current.retired,
        ...tell(differing(asking, planned, plan.current.cells, others.keys())),
      };
    case "WRITE":
      return {
        row: row.row,
        outcome: plan.merged ? "MERGED" : "APPLIED",
        id: planned.id ?? row.row,
        version: (plan.before?.version ?? 0) + 1,
        retired: plan.retired,
        ...tell(differing(asking, planned, plan.cells, [...Object.keys(plan.changes), ...others.keys()])),
      };
  }
}

const tell = (cells: Readonly<Record<string, Cell>>) => (Object.keys(cells).length > 0 ? { cells } : {});

function cellsOf({ register, names }: Asking, cells: StoredCells, keys: Iterable<string>): Record<string, Cell> {
  const told: Record<string, Cell> = {};
  for (const key of keys) told[key] = toCell(register.columns[key], cells[key], names);
  return told;
}

/** Of the cells sent, changed or changed by others: those that are not as they were sent. */
function differing(
  { register, names }: Asking,
  { row }: PlannedRow,
  cells: StoredCells,
  keys: Iterable<string>,
): Record<string, Cell> {
  const told: Record<string, Cell> = {};
  const look = (key: string) => {
    const column = register.columns[key];
    if (!column || key in told) return;
    const cell = toCell(column, cells[key], names);
    const sent = Object.hasOwn(row.cells, key) ? row.cells[key] : undefined;
    if (sent === undefined || !sameCell(sent, cell)) told[key] = cell;
  };
  for (const key of keys) look(key);
  for (const key of Object.keys(row.cells)) look(key);
  return told;
}
