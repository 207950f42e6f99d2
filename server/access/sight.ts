import type { Actor } from "../../schema/api/context.ts";
import { namesPerson } from "../../schema/registers/named-in.ts";
import { personalColumns } from "../../schema/registers/personal.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { heldEverywhere, mayRead, maySeePersonal, type Readable } from "./rights.ts";

/**
 * Where a row names the person: `ids` are rows that the person holds a role for, the row itself or, with `via`, what
 * that column refers to; `column` names people, of the row itself or, with `via`, of the row of the register `of`
 * that it refers to.
 */
export type Naming =
  | { readonly ids: readonly string[]; readonly via?: string }
  | { readonly column: string; readonly via?: undefined; readonly of?: undefined }
  | { readonly column: string; readonly via: string; readonly of: string };

/** What of a register a person sees: which rows, and of which rows the personal data of applicants (domain.md, section 1). */
export interface Sight {
  readonly person: string;
  readonly rows: Exclude<Readable, "NONE">;
  /** ALL of the rows seen, or only of those that name the person in one of these ways. */
  readonly personal: "ALL" | readonly Naming[];
}

/** What the person sees of the register; null for nothing at all. */
export function sightOf(register: Register, actor: Actor): Sight | null {
  const rows = mayRead(register, actor);
  if (rows === "NONE") return null;
  const person = actor.personId;
  const all =
    personalColumns(register).size === 0 ||
    maySeePersonal(register, heldEverywhere(actor)) ||
    (rows !== "ALL" && rows.columns.every((column) => givesPersonal(register, column)));
  return { person, rows, personal: all ? "ALL" : namings(register, actor, register.personalFor ?? []) };
}

/** Whether being named in the column is enough to see the row's personal data. */
const givesPersonal = (register: Register, column: string): boolean =>
  Object.entries(register.rowRoles ?? {}).some(
    ([who, holders]) =>
      maySeePersonal(register, [who as Who]) &&
      holders.some((holder) => holder.via === undefined && holder.column === column),
  );

/** Whether the person sees a row with these stored cells. */
export function seesRow(
  { rows, person }: Pick<Sight, "rows" | "person">,
  cells: Readonly<Record<string, unknown>>,
): boolean {
  if (rows === "ALL") return true;
  return rows.columns.some((column) => namesPerson(cells[column], person));
}

/** All ways in which a row gives the person one of the roles `whos`, as {@link rolesOn} tells them row by row. */
export function namings(register: Register, actor: Actor, whos: readonly Who[]): readonly Naming[] {
  if (actor.monitoring) return [];
  const held = (who: Who) => (actor.scoped ?? []).flatMap(({ role, scope }) => (role === who ? [scope] : []));
  const found: Naming[] = [];
  for (const who of whos) {
    const ids = held(who);
    if (ids.length > 0) found.push({ ids });
    for (const { column, via, of } of register.rowRoles?.[who] ?? []) {
      found.push(via === undefined ? { column } : { column, via, of });
      if (via !== undefined && ids.length > 0) found.push({ ids, via });
    }
  }
  return found;
}

const NONE: ReadonlySet<string> = new Set();
/** Columns of a row that are kept from somebody who holds `held` for it. */
export function hiddenFrom(register: Register, held: readonly Who[]): ReadonlySet<string> {
  const columns = personalColumns(register);
  return columns.size === 0 || maySeePersonal(register, held) ? NONE : columns;
}
