import type { Register } from "../../schema/registers/register.ts";
import { appendEvents, type NewEvent } from "../store/events.ts";
import { insertRows, updateRows, type RowWrite, type WriteStamp } from "../store/rows.ts";
import type { Sql } from "../store/store.ts";
import type { PlannedRow } from "./push.ts";

/** Writes what was planned in sets: new rows, changed rows, and an event for each. The only place that writes rows. */
export async function writePlans(
  sql: Sql,
  register: Register,
  plans: readonly PlannedRow[],
  by: WriteStamp & { readonly batch: string; readonly part: number },
): Promise<void> {
  const created: RowWrite[] = [];
  const changed: RowWrite[] = [];
  const events: NewEvent[] = [];
  for (const { id, plan } of plans) {
    if (plan === "TWICE" || plan.do !== "WRITE" || id === null) continue;
    const version = (plan.before?.version ?? 0) + 1;
    (plan.before ? changed : created).push({ id, version, retired: plan.retired, cells: plan.cells });
    events.push({ rowId: id, version, kind: plan.kind, changes: plan.changes });
  }
  await insertRows(sql, register, created, by);
  await updateRows(sql, register, changed, by);
  await appendEvents(sql, events, { ...by, register: register.key });
}
