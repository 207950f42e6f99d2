import { fieldOf, type CustomField, type FieldCells } from "../../schema/registers/custom.ts";
import { registers } from "../../schema/registers/catalogue.ts";
import { constantName } from "../../schema/registers/text.ts";
import { tableOf } from "./models.ts";
import type { Sql } from "./store.ts";

const { table, columns } = tableOf("customFields");
const TOLD = ["code", "headingLv", "headingEn", "helpLv", "helpEn", "type", "options", "required", "state"] as const;
const name = (key: string): string => columns[key]?.name ?? key;
const SELECT = `select ${name("register")} as register, ${TOLD.map((key) => `${name(key)} as "${key}"`).join(", ")}
  from ${table} where institution_id = $1`;
const ORDER = `order by ${name("position")} nulls last, ${name("code")}`;

/**
 * Custom fields of one register of the institution, ended ones too, in their order. `hold`: until the transaction ends
 * nobody changes them, for values are being written.
 */
export async function fieldsOf(
  sql: Sql,
  institutionId: string,
  register: string,
  hold = false,
): Promise<readonly CustomField[]> {
  const rows = await sql.query<FieldCells>(
    `${SELECT} and ${name("register")} = $2 ${ORDER}${hold ? " for share" : ""}`,
    [institutionId, constantName(register)],
  );
  return rows.map(fieldOf);
}

/** Custom fields of all registers of the institution, by the register's key. */
export async function allFields(sql: Sql, institutionId: string): Promise<ReadonlyMap<string, readonly CustomField[]>> {
  const rows = await sql.query<FieldCells & { readonly register: string }>(`${SELECT} ${ORDER}`, [institutionId]);
  const found = new Map<string, CustomField[]>();
  for (const { register, ...cells } of rows) {
    const key = KEYS.get(register);
    if (key === undefined) continue;
    const fields = found.get(key);
    if (fields) fields.push(fieldOf(cells));
    else found.set(key, [fieldOf(cells)]);
  }
  return found;
}

const KEYS = new Map(Object.keys(registers).map((key) => [constantName(key), key]));
