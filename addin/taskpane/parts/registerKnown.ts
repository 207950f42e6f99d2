import { findRegister } from "../../../schema/registers/catalogue.ts";
import { withCustomFields } from "../../../schema/registers/custom.ts";
import type { Register } from "../../../schema/registers/register.ts";
import { fieldsKnown } from "../data/known-fields.ts";

/** The register with the institution's own columns, ended ones too: for telling of their cells. */
export function registerKnown(key: string): Register | undefined {
  const declared = findRegister(key);
  return declared && withCustomFields(declared, fieldsKnown(key), true);
}
