import type { ConditionKey } from "./condition-list.ts";
import type { TaskKey } from "./task-list.ts";

/** Which tasks go together, and which conditions depend on a task (domain.md, sections 8 and 9; the tasks' own sheets). */

/** Pairs of directly related tasks; each pair counts both ways, since one depends on the other or influences it. */
const RELATED: readonly (readonly [TaskKey, TaskKey])[] = [
  ["PU2_21", "PU2_11"],
  ["PU2_21", "PU2_13"],
  ["PU2_21", "PU2_16"],
  ["PU2_21", "PU2_22"],
  ["PU2_20", "PU2_22"],
  ["PU2_20", "PU3_1"],
  ["PU2_23", "PU2_4"],
  ["PU2_23", "PU2_9"],
  ["PU2_23", "PU3_3"],
];

/** The tasks directly related to `task`, in the order of the pairs. */
export function relatedTasks(task: TaskKey): readonly TaskKey[] {
  return RELATED.flatMap(([one, other]) => (one === task ? [other] : other === task ? [one] : []));
}

/** Conditions that a service cannot meet unless the task is done, for tasks whose sheets tell. */
export const CONDITIONS_OF_TASKS: Readonly<Partial<Record<TaskKey, readonly ConditionKey[]>>> = {
  PU2_11: ["N1_2", "N1_3", "N4_2", "N6_2"],
  PU2_20: ["N1_2", "N1_3", "N1_5"],
  PU2_23: ["N1_1"],
};

/** Tasks on which a condition depends. */
export function tasksFor(condition: ConditionKey): readonly TaskKey[] {
  return (Object.keys(CONDITIONS_OF_TASKS) as TaskKey[]).filter((task) =>
    CONDITIONS_OF_TASKS[task]?.includes(condition),
  );
}
