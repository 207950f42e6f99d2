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

/** Codes that may be given, in order, and the number behind each. */
export interface FreeCodes {
  readonly codes: readonly string[];
  readonly numbers: readonly number[];
}

/**
 * The next `count` codes of the register's pattern, those in `avoid` and in the register left out; of `year` where codes
 * carry it, else 0. To be called under `lockCodes`.
 */
export async function freeCodes(
  sql: Sql,
  register: Register,
  institutionId: string,
  year: number,
  count: number,
  avoid: ReadonlySet<string>,
): Promise<FreeCodes> {
  const free = { codes: [] as string[], numbers: [] as number[] };
  if (count === 0) return free;
  const { digits } = register.code;
  const prefix = year === 0 ? register.code.prefix : `${register.code.prefix}-${year}`;
  const [counter] = await sql.query<{ last: number }>(
    "select last from code_counter where institution_id = $1 and register = $2 and year = $3",
    [institutionId, register.key, year],
  );
  let last = counter?.last ?? 0;
  while (free.codes.length < count) {
    const numbers = Array.from({ length: count - free.codes.length }, (_, index) => last + 1 + index);
    last += numbers.length;
    const codes = numbers.map((number) => `${prefix}-${String(number).padStart(digits, "0")}`);
    const taken = await takenCodes(sql, register, institutionId, codes);
    codes.forEach((code, index) => {
      if (taken.has(code) || avoid.has(code)) return;
      free.codes.push(code);
      free.numbers.push(numbers[index] ?? last);
    });
  }
  return free;
}

/** Numbers up to `last` have been given, of `year` where codes carry it, else 0. */
export async function keepCounter(
  sql: Sql,
  register: Register,
  institutionId: string,
  year: number,
  last: number,
): Promise<void> {
  await sql.query(
    `insert into code_counter (institution_id, register, year, last) values ($1, $2, $3, $4)
     on conflict (institution_id, register, year) do update set last = excluded.last`,
    [institutionId, register.key, year, last],
  );
}
