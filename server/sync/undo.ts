import type { Actor } from "../../schema/api/context.ts";
import { parseCell, sameCell } from "../../schema/registers/cells.ts";
import { checkRow, checkSteps } from "../../schema/registers/check-row.ts";
import { compute } from "../../schema/registers/computed.ts";
import { grouped } from "../../schema/registers/grouped.ts";
import { isCustom } from "../../schema/registers/custom.ts";
import { isFrom, isRetired, stateLabel, stateOf, whoNames } from "../../schema/registers/lifecycle.ts";
import type { Moment } from "../../schema/registers/prepare-row.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { CellConflict, Refusal, RowResult, UndoAnswer } from "../../schema/sync/protocol.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { loadHolders } from "../access/holders.ts";
import { heldEverywhere, mayEdit, mayRetire, rolesOn, type Holders } from "../access/rights.ts";
import { hiddenFrom, seesRow } from "../access/sight.ts";
import { Facts, factsOfWrite } from "../rules/open-facts.ts";
import { Indexing } from "../search/index-row.ts";
import { EventLog, eventsOfBatch, eventsSince, type Changes, type LoggedEvent } from "../store/events.ts";
import { stamp } from "../store/feed.ts";
import { lockRows, updateRows, type RowWrite } from "../store/rows.ts";
import { SpanLog } from "../store/spans.ts";
import type { StoredCell, StoredCells, StoredRow } from "../store/stored-row.ts";
import type { Sql, Store } from "../store/store.ts";
import { momentAt, settingsOf } from "./moment.ts";
import { loadNames, type Names } from "./names.ts";
import { changesOf } from "./plan-row.ts";
import { forbidden } from "./read-changes.ts";
import { noteSpans } from "./spans-of-write.ts";
import { toCell } from "./stored.ts";
import { seenBy, withOwnColumns } from "./readable.ts";
import { changedCells, wantedIn } from "./wanted.ts";

/** Why a row that an undone publish had created is retired. */
const UNDONE = "Publicēšana atsaukta / Publishing undone";

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

interface Asking {
  readonly register: Register;
  readonly actor: Actor;
  readonly names: Names;
  readonly holders: Holders;
  readonly moment: Moment;
}
/** A row as undoing would leave it, before anything is checked. */
interface UndoDraft {
  readonly current: StoredRow;
  readonly roles: readonly Who[];
  readonly hidden: readonly string[];
  /** The batch created the row. */
  readonly created: boolean;
  /** The batch undid another: what is undone now goes forth again. */
  readonly redone: boolean;
  /** Others changed the row since. */
  readonly touched: boolean;
  readonly after: StoredCells;
  readonly changes: Changes;
  readonly conflicts: readonly CellConflict[];
}
type UndoPlan =
  | { readonly result: RowResult; readonly write: RowWrite; readonly changes: Changes }
  | { readonly result: RowResult; readonly write: null };

