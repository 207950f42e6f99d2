import { findRegister } from "../../schema/registers/catalogue.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { FollowedUndo } from "../../schema/sync/protocol.ts";
import { sightOf } from "../access/sight.ts";
import { eventsOfBatch, registersOfBatch, type LoggedEvent } from "../store/events.ts";
import { lockRows } from "../store/rows.ts";
import { seenOf } from "../store/sight.ts";
import type { StoredCells } from "../store/stored-row.ts";
import { undoRows, type Undone } from "../sync/undo-rows.ts";
import { ANYBODY, type Acting } from "./act.ts";
import { addUses } from "./count-knowledge.ts";

/**
 * Puts back what the steps of a batch did to records of other registers, as far as those steps themselves were undone
 * and nobody has gone on with the records since. `own` are the batch's rows of the register `key` with what became of
 * them. Gives the records concerned that the actor sees, each with what became of it; use counts go without a word.
 */
export async function undoEffects(
  acting: Acting,
  register: Register,
  batch: string,
  own: readonly Undone[],
): Promise<FollowedUndo[]> {
  const back = own.filter((row) => stepUndone(register, row));
  const { sql, actor } = acting;
  if (back.length === 0) return [];
  const followed: FollowedUndo[] = [];
  for (const key of await registersOfBatch(sql, actor.institutionId, batch)) {
    const other = findRegister(key);
    if (!other || key === register.key) continue;
    const events = await eventsOfBatch(sql, actor.institutionId, key, batch);
    if (key === "knowledge") await addUses(acting, usesBack(register, events, back));
    else followed.push(...(await undoRecords(acting, register, other, events, back)));
  }
  return followed;
}

/** Whether the row's state went back: what a step did hangs on it, and not on other cells of the same write. */
function stepUndone({ lifecycle }: Register, { before, after }: Undone): boolean {
  if (!lifecycle || !after) return false;
  return !sameCell(before[lifecycle.column] ?? null, after[lifecycle.column] ?? null);
}

async function undoRecords(
  acting: Acting,
  register: Register,
  other: Register,
  events: readonly LoggedEvent[],
  back: readonly Undone[],
): Promise<FollowedUndo[]> {
  const { sql, actor } = acting;
  const rows = await lockRows(sql, other, actor.institutionId, [...new Set(events.map(({ rowId }) => rowId))]);
  const ids = new Set(back.map(({ id }) => id));
  const named = new Set(back.flatMap((row) => namedBy(register, row)));
  for (const [id, { cells }] of rows)
    if (!named.has(id) && !referred(other, cells).some((one) => ids.has(one))) rows.delete(id);
  const sight = sightOf(other, actor);
  const seen = sight ? await seenOf(sql, other, sight, rows) : new Map<string, never>();
  const undone = await undoRows(acting, other, events, rows, ANYBODY);
  return undone.flatMap(({ id, before, result: { outcome, refusals } }): FollowedUndo[] => {
    if (!seen.has(id)) return [];
    const code = String(before[other.code.column]);
    return [{ register: other.key, row: id, code, outcome, ...(refusals && { refusals }) }];
  });
}

/** Ids that the cells of a row refer to. */
const referred = (register: Register, cells: StoredCells): readonly string[] =>
  Object.entries(register.columns).flatMap(([key, { type }]) =>
    type === "reference" || type === "references" ? idsIn(cells[key]) : [],
  );

/** Ids that a row referred to before it was undone, or does now. */
const namedBy = (register: Register, { before, after }: Undone): readonly string[] => [
  ...new Set([...referred(register, before), ...(after ? referred(register, after) : [])]),
];

/** By how much the batch's counting of articles changes: back by one for each row that named it and was undone. */
function usesBack(
  register: Register,
  events: readonly LoggedEvent[],
  back: readonly Undone[],
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { rowId, changes } of events) {
    const [from, to] = changes["useCount"] ?? [0, 0];
    uses.set(rowId, (uses.get(rowId) ?? 0) + Number(to ?? 0) - Number(from ?? 0));
  }
  const named = back.flatMap((row) => namedBy(register, row));
  return new Map(
    [...uses].map(([id, count]) => {
      const most = named.filter((one) => one === id).length;
      return [id, -Math.sign(count) * Math.min(Math.abs(count), most)];
    }),
  );
}
