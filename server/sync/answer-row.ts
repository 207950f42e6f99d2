import { sameCell } from "../../schema/registers/cells.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { RowResult } from "../../schema/sync/protocol.ts";
import type { StoredCells } from "../store/stored-row.ts";
import { hiddenIn, type Asking, type PlannedRow, type SinceByColumn } from "./plan-row.ts";
import { toCell } from "./stored.ts";

/** The answer for one row, with the canonical cells that differ from what the sheet sent or knew. */
export function answerRow(asking: Asking, planned: PlannedRow, since: ReadonlyMap<string, SinceByColumn>): RowResult {
  const { row, plan } = planned;
  if (plan === "TWICE") return { row: row.row, outcome: "REFUSED", refusals: [refuse("DUPLICATE_ROW", null)] };
  const hidden = hiddenIn(asking, planned.current);
  const shown = (keys: Iterable<string>) => (hidden.size === 0 ? keys : [...keys].filter((key) => !hidden.has(key)));
  const others = [...shown((since.get(planned.current?.id ?? "") ?? NONE).keys())];
  switch (plan.do) {
    case "REFUSE":
      return { row: row.row, outcome: "REFUSED", refusals: plan.refusals };
    case "CONFLICT": {
      const inConflict = new Set(plan.conflicts.map((conflict) => conflict.column));
      const untouched = others.filter((key) => !inConflict.has(key) && !(key in row.cells));
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
        ...tell(differing(asking, planned, hidden, plan.current.cells, others)),
      };
    case "WRITE":
      return {
        row: row.row,
        outcome: plan.merged ? "MERGED" : "APPLIED",
        id: planned.id ?? row.row,
        version: (plan.before?.version ?? 0) + 1,
        retired: plan.retired,
        ...tell(differing(asking, planned, hidden, plan.cells, [...shown(Object.keys(plan.changes)), ...others])),
      };
  }
}

const NONE: SinceByColumn = new Map();

const tell = (cells: Readonly<Record<string, Cell>>) => (Object.keys(cells).length > 0 ? { cells } : {});

function cellsOf({ register, names }: Asking, cells: StoredCells, keys: Iterable<string>): Record<string, Cell> {
  const told: Record<string, Cell> = {};
  for (const key of keys) told[key] = toCell(register.columns[key], cells[key], names);
  return told;
}

/** Of the cells sent, changed or changed by others: those that are not as they were sent. */
function differing(
  asking: Asking,
  { row }: PlannedRow,
  hidden: ReadonlySet<string>,
  cells: StoredCells,
  keys: Iterable<string>,
): Record<string, Cell> {
  const told: Record<string, Cell> = {};
  for (const key in row.cells) if (!hidden.has(key)) tellIfOther(told, key, asking, row.cells, cells);
  for (const key of keys) if (!(key in row.cells)) tellIfOther(told, key, asking, row.cells, cells);
  return told;
}

/** A function of its own, not a closure made anew for every row: thousands of rows have nothing to tell. */
function tellIfOther(
  told: Record<string, Cell>,
  key: string,
  { register, names }: Asking,
  sent: Readonly<Record<string, Cell>>,
  cells: StoredCells,
): void {
  const column = register.columns[key];
  if (!column) return;
  const cell = toCell(column, cells[key], names);
  const mine = Object.hasOwn(sent, key) ? sent[key] : undefined;
  if (mine === undefined || !sameCell(mine, cell)) told[key] = cell;
}
