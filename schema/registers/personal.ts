import { perRegister } from "./per-register.ts";
import type { Cell, Column, Register, Row } from "./register.ts";

/** Personal data of applicants (domain.md, section 1). */

/** Columns that hold personal data of applicants. */
export const personalColumns = perRegister(
  (register): ReadonlySet<string> =>
    new Set(Object.keys(register.columns).filter((key) => register.columns[key]?.personal)),
);

/** What stands in a personal column of a row once personal data are erased: a pseudonym, or nothing. */
export function erased(register: Register, column: Column, row: Row): Cell {
  const code = row[register.code.column];
  return column.pseudonym === undefined ? null : column.pseudonym.replace("{code}", String(code));
}
