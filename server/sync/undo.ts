import type { Actor } from "../../schema/api/context.ts";
import { grouped } from "../../schema/registers/grouped.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { RowResult, UndoAnswer } from "../../schema/sync/protocol.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { loadHolders } from "../access/holders.ts";
import { heldEverywhere, mayRetire } from "../access/rights.ts";
import { seesRow } from "../access/sight.ts";
import { Facts, factsOfWrite } from "../rules/open-facts.ts";
import { Indexing } from "../search/index-row.ts";
import { EventLog, eventsOfBatch, eventsSince, type LoggedEvent } from "../store/events.ts";
import { stamp } from "../store/feed.ts";
import { lockRows, updateRows, type RowWrite } from "../store/rows.ts";
import { SpanLog } from "../store/spans.ts";
import type { Sql, Store } from "../store/store.ts";
import { momentAt, settingsOf } from "./moment.ts";
import { loadNames } from "./names.ts";
import { noteSpans } from "./spans-of-write.ts";
import { seenBy, withOwnColumns } from "./readable.ts";
import { changedCells, wantedIn } from "./wanted.ts";
import { draftUndo, planUndo, type Asking, type UndoDraft } from "./undo-row.ts";

/**
 * Puts back what a batch changed and nobody has changed since, cell by cell, under a batch of its own that can be
 * undone in turn. Rows that the batch created are retired, for nothing is ever deleted. The batch's own author may
 * undo it, and whoever may retire any row of the register; rows that the actor does not see stay out of it. Throws SaimeError UNKNOWN_REGISTER, NOTHING_TO_UNDO, FORBIDDEN.
 */
export async function undo(store: Store, actor: Actor, key: string, batch: string): Promise<UndoAnswer> {
  const declared = seenBy(actor, key);
  if (!isUuid(batch)) throw new SaimeError("NOTHING_TO_UNDO");
  return store.transaction(async (sql) => {
    const { register, sight } = await withOwnColumns(sql, actor, declared, { hold: true, former: true });
    const events = await eventsOfBatch(sql, actor.institutionId, key, batch.toLowerCase());
    const [first] = events;
    if (!first) throw new SaimeError("NOTHING_TO_UNDO");
    if (first.actor !== actor.personId && !mayRetire(register, heldEverywhere(actor)))
      throw new SaimeError("FORBIDDEN");

    const done = byRow(events);
    const rows = await lockRows(sql, register, actor.institutionId, [...done.keys()]);
    for (const [id, { cells }] of rows) if (!seesRow(sight, cells)) rows.delete(id);
    if (rows.size === 0) throw new SaimeError("NOTHING_TO_UNDO");
    const cells = [...rows.values()].map((row) => row.cells);
    const holders = await loadHolders(sql, register, actor.institutionId, cells);
    // From the batch's first event on: others may have come between two of its own.
    const all = byRow(
      await eventsSince(sql, key, new Map([...done].map(([row, its]) => [row, (its[0]?.version ?? 1) - 1]))),
    );
    const named = wantedIn(register, [], [...cells, ...changedCells([...all.values()].flat())]);
    const names = await loadNames(sql, register, actor.institutionId, named);
    const undoneBy = crypto.randomUUID();
    const by = { institutionId: actor.institutionId, actor: actor.personId, ...(await stamp(sql)) };
    const log = new EventLog({ ...by, register: key, batch: undoneBy, part: 0 });
    const spans = new SpanLog(register, by);
    const indexing = Indexing.of(register, actor.institutionId);
    const writes: RowWrite[] = [];
    const results: RowResult[] = [];
    const moment = momentAt(by.at, await settingsOf(sql, actor.institutionId), actor.personId);
    const asking = { register, actor, names, holders, moment };
    const drafts = [...done].flatMap(([row, its]) => {
      const current = rows.get(row);
      return current ? [draftUndo(asking, current, all.get(row) ?? its, batch.toLowerCase())] : [];
    });
    const facts = await factsOfUndo(sql, asking, drafts);
    for (const draft of drafts) {
      const plan = planUndo(asking, draft, facts);
      const { current } = draft;
      const row = current.id;
      results.push(plan.result);
      if (!plan.write) continue;
      facts.took({ id: row, before: current.cells, after: plan.write.cells });
      writes.push(plan.write);
      indexing?.add(plan.write, current);
      log.add({ rowId: row, version: plan.write.version, kind: "UNDO", changes: plan.changes });
      const { version, cells: after } = plan.write;
      const written = { id: row, version, before: current.cells, after, changes: plan.changes };
      noteSpans(spans, register, written, moment.now, true);
    }
    await updateRows(sql, register, writes, by);
    await log.append(sql);
    await spans.append(sql);
    await indexing?.append(sql);
    return { batch, undoneBy, results };
  });
}

/** What the rules of the rows as they would be ask about. */
async function factsOfUndo(
  sql: Sql,
  { register, actor, moment }: Asking,
  drafts: readonly UndoDraft[],
): Promise<Facts> {
  const rows = drafts.map(({ current, after }) => ({ id: current.id, before: current.cells, after }));
  const names = rows.flatMap(({ before, after }) => [
    ...factsOfWrite(register, after, after),
    ...factsOfWrite(register, before, after),
  ]);
  return Facts.open({ sql, register, actor, moment, rows }, names);
}

const byRow = (events: readonly LoggedEvent[]) => grouped(events, ({ rowId }) => rowId);
