import type { Register } from "../../schema/registers/register.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import { isNamedByCode, type Wanted } from "../store/references.ts";
import type { StoredCell } from "../store/stored-row.ts";

type Cells = Readonly<Record<string, unknown>>;

/**
 * Which rows of registers named by code a piece of work needs: those that the sheet's cells name, and those that
 * stored cells refer to.
 */
export function wantedIn(register: Register, typed: readonly PushRow[], stored: Iterable<Cells>): Wanted {
  const columns = Object.entries(register.columns).flatMap(([key, column]) =>
    (column.type === "reference" || column.type === "references") && isNamedByCode(column.to) ? [key] : [],
  );
  const texts = new Set<string>();
  const ids = new Set<string>();
  if (columns.length > 0) {
    for (const { cells } of typed) {
      for (const key of columns) for (const text of partsOf(cells[key])) texts.add(text);
    }
    for (const cells of stored) {
      for (const key of columns) for (const id of partsOf(cells[key])) ids.add(id);
    }
  }
  return { texts: [...texts], ids: [...ids] };
}

/** Cells of both sides of changes as the log keeps them. */
export function* changedCells(
  events: Iterable<{ readonly changes: Readonly<Record<string, readonly [StoredCell, StoredCell]>> }>,
): Iterable<Cells> {
  for (const { changes } of events) {
    yield Object.fromEntries(Object.entries(changes).map(([key, [from]]) => [key, from]));
    yield Object.fromEntries(Object.entries(changes).map(([key, [, to]]) => [key, to]));
  }
}

function partsOf(cell: unknown): readonly string[] {
  if (Array.isArray(cell)) return (cell as readonly unknown[]).map(String);
  return typeof cell === "string" && cell !== ""
    ? cell
        .split(/[;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== "")
    : [];
}
