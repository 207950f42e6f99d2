import type { ConditionStanding, TaskStanding } from "../../schema/api/maturity-answer.ts";
import { CONDITIONS, type ConditionKey } from "../../schema/registers/condition-list.ts";
import { CONDITIONS_OF_TASKS, relatedTasks, tasksFor } from "../../schema/registers/task-links.ts";
import { TASKS, type TaskKey } from "../../schema/registers/task-list.ts";
import type { Sql } from "../store/store.ts";

/** The 32 tasks, with what the institution says of each (domain.md, section 8). */
export async function taskStandings(sql: Sql, institutionId: string): Promise<readonly TaskStanding[]> {
  const rows = await sql.query<{ task: TaskKey; done: TaskStanding["done"] }>(
    "select task, done from task where institution_id = $1 and retired_at is null",
    [institutionId],
  );
  const done = new Map(rows.map((row) => [row.task, row.done]));
  return (Object.keys(TASKS) as TaskKey[]).map((task) => ({
    task,
    label: TASKS[task].label,
    done: done.get(task) ?? null,
    related: relatedTasks(task),
    conditions: CONDITIONS_OF_TASKS[task] ?? [],
  }));
}

/** The conditions, with how many of the services in use meet each (domain.md, section 9). */
export async function conditionStandings(sql: Sql, institutionId: string): Promise<readonly ConditionStanding[]> {
  const [services] = await sql.query<{ count: number }>(
    "select count(*)::int as count from service where institution_id = $1 and retired_at is null",
    [institutionId],
  );
  const rows = await sql.query<{ condition: ConditionKey; assessment: string; count: number }>(
    `select c.condition, c.assessment, count(*)::int as count
     from condition c join service s on s.id = c.service and s.retired_at is null
     where c.institution_id = $1 and c.retired_at is null
     group by c.condition, c.assessment`,
    [institutionId],
  );
  const counted = new Map(rows.map(({ condition, assessment, count }) => [`${condition} ${assessment}`, count]));
  return (Object.keys(CONDITIONS) as ConditionKey[]).map((condition) => {
    const [met = 0, partly = 0, not = 0] = ["MET", "PARTLY", "NOT"].map((one) => counted.get(`${condition} ${one}`));
    return {
      condition,
      label: CONDITIONS[condition].label,
      met,
      partly,
      not,
      unknown: (services?.count ?? 0) - met - partly - not,
      tasks: tasksFor(condition),
    };
  });
}
