import type { Actor, ListedPage, ListedRow, ListQuery } from "../../schema/api/context.ts";
import { customKeys } from "../../schema/registers/custom.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { mayRead } from "../access/rights.ts";
import { findTyped, listTyped, type TypedRow } from "../store/list-rows.ts";
import { referables, type Referable } from "../store/references.ts";
import type { Store } from "../store/store.ts";
import { askNothingHidden, hiddenIn, withoutHidden } from "./hidden.ts";
import { seenBy, withOwnColumns, type Seen } from "./readable.ts";
import { wantedIn } from "./wanted.ts";

/**
 * Rows of the actor's institution that the actor sees and that meet the query, references as `{id, code, name}`, personal
 * data empty for whoever may not see them. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN.
 */
export async function listRows(store: Store, actor: Actor, key: string, query: ListQuery): Promise<ListedPage> {
  const seen = await withOwnColumns(store, actor, seenBy(actor, key));
  askNothingHidden(seen.register, seen.sight, query);
  const page = await listTyped(store, seen.register, actor.institutionId, query, seen.sight);
  return { ...page, rows: await shown(store, actor, seen, page.rows) };
}

/** One row by id or by code, or null when the institution has none or the actor does not see it. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export async function findRow(
  store: Store,
  actor: Actor,
  key: string,
  by: { readonly id?: string; readonly code?: string },
): Promise<ListedRow | null> {
  const declared = seenBy(actor, key);
  if ((by.id !== undefined && !isUuid(by.id)) || (by.id === undefined && by.code === undefined)) return null;
  const seen = await withOwnColumns(store, actor, declared);
  const row = await findTyped(store, seen.register, actor.institutionId, by, seen.sight);
  return row ? ((await shown(store, actor, seen, [row]))[0] ?? null) : null;
}

async function shown(
  store: Store,
  actor: Actor,
  { register, sight }: Seen,
  rows: readonly TypedRow[],
): Promise<ListedRow[]> {
  const hidden = await hiddenIn(store, register, actor, sight, rows);
  const told = rows.map((row) => ({ ...row, cells: withoutHidden(row.cells, hidden(row)) }));
  return withReferences(store, actor, register, told);
}

async function withReferences(
  store: Store,
  actor: Actor,
  register: Register,
  rows: readonly TypedRow[],
): Promise<ListedRow[]> {
  const wanted = wantedIn(
    register,
    [],
    rows.map(({ cells }) => cells),
  );
  const directories = new Map<string, ReadonlyMap<string, Referable>>();
  for (const column of Object.values(register.columns)) {
    if (column.type !== "reference" && column.type !== "references") continue;
    if (directories.has(column.to) || rows.length === 0) continue;
    const all = await referables(store, column.to, actor.institutionId, wanted);
    directories.set(column.to, new Map(all.map((one) => [one.id, asTold(actor, one)])));
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
    return { ...row, cells, custom: customCells(register, cells) };
  });
}

/** A record of a log that the person does not read is told as in the sheet, by its code: its title is not theirs to know. */
function asTold(actor: Actor, one: Referable): Referable {
  const register = findRegister(one.register);
  const theirs = register?.namedBy !== "code" || mayRead(register, actor) === "ALL";
  return theirs ? one : { ...one, name: one.code };
}

/** What rows hold in the institution's own columns, for who knows them only by name. */
function customCells(register: Register, cells: Readonly<Record<string, unknown>>): ListedRow["custom"] {
  return customKeys(register).flatMap((key) => {
    const column = register.columns[key];
    return column ? [{ key, label: column.label, value: cells[key] ?? null }] : [];
  });
}
