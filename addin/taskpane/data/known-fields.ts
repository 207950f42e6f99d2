import type { CustomField } from "../../../schema/registers/custom.ts";

/**
 * The institution's own columns, as the server last told of them: for words, wherever a cell is shown. What may be done
 * with them the sheet's base copy and the server know.
 */
const known = new Map<string, readonly CustomField[]>();
const NONE: readonly CustomField[] = [];

/** Fields of a register, ended ones too. */
export const fieldsKnown = (register: string): readonly CustomField[] => known.get(register) ?? NONE;

/** All fields of whoever is signed in, by register; what was known before is of no worth any more. */
export function knowFields(all: Iterable<readonly [register: string, fields: readonly CustomField[]]>): void {
  known.clear();
  for (const [register, fields] of all) if (fields.length > 0) known.set(register, fields);
}

/** Fields in use, as a pull tells them; others that were known have ended since. */
export function knowMore(register: string, fields: readonly CustomField[]): void {
  const before = fieldsKnown(register);
  if (before.length === 0 && fields.length === 0) return;
  const keys = new Set(fields.map(({ key }) => key));
  const ended = before.filter(({ key }) => !keys.has(key)).map((field) => ({ ...field, retired: true as const }));
  known.set(register, [...fields, ...ended]);
}