function draftUndo(
  { register, actor, names, holders, moment }: Asking,
  current: StoredRow,
  events: readonly LoggedEvent[],
  batch: string,
): UndoDraft {
  const cell = (key: string, stored: StoredCell | undefined) => toCell(register.columns[key], stored, names);
  const created = events[0]?.kind === "CREATE";
  const redone = events.some((event) => event.batch === batch && event.kind === "UNDO");
  const { net, lastChange, touched } = netChanges(events, batch);
  const roles = rolesOn(register, actor, current.cells, { id: current.id, holders });
  const hidden = Object.keys(net).filter((key) => hiddenFrom(register, roles).has(key));
  const conflicts: CellConflict[] = [];
  const back: Record<string, StoredCell> = {};
  for (const [key, [from, to]] of Object.entries(net)) {
    // What is computed follows from the other cells, whoever changed them.
    if (register.columns[key]?.computed) continue;
    if (hidden.includes(key) || sameCell(current.cells[key] ?? null, from)) continue;
    const other = lastChange.get(key);
    if (other === undefined) back[key] = from;
    else
      conflicts.push({
        column: key,
        base: cell(key, to),
        mine: cell(key, from),
        theirs: cell(key, current.cells[key]),
        by: other.by,
        at: other.at,
      });
  }
  const after = created ? retiredCells(register, current) : { ...current.cells, ...back };
  if (!created) compute(register, after, moment.settings);
  return { current, roles, hidden, created, redone, touched, after, changes: changesOf(current, after), conflicts };
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

function planUndo({ register, actor, names }: Asking, draft: UndoDraft, facts: Facts): UndoPlan {
  const { current, hidden, created, touched, after, changes, conflicts } = draft;
  const before = { row: current.id, id: current.id, version: current.version, retired: current.retired };
  if (hidden.length > 0 && !created) {
    // What was and what is would be told by undoing it.
    return {
      result: { ...before, outcome: "REFUSED", refusals: hidden.map((key) => forbidden(register, key)) },
      write: null,
    };
  }
  if (created && (touched || current.retired)) {
    return { result: { ...before, outcome: touched ? "CONFLICT" : "UNCHANGED", conflicts }, write: null };
  }
  if (Object.keys(changes).length === 0) {
    return { result: { ...before, outcome: conflicts.length > 0 ? "CONFLICT" : "UNCHANGED", conflicts }, write: null };
  }
  const refusals = refusalsOf(register, actor, draft, facts);
  if (refusals.length > 0) return { result: { ...before, outcome: "REFUSED", refusals }, write: null };
  const retired = isRetired(register, after);
  const version = current.version + 1;
  const cell = (key: string) => toCell(register.columns[key], after[key], names);
  return {
    result: {
      ...before,
      version,
      retired,
      outcome: conflicts.length > 0 ? "MERGED" : "APPLIED",
      cells: Object.fromEntries(Object.keys(changes).map((key) => [key, cell(key)])),
      conflicts,
    },
    write: { id: current.id, version, retired, cells: after },
    changes,
  };
}

/** What stands in the way of undoing. */
function refusalsOf(
  register: Register,
  actor: Actor,
  { current, roles, created, redone, after, changes }: UndoDraft,
  facts: Facts,
): readonly Refusal[] {
  const asker = { person: actor.personId, held: roles, fact: facts.of(current.id, current.cells) };
  if (created) {
    if (!mayRetire(register, roles))
      return [refuse("FORBIDDEN", null, { column: register.one, who: whoNames(register.rights.retire) })];
    // What others need by now stays, however it came.
    return checkSteps(register, current.cells, after, asker).filter(({ code }) => code === "RULE");
  }
  const state = stateOf(register, current.cells);
  return Object.keys(changes)
    .flatMap((key): Refusal[] => {
      const column = register.columns[key];
      // What the server fills in itself goes back with what it hung on.
      if (!column || column.readOnly) return [];
      if (!mayEdit(register, key, roles)) return [forbidden(register, key)];
      // A field may have become another since, such as a text a number, while nothing was in it.
      if (isCustom(key)) {
        const parsed = parseCell(key, column, after[key] ?? null);
        if (!parsed.ok) return [parsed.refusal];
      }
      const { lockedFrom } = column;
      if (lockedFrom === undefined) return [];
      // The step that locked it may go back with it.
      const locked = [state, stateOf(register, after)].every((one) => isFrom(register, lockedFrom, one));
      return locked ? [refuse("LOCKED", key, { column: column.label, state: stateLabel(register, lockedFrom) })] : [];
    })
    .concat(
      // A state that was left by undoing is entered like any other, lest it stand for cells that nobody has looked at.
      redone ? checkSteps(register, current.cells, after, asker).filter(({ code }) => code !== "NO_SUCH_STEP") : [],
      // The state itself was sound before: only what the row as a whole demands is checked, not the step back.
      checkRow(register, after, after, asker),
    );
}

function retiredCells(register: Register, current: StoredRow): Record<string, StoredCell> {
  const cells: Record<string, StoredCell> = { ...current.cells };
  const { lifecycle } = register;
  if (lifecycle?.retired === undefined) return cells;
  cells[lifecycle.column] = lifecycle.retired;
  for (const [key, column] of Object.entries(register.columns)) {
    if (column.requiredFrom === lifecycle.retired && column.type === "text") cells[key] ??= UNDONE;
  }
  return cells;
}

/**
 * What the batch made of each column, walked in order with what others did between and after: first from and last to,
 * begun anew where others came between; who changed a column last if it was not the batch; whether others came at all.
 */
function netChanges(events: readonly LoggedEvent[], batch: string) {
  const net: Record<string, readonly [StoredCell, StoredCell]> = {};
  const lastChange = new Map<string, LoggedEvent>();
  let touched = false;
  for (const event of events) {
    for (const [key, [from, to]] of Object.entries(event.changes)) {
      if (event.batch !== batch) {
        lastChange.set(key, event);
        touched = true;
        continue;
      }
      net[key] = [net[key] && !lastChange.has(key) ? net[key][0] : from, to];
      lastChange.delete(key);
    }
  }
  return { net, lastChange, touched };
}

const byRow = (events: readonly LoggedEvent[]) => grouped(events, ({ rowId }) => rowId);
