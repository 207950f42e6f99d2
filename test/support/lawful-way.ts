import type { Lifecycle } from "../../schema/registers/register.ts";

/**
 * The steps that a lifecycle's table allows from one state to another for a model: the shortest way, and of equal ones
 * that which the table names first. Several steps lead forth only, in the declared order of `states`; waiting has no
 * place of its own in it. Tried out length by length, apart from the search that the server walks by.
 */
export function lawfulWay(
  { transitions, waits }: Lifecycle,
  states: readonly string[],
  from: string,
  to: string,
  model: string | null,
): Lifecycle["transitions"] | null {
  const open = transitions.filter(({ models }) => !models || (model !== null && models.includes(model)));
  const ways = (state: string, length: number, been: readonly string[]): Lifecycle["transitions"] | null => {
    if (length === 0) return state === to && leadsForth(been) ? [] : null;
    for (const step of open) {
      if (step.from !== state || been.includes(step.to)) continue;
      const rest = ways(step.to, length - 1, [...been, step.to]);
      if (rest) return [step, ...rest];
    }
    return null;
  };
  const leadsForth = (been: readonly string[]): boolean => {
    if (been.length <= 2) return true;
    const pausedAt = transitions.filter((step) => step.to === from).map((step) => states.indexOf(step.from));
    const began = from === waits?.state ? Math.min(...pausedAt) : states.indexOf(from);
    return been.slice(1).every((state) => states.indexOf(state) >= began);
  };
  for (let length = 0; length <= states.length; length++) {
    const way = ways(from, length, [from]);
    if (way) return way;
  }
  return null;
}
