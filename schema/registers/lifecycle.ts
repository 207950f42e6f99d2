import { refuse } from "../messages/refusals.ts";
import type { Refusal } from "../sync/protocol.ts";
import type { Cell, Column, Lifecycle, Register, Transition } from "./register.ts";
import { ROLES, type Role } from "./roles.ts";
import type { Words } from "./words.ts";

export type Cells = Readonly<Record<string, Cell | undefined>>;

/** States in their declared order. */
export function statesOf(register: Register): readonly string[] {
  const column = register.lifecycle && register.columns[register.lifecycle.column];
  return column?.type === "choice" ? Object.keys(column.options) : [];
}

/** Whether cells in stored or canonical form stand in the register's retired state. */
export function isRetired({ lifecycle }: Register, cells: Cells): boolean {
  return lifecycle?.retired !== undefined && cells[lifecycle.column] === lifecycle.retired;
}

/** How people read a state. */
export function stateLabel(register: Register, state: string): Words {
  const column = register.lifecycle && register.columns[register.lifecycle.column];
  return (column?.type === "choice" ? column.options[state]?.label : undefined) ?? { lv: state, en: state };
}

/**
 * Whether a mark "from this state on" covers `state`. The retired state is covered only by a mark that names it:
 * a plan that is given up need not first have everything a delivered service has.
 */
export function isFrom(register: Register, mark: string, state: string): boolean {
  if (mark === state) return true;
  if (state === register.lifecycle?.retired) return false;
  const states = statesOf(register);
  return states.indexOf(state) > states.indexOf(mark);
}

const ways = new WeakMap<Lifecycle, Map<string, readonly Transition[] | null>>();

/** The shortest way of steps from one state to another, or null when there is none. Empty when they are the same. */
export function stepsBetween(lifecycle: Lifecycle, from: string, to: string): readonly Transition[] | null {
  if (from === to) return [];
  const known = ways.get(lifecycle) ?? new Map<string, readonly Transition[] | null>();
  ways.set(lifecycle, known);
  const between = `${from} ${to}`;
  let way = known.get(between);
  if (way === undefined) {
    way = findWay(lifecycle, from, to);
    known.set(between, way);
  }
  return way;
}

function findWay(lifecycle: Lifecycle, from: string, to: string): readonly Transition[] | null {
  const reached = new Map<string, readonly Transition[]>([[from, []]]);
  const queue = [from];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const way = reached.get(state) ?? [];
    for (const step of lifecycle.transitions) {
      if (step.from !== state || reached.has(step.to)) continue;
      const longer = [...way, step];
      if (step.to === to) return longer;
      reached.set(step.to, longer);
      queue.push(step.to);
    }
  }
  return null;
}

/** Roles as people read them, joined. */
export function roleNames(roles: readonly Role[]): Words {
  return {
    lv: roles.map((role) => ROLES[role].label.lv).join(", "),
    en: roles.map((role) => ROLES[role].label.en).join(", "),
  };
}

const isEmpty = (cell: Cell | undefined) =>
  cell === undefined || cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0);

/**
 * Walks a row from state `from` to the state in `after`, step by step, as one act: every step must exist, be this
 * person's to take and find its columns filled in. Returns what stands in the way of the first step that fails.
 */
export function checkSteps(register: Register, from: string, after: Cells, roles: readonly Role[]): readonly Refusal[] {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  const to = String(after[lifecycle.column] ?? lifecycle.initial);
  const steps = stepsBetween(lifecycle, from, to);
  if (steps === null) {
    const next = lifecycle.transitions
      .filter((step) => step.from === from)
      .map((step) => stateLabel(register, step.to));
    return [
      refuse(
        "NO_SUCH_STEP",
        lifecycle.column,
        { from: stateLabel(register, from), to: stateLabel(register, to) },
        next,
      ),
    ];
  }
  for (const step of steps) {
    const who = step.who ?? register.rights.edit;
    if (!who.some((role) => roles.includes(role))) {
      const column = register.columns[lifecycle.column];
      return [
        refuse("FORBIDDEN", lifecycle.column, { column: column?.label ?? lifecycle.column, who: roleNames(who) }),
      ];
    }
    const missing = neededIn(register, step.to, step.needs).filter(([key]) => isEmpty(after[key]));
    if (missing.length > 0) {
      return missing.map(([key, column]) =>
        refuse("STEP_NEEDS", key, { to: stateLabel(register, step.to), column: column.label }),
      );
    }
  }
  return [];
}

type Needed = readonly (readonly [string, Column])[];
const needed = new WeakMap<Register, Map<string, Needed>>();

/** Columns that a row must have in a state, and those that the step there asks for. Worked out once a state. */
function neededIn(register: Register, state: string, needs: readonly string[] = []): Needed {
  const known = needed.get(register) ?? new Map<string, Needed>();
  needed.set(register, known);
  const asked = `${state} ${needs.join(" ")}`;
  let columns = known.get(asked);
  if (!columns) {
    columns = Object.entries(register.columns).filter(
      ([key, column]) =>
        needs.includes(key) || (column.requiredFrom !== undefined && isFrom(register, column.requiredFrom, state)),
    );
    known.set(asked, columns);
  }
  return columns;
}

/** What is wrong with a row as a whole: required cells, its state's demands, the register's own checks. */
export function checkRow(
  register: Register,
  before: Cells | null,
  after: Cells,
  roles: readonly Role[],
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const state = register.lifecycle ? String(after[register.lifecycle.column] ?? register.lifecycle.initial) : null;
  for (const key in register.columns) {
    const column = register.columns[key];
    if (column?.required && isEmpty(after[key])) refusals.push(refuse("REQUIRED", key, { column: column.label }));
  }
  if (register.lifecycle && state !== null) {
    const from = before
      ? String(before[register.lifecycle.column] ?? register.lifecycle.initial)
      : register.lifecycle.initial;
    refusals.push(...checkSteps(register, from, after, roles));
    if (from === state) {
      for (const [key, column] of neededIn(register, state)) {
        const emptied = isEmpty(after[key]) && (before === null || !isEmpty(before[key]));
        if (emptied && !column.required)
          refusals.push(refuse("STEP_NEEDS", key, { to: stateLabel(register, state), column: column.label }));
      }
    }
  }
  for (const check of register.checks ?? []) {
    if (check.broken(after)) refusals.push(refuse("CHECK", check.column, { message: check.message }));
  }
  return refusals;
}
