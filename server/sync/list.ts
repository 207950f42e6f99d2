import type { Actor, ListedRow, ListQuery } from "../../schema/api/context.ts";
import type { Register } from "../../schema/registers/register.ts";
import { findTyped, listTyped, type TypedRow } from "../store/list-rows.ts";
import { isReferenceTarget, referables, type Referable } from "../store/references.ts";
import type { Store } from "../store/store.ts";
import { UUID } from "./push.ts";
import { readable } from "./readable.ts";

/** Rows of the actor's institution that meet the query, references as `{id, code, name}`. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export async function listRows(
  store: Store,
  actor: Actor,
  key: string,
  query: ListQuery,
): Promise<{ readonly rows: readonly ListedRow[]; readonly total: number }> {
  const register = readable(actor, key);
  const { rows, total } = await listTyped(store, register, actor.institutionId, query);
  return { rows: await withReferences(store, actor, register, rows), total };
}

/** One row by id or by code, or null when the institution has none. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export async function findRow(
  store: Store,
  actor: Actor,
  key: string,
  by: { readonly id?: string; readonly code?: string },
): Promise<ListedRow | null> {
  const register = readable(actor, key);
  if ((by.id !== undefined && !UUID.test(by.id)) || (by.id === undefined && by.code === undefined)) return null;
  const row = await findTyped(store, register, actor.institutionId, by);
  return row ? ((await withReferences(store, actor, register, [row]))[0] ?? null) : null;
}

async function withReferences(
  store: Store,
  actor: Actor,
  register: Register,
  rows: readonly TypedRow[],
): Promise<ListedRow[]> {
  const directories = new Map<string, ReadonlyMap<string, Referable>>();
  for (const column of Object.values(register.columns)) {
    if (column.type !== "reference" && column.type !== "references") continue;
    if (directories.has(column.to) || !isReferenceTarget(column.to) || rows.length === 0) continue;
    const all = await referables(store, column.to, actor.institutionId);
    directories.set(column.to, new Map(all.map((one) => [one.id, one])));
  }
  return rows.map((row) => {
    const cells: Record<string, unknown> = { ...row.cells };
    for (const [key, column] of Object.entries(register.columns)) {
      if (column.type !== "reference" && column.type !== "references") continue;
      const directory = directories.get(column.to);
      const stored = row.cells[key];
      cells[key] = Array.isArray(stored)
        ? stored.flatMap((id: string) => directory?.get(id) ?? [])
        : typeof stored === "string"
          ? (directory?.get(stored) ?? null)
          : null;
    }
    return { ...row, cells };
  });
}
