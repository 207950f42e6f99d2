import type { Register } from "../../schema/registers/register.ts";
import { tableOf } from "./models.ts";
import type { Sql } from "./store.ts";

/** Which of these codes the institution's register has, or ever had: codes do not change and rows are never deleted. */
export async function takenCodes(
  sql: Sql,
  register: Register,
  institutionId: string,
  codes: readonly string[],
): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const { table, columns } = tableOf(register.key);
  const code = columns[register.code.column]?.name ?? "code";
  const rows = await sql.query<{ code: string }>(
    `select ${code} as code from ${table} where institution_id = $1 and ${code} = any($2::text[])`,
    [institutionId, codes],
  );
  return new Set(rows.map((row) => row.code));
}

/**
 * The next `count` codes of the register's pattern, those in `avoid` and in the register left out. To be called under
 * `lockCodes`. A number once given is never given again, even when the row it was given for is refused afterwards.
 */
export async function nextCodes(
  sql: Sql,
  register: Register,
  institutionId: string,
  count: number,
  avoid: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (count === 0) return [];
  const { prefix, digits } = register.code;
  const [counter] = await sql.query<{ last: number }>(
    "select last from code_counter where institution_id = $1 and register = $2 and year = 0",
    [institutionId, register.key],
  );
  let last = counter?.last ?? 0;
  const given: string[] = [];
  while (given.length < count) {
    const candidates = Array.from(
      { length: count - given.length },
      (_, index) => `${prefix}-${String(last + 1 + index).padStart(digits, "0")}`,
    );
    last += candidates.length;
    const taken = await takenCodes(sql, register, institutionId, candidates);
    given.push(...candidates.filter((code) => !taken.has(code) && !avoid.has(code)));
  }
  await sql.query(
    `insert into code_counter (institution_id, register, year, last) values ($1, $2, 0, $3)
     on conflict (institution_id, register, year) do update set last = excluded.last`,
    [institutionId, register.key, last],
  );
  return given;
}
