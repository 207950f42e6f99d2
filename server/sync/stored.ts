import { parseCell } from "../../schema/registers/cells.ts";
import type { Cell, Column } from "../../schema/registers/register.ts";
import type { Refusal } from "../../schema/sync/protocol.ts";
import type { StoredCell } from "../store/stored-row.ts";
import type { Names } from "./names.ts";

type Stored = { readonly ok: true; readonly cell: StoredCell } | { readonly ok: false; readonly refusal: Refusal };

/** A cell as it came to the form in which it is kept: checked by its column, names turned into ids. */
export function toStored(key: string, column: Column, raw: Cell, names: Names): Stored {
  const parsed = parseCell(key, column, raw);
  if (!parsed.ok) return parsed;
  const { cell } = parsed;
  if (cell === null || (column.type !== "reference" && column.type !== "references")) return { ok: true, cell };
  if (column.type === "reference") {
    const found = names.idOf(key, column, String(cell));
    return "refusal" in found ? { ok: false, refusal: found.refusal } : { ok: true, cell: found.id };
  }
  const ids: string[] = [];
  for (const text of Array.isArray(cell) ? (cell as readonly string[]) : [String(cell)]) {
    const found = names.idOf(key, column, text);
    if ("refusal" in found) return { ok: false, refusal: found.refusal };
    if (!ids.includes(found.id)) ids.push(found.id);
  }
  return { ok: true, cell: ids };
}

/** A kept cell in its canonical form: ids turned into names. */
export function toCell(column: Column | undefined, stored: StoredCell | undefined, names: Names): Cell {
  if (stored === undefined || stored === null || (Array.isArray(stored) && stored.length === 0)) return null;
  if (column?.type === "reference") return names.labelOf(column, String(stored));
  if (column?.type === "references")
    return (Array.isArray(stored) ? (stored as readonly string[]) : [String(stored)]).map((id) =>
      names.labelOf(column, id),
    );
  return stored;
}
