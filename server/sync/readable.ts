import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import { mayRead } from "../access/rights.ts";

/** The register `key` for someone who may read it; every use case begins here. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export function readable(actor: Actor, key: string): Register {
  const register = findRegister(key);
  if (!register) throw new SaimeError("UNKNOWN_REGISTER");
  if (!mayRead(register, actor)) throw new SaimeError("FORBIDDEN");
  return register;
}
