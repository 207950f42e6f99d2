import { refuse, type Fill } from "../messages/refusals.ts";
import type { Refusal } from "../sync/protocol.ts";
import { isEmpty, isFrom, stateLabel, stateOf, whoNames, type Asker } from "./lifecycle.ts";
import { namesPerson } from "./named-in.ts";
import { perRegister } from "./per-register.ts";
import type { Column, Guard, Register, Row, Transition } from "./register.ts";
import type { Who } from "./roles.ts";
import { nextStates, wayOf } from "./steps.ts";
import type { Language, Words } from "./words.ts";

/** What is wrong with a row as a whole: required cells, its state's demands and steps, the register's rules. */
export function checkRow(register: Register, before: Row | null, after: Row, asker: Asker): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const key in register.columns) {
    const column = register.columns[key];
    if (!column) continue;
    if (column.required && isEmpty(after[key])) refusals.push(refuse("REQUIRED", key, { column: column.label }));
    if (isAhead(column, after[key], asker))
      refusals.push(refuse("RULE", key, { column: column.label }, undefined, AHEAD));
  }
  const state = stateOf(register, after);
  refusals.push(...checkSteps(register, before, after, asker));
  if (register.lifecycle && stateOf(register, before) === state) {
    for (const [key, column] of neededIn(register, state)) {
      const emptied = isEmpty(after[key]) && (before === null || !isEmpty(before[key]));
      if (emptied && !column.required)
        refusals.push(refuse("STATE_NEEDS", key, { state: stateLabel(register, state), column: column.label }));
    }
  }
  for (const guard of register.guards ?? []) refusals.push(...checkGuard(guard, before, after, asker));
  return refusals;
}

const AHEAD = {
  rule: "TIME_NOT_IN_FUTURE",
  message: {
    lv: "“{column}” vēl nav pienācis. Ierakstiet laiku, kas jau bijis.",
    en: "“{column}” has not come yet. Write a time that has passed.",
  },
};

/** Whether the cell holds a time or day to come, where the column is for what has been. */
function isAhead(column: Column, cell: Row[string], { now, today }: Asker): boolean {
  const limit =
    column.type === "datetime" && column.notAfter ? now : column.type === "date" && column.notAfter ? today : undefined;
  return limit !== undefined && typeof cell === "string" && cell > limit;
}

/**
 * Walks a row to the state it shall be in, step by step, as one act: every step must exist, be this person's to take,
 * find its columns filled in and its rules kept. Returns what stands in the way of the first step that fails.
 */
export function checkSteps(register: Register, before: Row | null, after: Row, asker: Asker): readonly Refusal[] {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  const steps = wayOf(register, before, after);
  if (steps === null) {
    const [from, to] = [stateOf(register, before), stateOf(register, after)];
    const fill = { from: stateLabel(register, from), to: stateLabel(register, to) };
    return [
      refuse("NO_SUCH_STEP", lifecycle.column, fill, nextStates(register, { ...after, [lifecycle.column]: from })),
    ];
  }
  for (const step of steps) {
    const refusals = checkStep(register, step, before, after, asker);
    if (refusals.length > 0) return refusals;
  }
  return [];
}

/** What stands in the way of one step; who may take it comes first. */
export function checkStep(
  register: Register,
  step: Transition,
  before: Row | null,
  after: Row,
  asker: Asker,
): readonly Refusal[] {
  const state = register.lifecycle?.column ?? null;
  const who = step.who ?? register.rights.edit;
  if (
    !who.some((one) => asker.held.includes(one)) &&
    !(step.also ?? []).some((key) => namesPerson(after[key], asker.person))
  )
    return [refuse("STEP_FORBIDDEN", state, told(register, step))];
  // Who strikes the own name out with the very step stays involved in it.
  const involved = step.never?.find(
    (key) => namesPerson(after[key], asker.person) || namesPerson(before?.[key], asker.person),
  );
  if (involved !== undefined) {
    const column = register.columns[involved]?.label ?? involved;
    return [refuse("FOUR_EYES", state, { ...told(register, step), column })];
  }
  const missing = neededIn(register, step.to, step.needs).filter(([key]) => isEmpty(after[key]));
  if (missing.length > 0)
    return missing.map(([key, column]) => refuse("STEP_NEEDS", key, { ...told(register, step), column: column.label }));
  return (step.guards ?? []).flatMap((guard) => checkGuard(guard, before, after, asker));
}

/** What a refusal says of a step. Made only for one: thousands of rows take theirs without. */
const told = (register: Register, step: Transition): Fill => ({
  from: stateLabel(register, step.from),
  to: stateLabel(register, step.to),
  who: whoMay(register, step.who ?? register.rights.edit, step.also),
});

/** Who may take a step, as people read it: roles, then the columns whose people may too. */
function whoMay(register: Register, who: readonly Who[], also: readonly string[] = []): Words {
  const [roles, named] = [whoNames(who), also.map((key) => register.columns[key]?.label ?? { lv: key, en: key })];
  const join = (language: Language) =>
    [roles[language], ...named.map((label) => `“${label[language]}”`)].filter((name) => name !== "").join(", ");
  return { lv: join("lv"), en: join("en") };
}

/** What one rule says of a row. */
export function checkGuard(guard: Guard, before: Row | null, after: Row, asker: Asker): readonly Refusal[] {
  const { broken, fact } = guard;
  const asked = broken === undefined || broken(after, before, asker.person);
  const fill = !asked ? null : fact !== undefined ? asker.fact(fact, after) : broken ? {} : null;
  return fill === null ? [] : [refuse("RULE", guard.column, fill, undefined, guard)];
}

type Needed = readonly (readonly [string, Column])[];
const neededBy = perRegister(() => new Map<string, Needed>());

/** Columns that a row must have in a state, and those that the step there asks for. Worked out once a state. */
export function neededIn(register: Register, state: string, needs: readonly string[] = []): Needed {
  const known = neededBy(register);
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
