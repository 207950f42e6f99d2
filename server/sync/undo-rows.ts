import { grouped } from "../../schema/registers/grouped.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import type { RowResult } from "../../schema/sync/protocol.ts";
import { loadHolders } from "../access/holders.ts";
import type { Acting } from "../effects/act.ts";
import { Facts, factsOfWrite } from "../rules/open-facts.ts";
import { Indexing } from "../search/index-row.ts";
import { EventLog, eventsSince, type LoggedEvent } from "../store/events.ts";
import { updateRows, type RowWrite } from "../store/rows.ts";
import { SpanLog } from "../store/spans.ts";
import type { StoredCells, StoredRow } from "../store/stored-row.ts";
import { loadNames } from "./names.ts";
import { noteSpans } from "./spans-of-write.ts";
import { draftUndo, planUndo, type UndoDraft } from "./undo-row.ts";
import { changedCells, wantedIn } from "./wanted.ts";

/** A row of a batch that is undone. */
export interface Undone {
  readonly id: string;
  readonly before: StoredCells;
  /** Null where the row stays as it is. */
  readonly after: StoredCells | null;
  readonly result: RowResult;
}

/**
 * Undoes what a batch did to the rows `current` (locked) of one register, told by its `events` there. `held` are the
 * roles with which the system acts on behalf of the actor; left out, the actor's own count.
 */
export async function undoRows(
  { sql, actor, moment, by }: Acting,
  register: Register,
  events: readonly LoggedEvent[],
  current: ReadonlyMap<string, StoredRow>,
  held?: readonly Who[],
): Promise<Undone[]> {
  const { institutionId } = actor;
  const done = byRow(events);
  const cells = [...current.values()].map((row) => row.cells);
  const holders = await loadHolders(sql, register, institutionId, cells);
  // From the batch's first event on: others may have come between two of its own.
  const first = new Map([...done].map(([row, its]) => [row, (its[0]?.version ?? 1) - 1]));
  const all = byRow(await eventsSince(sql, register.key, first));
  const named = wantedIn(register, [], [...cells, ...changedCells([...all.values()].flat())]);
  const names = await loadNames(sql, register, institutionId, named);
  const asking = { register, actor, names, holders, moment, ...(held && { held }) };
  const drafts = [...done].flatMap(([id, its]) => {
    const row = current.get(id);
    return row ? [draftUndo(asking, row, all.get(id) ?? its, its[0]?.batch ?? "")] : [];
  });
  const facts = await factsOfUndo({ sql, actor, moment }, register, drafts);
  const log = new EventLog({ ...by, register: register.key });
  const spans = new SpanLog(register, by);
  const indexing = Indexing.of(register, institutionId);
  const writes: RowWrite[] = [];
  const undone = drafts.map((draft): Undone => {
    const { id, cells: before } = draft.current;
    const { result, write, ...plan } = planUndo(asking, draft, facts);
    if (!write || !("changes" in plan)) return { id, before, after: null, result };
    const { version, cells: after } = write;
    facts.took({ id, before, after });
    writes.push(write);
    indexing?.add(write, draft.current);
    log.add({ rowId: id, version, kind: "UNDO", changes: plan.changes });
    noteSpans(spans, register, { id, version, before, after, changes: plan.changes }, moment.now, true);
    return { id, before, after, result };
  });
  await updateRows(sql, register, writes, by);
  await log.append(sql);
  await spans.append(sql);
  await indexing?.append(sql);
  return undone;
}

/** What the rules of the rows as they would be ask about. */
async function factsOfUndo(
  acting: Pick<Acting, "sql" | "actor" | "moment">,
  register: Register,
  drafts: readonly UndoDraft[],
): Promise<Facts> {
  const rows = drafts.map(({ current, after }) => ({ id: current.id, before: current.cells, after }));
  const names = rows.flatMap(({ before, after }) => [
    ...factsOfWrite(register, after, after),
    ...factsOfWrite(register, before, after),
  ]);
  return Facts.open({ ...acting, register, rows }, names);
}

export const byRow = (events: readonly LoggedEvent[]) => grouped(events, ({ rowId }) => rowId);
