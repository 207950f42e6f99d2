import { customKeys, isCustom } from "../../schema/registers/custom.ts";
import type { Column, Register } from "../../schema/registers/register.ts";
import { literal } from "./copy.ts";
import type { StoredCell, StoredCells } from "./stored-row.ts";

/**
 * Cells of an institution's own columns stand in one JSON column of each register's table, by key; an empty cell is
 * left out. Registers without such columns do not touch it.
 */
export const CUSTOM = "custom";

/** Whether the register has columns that are kept there. */
export const hasCustom = (register: Register): boolean => customKeys(register).length > 0;

/** The row's cells for a row that is new: only what is filled in. */
export function customOf(register: Register, cells: StoredCells): Record<string, StoredCell> {
  const kept: Record<string, StoredCell> = {};
  for (const key of customKeys(register)) {
    const cell = cells[key] ?? null;
    if (cell !== null) kept[key] = cell;
  }
  return kept;
}

/** The row's cells for a row that there is, empty ones as null: what other fields hold, such as those ended, stays. */
export function customChanges(register: Register, cells: StoredCells): Record<string, StoredCell> {
  return Object.fromEntries(customKeys(register).map((key) => [key, cells[key] ?? null]));
}

/** What `custom = …` of an update is set to, `x` being the record of changes. */
export const MERGED_CUSTOM = `jsonb_strip_nulls(t.${CUSTOM} || x.${CUSTOM})`;

/** The JSON as it was read, as cells of the register's columns. */
export function readCustom(register: Register, custom: unknown): StoredCells {
  const kept = (custom ?? {}) as StoredCells;
  return Object.fromEntries(customKeys(register).map((key) => [key, kept[key] ?? null]));
}

/** SQL that tells a custom cell as COPY writes the column's type; null for a column that the table itself has. */
export function customExpression(key: string, column: Column, alias = "t"): string | null {
  if (!isCustom(key)) return null;
  const cell = `(${alias}.${CUSTOM} ->> ${literal(key)})`;
  return column.type === "boolean" ? `${cell}::boolean` : cell;
}
