import { findRegister } from "../../schema/registers/catalogue.ts";
import { tableOf } from "../../server/store/models.ts";
import { stamp } from "../../server/store/feed.ts";
import type { Sql } from "../../server/store/store.ts";
import type { StoredCells } from "../../server/store/stored-row.ts";
import { filledRow } from "./filled-row.ts";

let given = 0;

/** Writes a row past every rule, as a test's ground; what it leaves out and the table needs is filled in. Gives its id. */
export async function putRow(
  sql: Sql,
  by: { readonly institutionId: string; readonly personId: string },
  key: string,
  cells: StoredCells,
): Promise<string> {
  const register = findRegister(key);
  if (!register) throw new Error(`there is no register ${key}`);
  const { table, columns } = tableOf(key);
  const id = crypto.randomUUID();
  const filled = filledRow(register);
  const needed = Object.entries(register.columns).flatMap(([one, { required, type }]) => {
    if (!required) return [];
    // Nothing in the table asks that there be such a row.
    const cell = type === "reference" ? crypto.randomUUID() : type === "references" ? [] : filled[one];
    return [[one, cell as StoredCells[string]] as const];
  });
  const row: Record<string, StoredCells[string]> = {
    ...Object.fromEntries(needed),
    [register.code.column]: `T-${++given}`,
    ...(register.lifecycle && { [register.lifecycle.column]: register.lifecycle.initial }),
    ...cells,
  };
  const written = Object.entries(columns).filter(([one]) => row[one] !== undefined);
  const { feed, at } = await stamp(sql);
  await sql.query(
    `insert into ${table} (id, institution_id, version, feed, created_at, created_by, updated_at, updated_by,
                           ${written.map(([, { name }]) => name).join(", ")})
     select $2::uuid, $3::uuid, 1, $4::bigint, $5::timestamptz, $6::uuid, $5::timestamptz, $6::uuid,
            ${written.map(([, { name }]) => `x.${name}`).join(", ")}
     from json_to_record($1::json) as x(${written.map(([, { name, type }]) => `${name} ${type}`).join(", ")})`,
    [
      JSON.stringify(Object.fromEntries(written.map(([one, { name }]) => [name, row[one]]))),
      id,
      by.institutionId,
      feed,
      at,
      by.personId,
    ],
  );
  return id;
}
