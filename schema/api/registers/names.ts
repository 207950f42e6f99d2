import { findRegister } from "../../registers/catalogue.ts";
import type { Register } from "../../registers/register.ts";

/** Names of the API's types, derived from a register's declaration. */

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `services` → field `services` of many, `service` of one. */
export const manyField = (register: Register): string => register.key;
export const oneField = (register: Register): string => lowerFirst(register.type);

/** The enum of a choice column: `Service` and `stage` give `ServiceStage`; a list's is named for one of its items. */
export function optionsName(register: Register, column: string): string {
  const many = register.columns[column]?.type === "choices";
  return register.type + upperFirst(many ? column.replace(/s$/, "") : column);
}

/** The type a reference column gives: people are a `Person`; a row of another register its `…Reference`. */
export function referenceName(to: string): string {
  const register = findRegister(to);
  if (register !== undefined) return `${register.type}Reference`;
  return to === "people" ? "Person" : `${upperFirst(to)}Reference`;
}
