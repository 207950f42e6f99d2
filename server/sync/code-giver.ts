import { parseCell } from "../../schema/registers/cells.ts";
import type { Register } from "../../schema/registers/register.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import { freeCodes, keepCounter, takenCodes, type FreeCodes } from "../store/codes.ts";
import type { Sql } from "../store/store.ts";
import type { RowPlan } from "./plan-row.ts";

/** Gives codes to new rows that name none, in the order of the rows, and refuses new rows whose code is taken. */
export class CodeGiver {
  readonly #register: Register;
  readonly #institutionId: string;
  readonly #year: number;
  readonly #taken: ReadonlySet<string>;
  readonly #used = new Set<string>();
  readonly #free: FreeCodes;
  #given = 0;

  private constructor(
    register: Register,
    institutionId: string,
    year: number,
    taken: ReadonlySet<string>,
    free: FreeCodes,
  ) {
    this.#register = register;
    this.#institutionId = institutionId;
    this.#year = year;
    this.#taken = taken;
    this.#free = free;
  }

  /**
   * Looks up in sets what all rows of a push may need; `today` (`YYYY-MM-DD`, in the institution's zone) is the day whose
   * year the codes of logs carry (domain.md, section 2). To be called under `lockCodes`. `trusting` that no typed code is
   * taken: then writing the rows fails where one is.
   */
  static async open(
    sql: Sql,
    register: Register,
    institutionId: string,
    today: string,
    rows: readonly PushRow[],
    trusting = false,
  ): Promise<CodeGiver> {
    const year = register.code.yearly ? Number(today.slice(0, 4)) : 0;
    const typed: string[] = [];
    let without = 0;
    for (const { base, cells } of rows) {
      if (base !== null) continue;
      const { column: key } = register.code;
      const column = register.columns[key];
      const parsed = column && parseCell(key, column, cells[key] ?? null);
      // One that cannot be read is refused and takes no code.
      if (!parsed?.ok) continue;
      if (parsed.cell === null) without++;
      else typed.push(String(parsed.cell));
    }
    const taken = trusting ? new Set<string>() : await takenCodes(sql, register, institutionId, typed);
    return new CodeGiver(
      register,
      institutionId,
      year,
      taken,
      await freeCodes(sql, register, institutionId, year, without, new Set(typed)),
    );
  }

  /** The plan with its code, or its refusal. */
  give(plan: RowPlan): RowPlan {
    if (plan.do !== "WRITE" || plan.before !== null) return plan;
    const { column } = this.#register.code;
    const typed = plan.cells[column];
    if (typeof typed === "string") {
      if (!this.#taken.has(typed) && !this.#used.has(typed)) {
        this.#used.add(typed);
        return plan;
      }
      const label = this.#register.columns[column]?.label ?? column;
      return { do: "REFUSE", refusals: [refuse("DUPLICATE_CODE", column, { column: label, value: typed })] };
    }
    const code = this.#free.codes[this.#given++];
    if (code === undefined) throw new Error("more codes were needed than rows without one");
    const cells = { ...plan.cells, [column]: code };
    return { ...plan, cells, changes: cells };
  }

  /** Remembers how far codes were given; what a refused row did not take goes to the next one. */
  async close(sql: Sql): Promise<void> {
    const last = this.#free.numbers[this.#given - 1];
    if (last !== undefined) await keepCounter(sql, this.#register, this.#institutionId, this.#year, last);
  }
}
