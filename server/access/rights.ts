import { type Actor } from "../../schema/api/context.ts";
import { idsIn, namesPerson } from "../../schema/registers/named-in.ts";
import { type Register } from "../../schema/registers/register.ts";
import { ROLES, type Role, type Scope, type Who } from "../../schema/registers/roles.ts";

/**
 * Who may do what with a register: the declaration's `rights`, `edit` and `rowRoles` applied to a person. Pure; the
 * rows handed in are of the actor's own institution already, because no query of this server crosses that border.
 */

/** A role of these scopes is held for one thing at a time, so being listed in the actor's roles says nothing about this row. */
const BOUND_TO_A_ROW: ReadonlySet<Scope> = new Set<Scope>(["SERVICE", "RESOURCE", "PROCESS"]);

const holdsEverywhere = (role: Role): boolean => !BOUND_TO_A_ROW.has(ROLES[role].scope);
const overlap = (allowed: readonly Who[], held: readonly Who[]): boolean => allowed.some((who) => held.includes(who));

/** Staff are the people of an institution; somebody known only as a recipient of services, or a machine, is not. */
export function isStaff(actor: Actor): boolean {
  if (actor.monitoring) return false;
  return actor.roles.length === 0 || actor.roles.some((role) => role !== "RECIPIENT");
}

/** What the actor holds for every row of the institution. */
export function heldEverywhere(actor: Actor): Who[] {
  if (actor.monitoring) return ["MONITORING"];
  return [...(isStaff(actor) ? (["STAFF"] as const) : []), ...actor.roles.filter(holdsEverywhere)];
}

/** All rows, only those that name the person in one of `columns`, or none. */
export type Readable = "ALL" | "NONE" | { readonly columns: readonly string[] };

/** Which rows of the register the person reads (domain.md, section 1): staff all, a recipient those of their own. */
export function mayRead(register: Register, actor: Actor): Readable {
  const readers = register.rights.read ?? ["STAFF"];
  if (overlap(readers, heldEverywhere(actor))) return "ALL";
  const columns = Object.entries(register.rowRoles ?? {}).flatMap(([who, holders]) =>
    readers.includes(who as Who) ? holders.flatMap(({ via, column }) => (via === undefined ? [column] : [])) : [],
  );
  return columns.length > 0 && !actor.monitoring ? { columns: [...new Set(columns)] } : "NONE";
}

/** The cells of another register's row that name people, as far as roles hang on them; undefined for a row there is not. */
export type Holders = (register: string, id: string) => Readonly<Record<string, unknown>> | undefined;

export interface RowAsked {
  /** The row's id; left out where it has none yet. */
  readonly id?: string;
  /** The row is new: what it says of itself gives nobody a role, what it refers to does. */
  readonly fresh?: boolean;
  readonly holders?: Holders;
}

/**
 * What the person holds for a row: the roles of the institution, those held for this very row or for what it refers
 * to, and those that the row, or the row it refers to, gives by naming the person. `cells` are stored cells: a
 * person's id, or a list of ids.
 */
export function rolesOn(
  register: Register,
  actor: Actor,
  cells: Readonly<Record<string, unknown>>,
  { id, fresh = false, holders = () => undefined }: RowAsked = {},
): Who[] {
  const held = new Set(heldEverywhere(actor));
  if (actor.monitoring) return [...held];
  for (const { role, scope } of actor.scoped ?? []) if (scope === id) held.add(role);
  for (const [who, relations] of Object.entries(register.rowRoles ?? {})) {
    for (const { column, via, of } of relations) {
      if (via === undefined) {
        // What a new row says of itself gives no role, but that it is an applicant's own.
        if ((!fresh || who === "RECIPIENT") && namesPerson(cells[column], actor.personId)) held.add(who as Who);
        continue;
      }
      for (const referred of idsIn(cells[via])) {
        const row = holders(of, referred);
        const scoped = row && (actor.scoped ?? []).some(({ role, scope }) => role === who && scope === referred);
        if (scoped || namesPerson(row?.[column], actor.personId)) held.add(who as Who);
      }
    }
  }
  return [...held];
}

/** Whether `held` (of {@link rolesOn} a fresh row) may add rows. */
export function mayCreate(register: Register, held: readonly Who[]): boolean {
  return overlap(register.rights.create, held);
}

/** Whether `held` (of {@link rolesOn}) may change `column`. */
export function mayEdit(register: Register, column: string, held: readonly Who[]): boolean {
  const declared = Object.hasOwn(register.columns, column) ? register.columns[column] : undefined;
  if (declared === undefined || declared.readOnly) return false;
  return overlap(declared.edit ?? register.rights.edit, held);
}

/** Whether `held` (of {@link rolesOn}) may take the row out of use. */
export function mayRetire(register: Register, held: readonly Who[]): boolean {
  return overlap(register.rights.retire, held);
}

/** Whether `held` (of {@link rolesOn}) may see the register's personal data of applicants in a row. */
export function maySeePersonal(register: Register, held: readonly Who[]): boolean {
  return overlap(register.personalFor ?? [], held);
}
