import { isFrom } from "../../schema/registers/lifecycle.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";

/** Columns whose cells a row in `state` keeps. */
export const locked = (register: Register, state: string): readonly string[] =>
  Object.entries(register.columns).flatMap(([key, { lockedFrom }]) =>
    lockedFrom !== undefined && isFrom(register, lockedFrom, state) ? [key] : [],
  );

/** Columns that somebody who holds `who` alone may fill in. */
export const editable = (register: Register, who: Who): readonly string[] =>
  Object.entries(register.columns).flatMap(([key, { edit = register.rights.edit, readOnly }]) =>
    !readOnly && edit.includes(who) ? [key] : [],
  );
