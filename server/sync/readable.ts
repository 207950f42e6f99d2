import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { withCustomFields, type CustomField } from "../../schema/registers/custom.ts";
import type { Register } from "../../schema/registers/register.ts";
import { heldEverywhere, mayCreate } from "../access/rights.ts";
import { sightOf, type Sight } from "../access/sight.ts";
import { fieldsOf } from "../store/custom-fields.ts";
import type { Sql } from "../store/store.ts";

/** A register with what the person who asks sees of it. */
export interface Seen {
  readonly register: Register;
  readonly sight: Sight;
}

/** The register `key` for someone who may read it, or some rows of it. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export function readable(actor: Actor, key: string): Register {
  return seenBy(actor, key).register;
}

/** The same with what they see of it; every use case that gives rows begins here. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export function seenBy(actor: Actor, key: string): Seen {
  const register = known(key);
  const sight = sightOf(register, actor);
  if (!sight) throw new SaimeError("FORBIDDEN");
  return { register, sight };
}

/** The same for who writes: a monitoring system adds rows to registers of which it sees none. */
export function writable(actor: Actor, key: string): Seen {
  const register = known(key);
  const sight = sightOf(register, actor);
  if (!sight && !mayCreate(register, heldEverywhere(actor))) throw new SaimeError("FORBIDDEN");
  return { register, sight: sight ?? { person: actor.personId, rows: { columns: [] }, personal: [] } };
}

/** A register with the institution's own columns, and its custom fields, ended ones too. */
export interface SeenWhole extends Seen {
  readonly fields: readonly CustomField[];
}

/**
 * The register with the columns that the institution has added to it. `hold`: a write follows in this transaction, so
 * the fields stay as they are until then. `former`: columns that are not in use any more are among them.
 */
export async function withOwnColumns(
  sql: Sql,
  actor: Actor,
  seen: Seen,
  { hold = false, former = false }: { readonly hold?: boolean; readonly former?: boolean } = {},
): Promise<SeenWhole> {
  const fields = await fieldsOf(sql, actor.institutionId, seen.register.key, hold);
  return { ...seen, register: withCustomFields(seen.register, fields, former), fields };
}

function known(key: string): Register {
  const register = findRegister(key);
  if (!register) throw new SaimeError("UNKNOWN_REGISTER");
  return register;
}
