import { type Actor } from "../../schema/api/context.ts";
import { type Register } from "../../schema/registers/register.ts";
import { ROLES, type Role, type Scope } from "../../schema/registers/roles.ts";

/**
 * Who may do what with a register: the declaration's `rights`, `edit` and `rowRoles` applied to a person. Pure; the
 * rows handed in are of the actor's own institution already, because no query of this server crosses that border.
 */

/** A role of these scopes is held for one thing at a time, so being listed in the actor's roles says nothing about this row. */
const BOUND_TO_A_ROW: ReadonlySet<Scope> = new Set<Scope>(["SERVICE", "RESOURCE", "PROCESS"]);

const holdsEverywhere = (role: Role): boolean => !BOUND_TO_A_ROW.has(ROLES[role].scope);
const overlap = (allowed: readonly Role[], held: readonly Role[]): boolean =>
  allowed.some((role) => held.includes(role));

/** Staff read the registers of their institution; somebody known only as a recipient of services is not staff. */
export function mayRead(_register: Register, actor: Actor): boolean {
  return actor.roles.length === 0 || actor.roles.some((role) => role !== "RECIPIENT");
}

/** Whether the person may add rows. Row roles do not count: there is no row yet. */
export function mayCreate(register: Register, actor: Actor): boolean {
  return overlap(register.rights.create, actor.roles.filter(holdsEverywhere));
}

/**
 * The roles the person holds for `row`: those of the institution, and those the row itself gives by naming the person.
 * `row` maps column to its stored form: a person's id, or a list of ids.
 */
export function rolesOn(register: Register, actor: Actor, row: Readonly<Record<string, unknown>>): Role[] {
  const held = new Set(actor.roles.filter(holdsEverywhere));
  for (const [role, column] of Object.entries(register.rowRoles ?? {})) {
    const named = row[column];
    if (Array.isArray(named) ? named.includes(actor.personId) : named === actor.personId) held.add(role as Role);
  }
  return [...held];
}

/** Whether `roles` (of {@link rolesOn}, or of the institution for a new row) may change `column`. */
export function mayEdit(register: Register, column: string, roles: readonly Role[]): boolean {
  const declared = Object.hasOwn(register.columns, column) ? register.columns[column] : undefined;
  if (declared === undefined || declared.readOnly) return false;
  return overlap(declared.edit ?? register.rights.edit, roles);
}

/** Whether `roles` (of {@link rolesOn}) may take the row out of use. */
export function mayRetire(register: Register, roles: readonly Role[]): boolean {
  return overlap(register.rights.retire, roles);
}
