import type { Lifecycle, Register, Row, Transition } from "./register.ts";
import { perRegister } from "./per-register.ts";
import { stateLabel, stateOf, statesOf } from "./lifecycle.ts";
import type { Words } from "./words.ts";

/** The model that decides the row's way; null where there are none, or while it is not known. */
export function modelOf({ lifecycle }: Register, row: Row): string | null {
  return lifecycle?.model?.(row) ?? null;
}

/** Steps from a state, for rows of a model. */
export function stepsFrom(lifecycle: Lifecycle, from: string, model: string | null): readonly Transition[] {
  return lifecycle.transitions.filter((step) => step.from === from && goes(step, model));
}

const goes = ({ models }: Transition, model: string | null): boolean =>
  models === undefined || (model !== null && models.includes(model));

const waysOf = perRegister(() => new Map<string, readonly Transition[] | null>());

/**
 * The shortest way of steps from one state to another for rows of a model, or null when there is none. Empty when they
 * are the same. A step back, such as a reopening, is taken only when it alone is asked for: no way of several steps
 * passes a state declared before the one it begins at.
 */
export function stepsBetween(
  register: Register,
  from: string,
  to: string,
  model: string | null = null,
): readonly Transition[] | null {
  if (from === to) return [];
  const known = waysOf(register);
  const asked = `${from} ${to} ${model ?? ""}`;
  let way = known.get(asked);
  if (way === undefined) {
    way = findWay(register, from, to, model);
    known.set(asked, way);
  }
  return way;
}

function findWay(register: Register, from: string, to: string, model: string | null): readonly Transition[] | null {
  const { lifecycle } = register;
  if (!lifecycle) return null;
  const floor = floorOf(register, lifecycle, from);
  const forth = (state: string) => statesOf(register).indexOf(state) >= floor;
  const reached = new Map<string, readonly Transition[]>([[from, []]]);
  const queue = [from];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const way = reached.get(state) ?? [];
    for (const step of stepsFrom(lifecycle, state, model)) {
      if (reached.has(step.to)) continue;
      const longer = [...way, step];
      if (step.to === to && (longer.length === 1 || forth(to))) return longer;
      if (!forth(step.to)) continue;
      reached.set(step.to, longer);
      queue.push(step.to);
    }
  }
  return null;
}

/** The place of the first state that a way of several steps may pass. Who waits goes on from where the waiting began. */
function floorOf(register: Register, { waits, transitions }: Lifecycle, from: string): number {
  const states = statesOf(register);
  const back = from === waits?.state ? transitions.filter((step) => step.from === from).map(({ to }) => to) : [];
  return Math.min(...[from, ...back].map((state) => states.indexOf(state)));
}

/** The way that a write takes a row: from the state it was in (the first one, of a new row) to the one it shall be in. */
export function wayOf(register: Register, before: Row | null, after: Row): readonly Transition[] | null {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  return stepsBetween(register, stateOf(register, before), stateOf(register, after), modelOf(register, after));
}

/** Labels of the states one step away. */
export function nextStates(register: Register, row: Row): readonly Words[] {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  const steps = stepsFrom(lifecycle, stateOf(register, row), modelOf(register, row));
  return [...new Set(steps.map(({ to }) => to))].map((to) => stateLabel(register, to));
}
