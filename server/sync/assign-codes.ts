import type { Register } from "../../schema/registers/register.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import { nextCodes, takenCodes } from "../store/codes.ts";
import type { Sql } from "../store/store.ts";
import type { PlannedRow } from "./push.ts";

const isCreation = (planned: PlannedRow) =>
  planned.plan !== "TWICE" && planned.plan.do === "WRITE" && planned.plan.before === null;
const codeOf = (register: Register, planned: PlannedRow): string | null => {
  const cell =
    planned.plan !== "TWICE" && planned.plan.do === "WRITE" ? planned.plan.cells[register.code.column] : null;
  return typeof cell === "string" ? cell : null;
};

/** Gives codes to new rows that name none, and refuses new rows whose code is taken. */
export async function assignCodes(
  sql: Sql,
  register: Register,
  institutionId: string,
  plans: readonly PlannedRow[],
): Promise<readonly PlannedRow[]> {
  const creations = plans.filter(isCreation);
  if (creations.length === 0) return plans;
  const typed = creations.map((planned) => codeOf(register, planned)).filter((code) => code !== null);
  const taken = await takenCodes(sql, register, institutionId, typed);
  const used = new Set<string>();
  const label = register.columns[register.code.column]?.label ?? register.code.column;
  const checked = plans.map((planned): PlannedRow => {
    const code = isCreation(planned) ? codeOf(register, planned) : null;
    if (code === null) return planned;
    if (!taken.has(code) && !used.has(code)) {
      used.add(code);
      return planned;
    }
    return {
      ...planned,
      plan: {
        do: "REFUSE",
        refusals: [refuse("DUPLICATE_CODE", register.code.column, { column: label, value: code })],
      },
    };
  });
  const waiting = checked.filter((planned) => isCreation(planned) && codeOf(register, planned) === null);
  const codes = [...(await nextCodes(sql, register, institutionId, waiting.length, used))];
  return checked.map((planned) => {
    if (
      planned.plan === "TWICE" ||
      planned.plan.do !== "WRITE" ||
      !isCreation(planned) ||
      codeOf(register, planned) !== null
    )
      return planned;
    const code = codes.shift() ?? null;
    const {
      code: { column },
    } = register;
    return {
      ...planned,
      plan: {
        ...planned.plan,
        cells: { ...planned.plan.cells, [column]: code },
        changes: { ...planned.plan.changes, [column]: [null, code] },
      },
    };
  });
}
