import type { Fill } from "../messages/refusals.ts";
import type { FactName } from "./facts.ts";
import type { Cell, Register, Row } from "./register.ts";
import { whoLabel, type Who } from "./roles.ts";
import type { Words } from "./words.ts";

/** States in their declared order. */
export function statesOf(register: Register): readonly string[] {
  const column = register.lifecycle && register.columns[register.lifecycle.column];
  return column?.type === "choice" ? Object.keys(column.options) : [];
}

/** The state a row is in; the register's first where the row names none. */
export function stateOf({ lifecycle }: Register, row: Row | null): string {
  return lifecycle ? String(row?.[lifecycle.column] ?? lifecycle.initial) : "";
}

/** Whether cells in stored or canonical form stand in the register's retired state. */
export function isRetired({ lifecycle }: Register, row: Row): boolean {
  return lifecycle?.retired !== undefined && row[lifecycle.column] === lifecycle.retired;
}

/** How people read a state. */
export function stateLabel(register: Register, state: string): Words {
  const column = register.lifecycle && register.columns[register.lifecycle.column];
  return (column?.type === "choice" ? column.options[state]?.label : undefined) ?? { lv: state, en: state };
}

/**
 * Whether a mark "from this state on" covers `state`. The retired state and states aside are covered only by a mark
 * that names them: a plan that is given up need not first have everything a delivered service has. A mark that names
 * one of them covers nothing else: what is closed as fulfilled needs no reason for rejecting.
 */
export function isFrom(register: Register, mark: string, state: string): boolean {
  if (mark === state) return true;
  const { retired, aside = [] } = register.lifecycle ?? {};
  if ([state, mark].some((one) => one === retired || aside.includes(one))) return false;
  const states = statesOf(register);
  return states.indexOf(state) > states.indexOf(mark);
}

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0);

/** Who may do something, as people read it, joined. */
export function whoNames(who: readonly Who[]): Words {
  return {
    lv: who.map((one) => whoLabel(one).lv).join(", "),
    en: who.map((one) => whoLabel(one).en).join(", "),
  };
}

/** Who asks for a write, as rules see them. */
export interface Asker {
  /** The person's id; null for a monitoring system. */
  readonly person: string | null;
  /** What the asker holds for this very row: roles, STAFF, MONITORING. */
  readonly held: readonly Who[];
  /** What the server found out about the row as it would be: null where the rule holds, else what fills the message. */
  readonly fact: (name: FactName, row: Row) => Fill | null;
  /** The moment and the institution's day by the server's clock; times are not held against it where left out. */
  readonly now?: string;
  readonly today?: string;
}
