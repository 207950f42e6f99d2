import { findRegister } from "../../schema/registers/catalogue.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { tableOf } from "../store/models.ts";
import type { Sql } from "../store/store.ts";

/**
 * The id of the row that a text names: by id, code, name, or name with code, in any letters and without minding
 * diacritics, for the text may still be in the writing. Null when there is none or several.
 */
export async function idNamed(
  sql: Sql,
  to: string,
  institutionId: string,
  text: string | null,
): Promise<string | null> {
  const named = text?.trim() ?? "";
  if (named === "") return null;
  const selects = targetsOf(to).map((key) => {
    const register = findRegister(key);
    const { table, columns } = tableOf(key);
    const code = columns[register?.code.column ?? ""]?.name ?? "code";
    const name = columns[register?.title ?? ""]?.name ?? "name";
    const plain = (expression: string) => `lower(unaccent(${expression}))`;
    return `select id from ${table} where institution_id = $1 and retired_at is null and (id = $3::uuid
      or ${plain("$2")} in (${plain(code)}, ${plain(name)}, ${plain(`${name} || ' (' || ${code} || ')'`)}))`;
  });
  const rows = await sql.query<{ id: string }>(`${selects.join(" union all ")} limit 2`, [
    institutionId,
    named,
    isUuid(named) ? named : null,
  ]);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
