import { setImmediate } from "node:timers/promises";
import type { Register } from "../../schema/registers/register.ts";
import { Indexing } from "../search/index-row.ts";
import { EventLog } from "../store/events.ts";
import { NewRows } from "../store/new-rows.ts";
import { updateRows, type RowWrite, type WriteStamp } from "../store/rows.ts";
import { SpanLog } from "../store/spans.ts";
import type { WriteSql } from "../store/store.ts";
import { secondOf } from "./moment.ts";
import type { PlannedRow } from "./plan-row.ts";
import { noteSpans } from "./spans-of-write.ts";

/** Rows that go to the database together: it writes them while the next are planned. The first are few: it waits for them. */
const SLICES = [500, 1_000, 2_000];
/** Rows between which what the database says is heard: a COPY takes several turns to and fro. */
const TURN = 100;

/**
 * Writes what is planned in sets: new rows, changed rows, an event for each, the states they went through and what is
 * found of them by words. The only place that writes rows.
 * `plans` is taken to its end whatever it holds. Resolves when everything is on the way: there is other work to do
 * until it stands and is `logged`.
 */
export async function writePlans(
  sql: WriteSql,
  register: Register,
  plans: Iterable<PlannedRow>,
  by: WriteStamp & { readonly batch: string; readonly part: number },
): Promise<{ readonly logged: Promise<unknown> }> {
  const stamp = { ...by, register: register.key };
  const changed: RowWrite[] = [];
  const writing: Promise<void>[] = [];
  const indexing = Indexing.of(register, by.institutionId);
  const now = secondOf(by.at);
  const begin = () => [new NewRows(register, by), new EventLog(stamp), new SpanLog(register, by)] as const;
  let [rows, log, spans] = begin();
  let [count, waiting, sent] = [0, 0, 0];
  const send = () => {
    for (const one of [rows.insert(sql), log.append(sql), spans.append(sql)]) {
      // Whoever waits for all of them learns of it; until then nobody may take it for unheard.
      one.catch(() => undefined);
      writing.push(one);
    }
  };
  for (const { id, plan } of plans) {
    if (plan === "TWICE" || plan.do !== "WRITE") continue;
    const version = (plan.before?.version ?? 0) + 1;
    const write = { id, version, retired: plan.retired, cells: plan.cells };
    if (plan.before) changed.push(write);
    else rows.add(write);
    log.add({ rowId: id, version, kind: plan.kind, changes: plan.changes });
    indexing?.add(write, plan.before);
    const { changes, cells: after } = plan;
    noteSpans(spans, register, { id, version, before: plan.before?.cells ?? null, after, changes }, now);
    count++;
    if (++waiting === (SLICES[sent] ?? SLICES.at(-1))) {
      send();
      sent++;
      waiting = 0;
      [rows, log, spans] = begin();
    }
    if (count % TURN === 0) await setImmediate();
  }
  send();
  writing.push(updateRows(sql, register, changed, by));
  if (indexing) writing.push(indexing.append(sql));
  return { logged: Promise.all(writing) };
}
