import type { Actor } from "../../schema/api/context.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { mayRead } from "../access/rights.ts";
import { seesOnlyOwn } from "../access/sight.ts";
import type { Names } from "./names.ts";
import type { Seen } from "./readable.ts";

/**
 * Names as this person may type them. Whoever is not of the staff names services and resources freely, of people only
 * the own self, and no record of a log: whether a name is known would tell that it is there.
 */
export function namesFor({ sight }: Seen, actor: Actor, names: Names): Names {
  if (!seesOnlyOwn(sight) || actor.monitoring) return names;
  return {
    ...names,
    idOf(key, column, text) {
      const to = column.type === "reference" || column.type === "references" ? column.to : "";
      const found = names.idOf(key, column, text);
      if ("id" in found ? maySay(actor, to, found.id) : targetsOf(to).every((one) => isOpen(actor, one))) return found;
      const label = findRegister(to)?.label ?? column.label;
      return { refusal: refuse("UNKNOWN_REFERENCE", key, { value: text, register: label }) };
    },
  };
}

function maySay(actor: Actor, to: string, id: string): boolean {
  return to === "people" ? id === actor.personId : targetsOf(to).every((one) => isOpen(actor, one));
}

/** What recipients are offered, and what they read themselves. */
function isOpen(actor: Actor, key: string): boolean {
  const register = findRegister(key);
  return key === "services" || key === "resources" || (register !== undefined && mayRead(register, actor) === "ALL");
}
