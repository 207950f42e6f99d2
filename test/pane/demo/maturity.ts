import { ServerError } from "../../../addin/sync/server.ts";
import type { MaturityService, ProcessView } from "../../../addin/taskpane/pages/maturity/port.ts";
import { CONDITIONS } from "../../../schema/registers/condition-list.ts";
import { PROCESSES } from "../../../schema/registers/process-list.ts";
import { CONDITIONS_OF_TASKS, relatedTasks, tasksFor } from "../../../schema/registers/task-links.ts";
import { TASKS } from "../../../schema/registers/task-list.ts";
import type { Language } from "../../../schema/registers/words.ts";
import type { Scenario } from "./scenario.ts";

const DONE = ["DONE", "PARTLY", "NOT", null] as const;
const keys = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[];

/** An institution at level 2. */
export function demoMaturity(scenario: Scenario, language: () => Language): MaturityService {
  return {
    async maturity() {
      if (scenario.fails) throw new ServerError(scenario.fails, "Demo failure");
      const chosen = language();
      const processes = keys(PROCESSES).map((process, at): ProcessView => {
        const { label, levels } = PROCESSES[process];
        const inPlace = at < 3;
        const marked = (mark: string) => [2, 3, 4, 5].filter((level) => levels[level - 2] === mark);
        const gap = chosen === "lv" ? "Procesam nav vadītāja. Norādiet to." : "The process has no manager. Name one.";
        return {
          ...{ process, inPlace, label: label[chosen], mandatoryFor: marked("O"), desirableFor: marked("V") },
          manager: inPlace ? "Žanete Ķirse" : null,
          evidence: {
            what: chosen === "lv" ? "ieraksti" : "records",
            ...(inPlace ? { count: 1_204, last: "2026-11-20T07:05:00Z" } : { count: 0, last: null }),
          },
          missing: inPlace ? [] : [{ text: gap, register: "processes" }],
        };
      });
      return {
        ...{ level: 2, nextLevel: 3, processes },
        tasks: keys(TASKS).map((task, at) => ({
          ...{ task, label: TASKS[task].label[chosen], done: DONE[at % 4] ?? null },
          ...{ related: relatedTasks(task), conditions: CONDITIONS_OF_TASKS[task] ?? [] },
        })),
        conditions: keys(CONDITIONS).map((condition, at) => ({
          ...{ condition, label: CONDITIONS[condition].label[chosen], tasks: tasksFor(condition) },
          ...(at === 0 ? { met: 21, partly: 0, not: 0, unknown: 0 } : { met: at % 5, partly: 2, not: 1, unknown: 11 }),
        })),
      };
    },
  };
}
