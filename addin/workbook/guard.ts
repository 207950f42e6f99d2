import type { SheetCell } from "./port.ts";

const text = (cell: SheetCell | undefined) => (cell === undefined || typeof cell === "object" ? "" : String(cell));

/** Equality of raw cells as an image shows them. */
export const sameRaw = (a: SheetCell | undefined, b: SheetCell | undefined): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && a.fault === b.fault);

/**
 * Where the rows of an image stand now, by the ids then and now. When nothing moved, every row stands where it did;
 * else a row is found by an id that was and is unique. Rows that cannot be found again give -1.
 */
export function relocate(then: readonly SheetCell[], now: readonly SheetCell[]): (row: number) => number {
  if (then.length === now.length && then.every((cell, row) => text(cell) === text(now[row]))) return (row) => row;
  const once = (cells: readonly SheetCell[]) => {
    const places = new Map<string, number>();
    cells.forEach((cell, row) => {
      const id = text(cell);
      if (id !== "") places.set(id, places.has(id) ? -1 : row);
    });
    return places;
  };
  const [before, after] = [once(then), once(now)];
  return (row) => {
    const id = text(then[row]);
    return id !== "" && before.get(id) === row ? (after.get(id) ?? -1) : -1;
  };
}
