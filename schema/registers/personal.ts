import type { Cell, Column, Register, Row } from "./register.ts";

/** Personal data of applicants (domain.md, section 1). */

const known = new WeakMap<Register, ReadonlySet<string>>();

/** Columns that hold personal data of applicants. */
export function personalColumns(register: Register): ReadonlySet<string> {
  let columns = known.get(register);
  if (!columns) {
    columns = new Set(Object.keys(register.columns).filter((key) => register.columns[key]?.personal));
    known.set(register, columns);
  }
  return columns;
}

/** What stands in a personal column of a row once personal data are erased: a pseudonym, or nothing. */
export function erased(register: Register, column: Column, row: Row): Cell {
  const code = row[register.code.column];
  return column.pseudonym === undefined ? null : column.pseudonym.replace("{code}", String(code));
}
