import type { Actor } from "../../schema/api/context.ts";
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

/**
 * Rows told apart by the choice columns `by`: in each case those that hold one of the combinations `cells` (empty: ""),
 * all of them or only those that name the person in one of `ways`. `also` are columns whose people see the row anyhow.
 */
export interface Cases {
  readonly by: readonly string[];
  readonly cases: readonly {
    readonly cells: readonly (readonly string[])[];
    readonly ways: "ALL" | readonly Naming[];
  }[];
  readonly also: readonly string[];
}

/** What of a register a person sees: which rows, and of which rows the personal data of applicants (domain.md, section 1). */
export interface Sight {
  readonly person: string;
  readonly rows: Exclude<Readable, "NONE"> | Cases;
  /** ALL of the rows seen, or only of those that name the person in one of these ways. */
  readonly personal: "ALL" | readonly Naming[];
}

/** What the person sees of the register; null for nothing at all. */
export function sightOf(register: Register, actor: Actor): Sight | null {
  const read = mayRead(register, actor);
  if (read === "NONE") return null;
  const rows = read === "ALL" ? rowsFor(register, actor) : read;
  const person = actor.personId;
  const all =
    personalColumns(register).size === 0 ||
    maySeePersonal(register, heldEverywhere(actor)) ||
    (rows !== "ALL" && "columns" in rows && rows.columns.every((column) => givesPersonal(register, column)));
  return { person, rows, personal: all ? "ALL" : namings(register, actor, register.personalFor ?? []) };
}

/** Of a register that the person reads, the rows that are for them. */
function rowsFor(register: Register, actor: Actor): "ALL" | Cases {
  const { readers } = register;
  if (!readers) return "ALL";
  const everywhere = heldEverywhere(actor);
  const byWho = new Map<string, { readonly who: readonly Who[] | null; readonly cells: (readonly string[])[] }>();
  for (const cells of combinations(register, readers.by)) {
    const who = readers.of(Object.fromEntries(readers.by.map((key, at) => [key, cells[at] || null])));
    const same = byWho.get(String(who));
    if (same) same.cells.push(cells);
    else byWho.set(String(who), { who, cells: [cells] });
  }
  const cases = [...byWho.values()].map(({ who, cells }) => {
    const all = who === null || who.some((one) => everywhere.includes(one));
    return { cells, ways: all ? ("ALL" as const) : namings(register, actor, who) };
  });
  return cases.every(({ ways }) => ways === "ALL") ? "ALL" : { by: readers.by, cases, also: readers.also };
}

/** All that choice columns may hold together; "" for nothing. */
function combinations(register: Register, keys: readonly string[]): readonly (readonly string[])[] {
  return keys.reduce<readonly (readonly string[])[]>(
    (before, key) => {
      const column = register.columns[key];
      const options = column?.type === "choice" ? Object.keys(column.options) : [];
      return before.flatMap((cells) => ["", ...options].map((option) => [...cells, option]));
    },
    [[]],
  );
}

/** Whether the person sees only rows that name them, as a recipient does. */
export const seesOnlyOwn = ({ rows }: Pick<Sight, "rows">): boolean => rows !== "ALL" && "columns" in rows;

/** Whether being named in the column is enough to see the row's personal data. */
const givesPersonal = (register: Register, column: string): boolean =>
  Object.entries(register.rowRoles ?? {}).some(
    ([who, holders]) =>
      maySeePersonal(register, [who as Who]) &&
      holders.some((holder) => holder.via === undefined && holder.column === column),
  );

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
