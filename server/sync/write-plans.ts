import type { Register } from "../../schema/registers/register.ts";
import { appendEvents, type NewEvent } from "../store/events.ts";
import { insertRows, updateRows, type RowWrite, type WriteStamp } from "../store/rows.ts";
import type { Sql } from "../store/store.ts";
import type { PlannedRow } from "./plan-row.ts";

/**
 * Writes what is planned in sets: new rows, changed rows, and an event for each. The only place that writes rows.
 * `plans` is taken to its end whatever it holds.
 */
export async function writePlans(
  sql: Sql,
  register: Register,
  plans: Iterable<PlannedRow>,
  by: WriteStamp & { readonly batch: string; readonly part: number },
): Promise<void> {
  const changed: RowWrite[] = [];
  const events: NewEvent[] = [];
  function* created(): Iterable<RowWrite> {
    for (const { id, plan } of plans) {
      if (plan === "TWICE" || plan.do !== "WRITE") continue;
      const version = (plan.before?.version ?? 0) + 1;
      events.push({ rowId: id, version, kind: plan.kind, changes: plan.changes });
      const write = { id, version, retired: plan.retired, cells: plan.cells };
      if (plan.before) changed.push(write);
      else yield write;
    }
  }
  await insertRows(sql, register, created(), by);
  await updateRows(sql, register, changed, by);
  await appendEvents(sql, events, { ...by, register: register.key });
}
