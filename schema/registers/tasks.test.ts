import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { checkRow } from "./check-row.ts";
import { CONDITIONS } from "./condition-list.ts";
import { conditions } from "./conditions.ts";
import { findOption } from "./options.ts";
import type { Options, Row } from "./register.ts";
import { CONDITIONS_OF_TASKS, relatedTasks, tasksFor } from "./task-links.ts";
import { TASKS, type TaskKey } from "./task-list.ts";
import { tasks } from "./tasks.ts";

const codes = (options: Options) => Object.values(options).map(({ label }) => label.lv.split(" ")[0]);

describe("tasks", () => {
  it(rule("TASKS_THIRTY_TWO"), () => {
    const numbers = (from: string, count: number) => Array.from({ length: count }, (_, at) => `${from}-${at + 1}`);
    expect(codes(TASKS)).toEqual([...numbers("PU1", 5), ...numbers("PU2", 23), ...numbers("PU3", 4)]);
    for (const [key, { label }] of Object.entries(TASKS)) {
      expect(label.lv.startsWith(`${key.replace("_", "-")} `)).toBe(true);
      expect(label.en.startsWith(`${key.replace("_", "-")} `)).toBe(true);
    }
  });
  it("are found by code, with a hyphen or a dash, by name and by their process", () => {
    for (const text of [
      "PU2-21",
      "pu2–21",
      "Iespējami ātra pakalpojumu pieejamības atjaunošana",
      "Incidentu pārvaldība",
    ])
      expect(findOption(TASKS, text), text).toBe("PU2_21");
  });
  it(rule("TASKS_THIRTY_TWO", "related ones"), () => {
    expect(new Set(relatedTasks("PU2_21"))).toEqual(new Set(["PU2_11", "PU2_13", "PU2_16", "PU2_22"]));
    expect(new Set(relatedTasks("PU2_20"))).toEqual(new Set(["PU2_22", "PU3_1"]));
    for (const task of Object.keys(TASKS) as TaskKey[]) {
      for (const other of relatedTasks(task)) {
        expect(other).not.toBe(task);
        expect(relatedTasks(other)).toContain(task);
      }
    }
  });
  it(rule("TASK_ONCE"), () => {
    const row: Row = { task: "PU2_21", done: "DONE", state: "CURRENT" };
    const by = asker(["RESOURCE_PORTFOLIO_OWNER"], { ONE_PER_TASK: { names: "T-0021" } });
    const [refusal, ...more] = checkRow(tasks, null, row, by);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ rule: "TASK_ONCE", column: "task" });
    expect(refusal?.message.lv).toContain("T-0021");
    expect(refused(tasks, row, { ...row, state: "RETIRED", endReason: "Divreiz." }, by)).toEqual([]);
  });
});

describe("conditions", () => {
  it(rule("CONDITIONS_OF_SERVICES"), () => {
    const counts = [5, 2, 4, 2, 2, 2, 3, 2, 1, 1];
    const all = counts.flatMap((count, group) => Array.from({ length: count }, (_, at) => `N${group + 1}-${at + 1}`));
    expect(codes(CONDITIONS)).toEqual(all);
    expect(Object.keys(CONDITIONS)).toEqual(all.map((code) => code.replace("-", "_")));
    expect(Object.keys(conditions.columns.condition.options)).toEqual(Object.keys(CONDITIONS));
  });
  it(rule("CONDITIONS_OF_SERVICES", "by task"), () => {
    expect(CONDITIONS_OF_TASKS).toEqual({
      PU2_11: ["N1_2", "N1_3", "N4_2", "N6_2"],
      PU2_20: ["N1_2", "N1_3", "N1_5"],
      PU2_23: ["N1_1"],
    });
    expect(tasksFor("N1_3")).toEqual(["PU2_11", "PU2_20"]);
    expect(tasksFor("N8_1")).toEqual([]);
  });
  it(rule("CONDITION_ONCE"), () => {
    const row: Row = { service: "p", condition: "N1_1", assessment: "MET", state: "CURRENT" };
    const by = asker(["SERVICE_OWNER"], { ONE_PER_CONDITION: { names: "N-0001" } });
    const [refusal, ...more] = checkRow(conditions, null, row, by);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ rule: "CONDITION_ONCE", column: "condition" });
    expect(refusal?.message.lv).toContain("N-0001");
    expect(refused(conditions, row, { ...row, state: "RETIRED", endReason: "Divreiz." }, by)).toEqual([]);
  });
});
