import { sameCell } from "../../../schema/registers/cells.ts";
import type { Cell, Register } from "../../../schema/registers/register.ts";
import type { PushRow } from "../../../schema/sync/protocol.ts";
import type { ImportPlan, ImportRow } from "../importing.ts";
import type { Candidate } from "./candidates.ts";
import type { Match } from "./matching.ts";

/** A candidate with what it would send; `push` is null when it sends nothing. */
export interface Compared {
  readonly row: ImportRow;
  readonly push: PushRow | null;
}

/** Only what differs is sent; an empty source cell leaves the register's value unless the plan says to clear. */
export function compareRow(register: Register, plan: ImportPlan, candidate: Candidate, match: Match | null): Compared {
  const { sourceRow, title, refusals } = candidate;
  const base = { sourceRow, title, refusals };
  if (refusals.length > 0 || match === null) {
    return { row: { ...base, outcome: "REFUSED", cells: candidate.cells }, push: null };
  }
  if (match.kind === "NEW") {
    const cells = Object.fromEntries(Object.entries(candidate.cells).filter(([, cell]) => cell !== null));
    return { row: { ...base, outcome: "NEW", cells }, push: { row: match.id, base: null, cells } };
  }
  const cells: Record<string, Cell> = {};
  const was: Record<string, Cell> = {};
  for (const [key, cell] of Object.entries(candidate.cells)) {
    const current = match.row.cells[key] ?? null;
    if (sameCell(cell, current)) continue;
    if (cell === null && (plan.emptyCells !== "CLEAR" || key === register.code.column)) continue;
    cells[key] = cell;
    was[key] = current;
  }
  if (Object.keys(cells).length === 0) return { row: { ...base, outcome: "UNCHANGED", cells }, push: null };
  return {
    row: { ...base, outcome: "CHANGED", cells, was },
    push: { row: match.row.id, base: match.row.version, cells },
  };
}
