import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { UndoAnswer } from "../../schema/sync/protocol.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { heldEverywhere, mayRetire } from "../access/rights.ts";
import { keepWindows } from "../calendar/keep-windows.ts";
import { undoEffects } from "../effects/undo-effects.ts";
import { eventsOfBatch } from "../store/events.ts";
import { stamp } from "../store/feed.ts";
import { lockRows } from "../store/rows.ts";
import { seenOf } from "../store/sight.ts";
import type { Store } from "../store/store.ts";
import { momentAt, settingsOf } from "./moment.ts";
import { seenBy, withOwnColumns } from "./readable.ts";
import { byRow, undoRows } from "./undo-rows.ts";

/**
 * Puts back what a batch changed and nobody has changed since, cell by cell, under a batch of its own that can be
 * undone in turn. Rows that the batch created are retired, for nothing is ever deleted. The batch's own author may
 * undo it, and whoever may retire any row of the register; rows that the actor does not see stay out of it. What
 * the batch did to other records goes back with the steps that did it. Throws SaimeError UNKNOWN_REGISTER, NOTHING_TO_UNDO, FORBIDDEN.
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

    const locked = await lockRows(sql, register, actor.institutionId, [...byRow(events).keys()]);
    const rows = await seenOf(sql, register, sight, locked);
    if (rows.size === 0) throw new SaimeError("NOTHING_TO_UNDO");
    const undoneBy = crypto.randomUUID();
    const by = { institutionId: actor.institutionId, actor: actor.personId, ...(await stamp(sql)) };
    const moment = momentAt(by.at, await settingsOf(sql, actor.institutionId), actor.personId);
    const acting = { sql, actor, moment, by: { ...by, batch: undoneBy, part: 0 } };
    const own = await undoRows(acting, register, events, rows);
    await keepWindows(sql, actor.institutionId, key, [...rows.keys()]);
    const followed = await undoEffects(acting, register, batch.toLowerCase(), own);
    return { batch, undoneBy, results: own.map(({ result }) => result), followed };
  });
}
