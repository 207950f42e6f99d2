import { FIELD_TYPES, isFieldType, optionsIn, type FieldType } from "./field-types.ts";
import type { Column, Register } from "./register.ts";
import type { Words } from "./words.ts";

/** A column that an institution has added to a register for itself (domain.md, section 2: custom fields). */
export interface CustomField {
  /** The column's key in cells, events and base copies; it outlives every change of the field. */
  readonly key: string;
  readonly label: Words;
  /** Left out where nobody has written any. */
  readonly help?: Words;
  readonly type: FieldType;
  readonly options?: readonly string[];
  readonly required?: true;
  /** No longer in use: what rows hold in it is kept, told in their history, and nobody changes it. */
  readonly retired?: true;
}

/** Whether a sheet that has the one has the other, words, order and all. */
export const sameFields = (a: readonly CustomField[], b: readonly CustomField[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

const PREFIX = "custom.";

/** `CF-0001` → `custom.CF-0001`. No declared column's key has a point. */
export const customKey = (code: string): string => PREFIX + code;
export const isCustom = (key: string): boolean => key.startsWith(PREFIX);

/** A custom field as the register of custom fields keeps it. */
export interface FieldCells {
  readonly code: string;
  readonly headingLv: string;
  readonly headingEn: string | null;
  readonly helpLv: string | null;
  readonly helpEn: string | null;
  readonly type: string;
  readonly options: string | null;
  readonly required: boolean | null;
  readonly state: string;
}

/** The field that a row of the register of custom fields declares; what is said in one language stands for both. */
export function fieldOf(cells: FieldCells): CustomField {
  const { code, headingLv: lv, headingEn: en, type } = cells;
  const help = inBoth(cells.helpLv, cells.helpEn);
  return {
    key: customKey(code),
    label: { lv, en: en ?? lv },
    ...(help && { help }),
    type: isFieldType(type) ? type : "TEXT",
    ...(type === "CHOICE" && { options: optionsIn(cells.options) }),
    ...(cells.required === true && { required: true as const }),
    ...(cells.state === "RETIRED" && { retired: true as const }),
  };
}

function inBoth(lv: string | null, en: string | null): Words | undefined {
  const one = lv ?? en;
  return one === null ? undefined : { lv: lv ?? one, en: en ?? one };
}

const HELP: Words = { lv: "Iestādes pašas pievienota kolonna.", en: "A column that the institution has added." };

/** The field as a column like any other. */
export function columnOfField({ label, help = HELP, type, options = [], required, retired }: CustomField): Column {
  const words = { label, help, ...(required && !retired && { required }) };
  return { ...words, ...FIELD_TYPES[type].column(options) };
}

/** How many effective registers are remembered for each declared one. */
const REMEMBERED = 200;
const effective = new WeakMap<Register, Map<string, Register>>();

/**
 * The register with an institution's own columns after its own, so that all that works from a declaration works with
 * them too. Without fields it is the register itself. Fields no longer in use are no columns, but are known by name;
 * `former`: they are columns too, for telling and undoing what happened in them. The same fields give the same object.
 */
export function withCustomFields(register: Register, fields: readonly CustomField[], former = false): Register {
  if (fields.length === 0) return register;
  const known = effective.get(register) ?? new Map<string, Register>();
  effective.set(register, known);
  const name = `${former}${JSON.stringify(fields)}`;
  let made = known.get(name);
  if (!made) {
    made = extended(register, fields, former);
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? "");
    known.set(name, made);
  }
  return made;
}

function extended(register: Register, fields: readonly CustomField[], former: boolean): Register {
  const columns = fields.filter(({ retired }) => former || !retired);
  const gone = fields.filter(({ retired }) => retired);
  return {
    ...register,
    columns: { ...register.columns, ...Object.fromEntries(columns.map((field) => [field.key, columnOfField(field)])) },
    ...(gone.length > 0 && { former: Object.fromEntries(gone.map(({ key, label }) => [key, label])) }),
  };
}

const keys = new WeakMap<Register, readonly string[]>();
const NONE: readonly string[] = [];

/** Keys of the register's custom columns; none of a declared register. */
export function customKeys(register: Register): readonly string[] {
  let found = keys.get(register);
  if (!found) {
    found = Object.keys(register.columns).filter(isCustom);
    if (found.length === 0) found = NONE;
    keys.set(register, found);
  }
  return found;
}
