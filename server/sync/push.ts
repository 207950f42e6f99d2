import { loadHolders } from "../access/holders.ts";
import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { PushAnswer, PushRequest, PushRow, RowResult } from "../../schema/sync/protocol.ts";
import { jsonOf } from "../../schema/api/written-json.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import type { Taken } from "../effects/effect.ts";
import { keepWindows } from "../calendar/keep-windows.ts";
import { Openings } from "../effects/open-record.ts";
import { AfterEffects } from "../effects/run.ts";
import { lockBatch, lockCodes, recallBatch, rememberBatch, type BatchKey } from "../store/batches.ts";
import { stamp } from "../store/feed.ts";
import { idsTaken, isTaken, lockRows } from "../store/rows.ts";
import type { StoredCells, StoredRow } from "../store/stored-row.ts";
import { seenOf } from "../store/sight.ts";
import type { Sql, Store, WriteSql } from "../store/store.ts";
import { CodeGiver } from "./code-giver.ts";
import { loadNames } from "./names.ts";
import { namesFor } from "./names-for.ts";
import { factsOfPush } from "./facts-of-push.ts";
import { momentAt, settingsOf } from "./moment.ts";
import {
  draftRow,
  planRow,
  referred,
  type Asking,
  type Drafting,
  type PlannedRow,
  type RowPlan,
  type SinceByColumn,
} from "./plan-row.ts";
import { Editing } from "./read-changes.ts";
import { answerRow } from "./answer-row.ts";
import { asksTheSame, hashOf } from "./request-hash.ts";
import { sinceBase } from "./since-base.ts";
import { wantedIn } from "./wanted.ts";
import { writePlans } from "./write-plans.ts";
import { withOwnColumns, writable, type Seen } from "./readable.ts";

/** Rows that one part of a push may carry; a sheet sends fewer. */
export const MAX_ROWS = 20_000;

/** Carries the answer of a dry run out of the transaction that is rolled back. */
class DryRun extends Error {
  readonly answer: PushAnswer;
  constructor(answer: PushAnswer) {
    super("dry run");
    this.answer = answer;
  }
}

/**
 * Publishes rows of one register in one transaction: every row gets an answer, and good rows land although others are
 * refused. The same batch and part again is answered from memory. A dry run is the very same act, rolled back.
 * Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN, BAD_REQUEST, TOO_MANY_ROWS, BATCH_REUSED.
 */
export async function push(store: Store, actor: Actor, request: PushRequest): Promise<PushAnswer> {
  const declared = writable(actor, request.register);
  if (request.rows.length > MAX_ROWS) throw new SaimeError("TOO_MANY_ROWS");
  if (!isUuid(request.batch)) throw new SaimeError("BAD_REQUEST", "batch: UUID");
  if (!Number.isInteger(request.part) || request.part < 0) throw new SaimeError("BAD_REQUEST", "part: 0, 1, …");
  const attempt = async (trusting: boolean): Promise<PushAnswer> => {
    try {
      return await store.transaction((sql) => pushIn(sql, declared, actor, request, trusting));
    } catch (error) {
      if (error instanceof DryRun) return error.answer;
      if (trusting && (error instanceof Mistrusted || isTaken(error))) return attempt(false);
      throw error;
    }
  };
  return attempt(request.rows.length >= MANY);
}

/**
 * From so many rows on a push first trusts that what seems new is new: that no row bears its ids and codes yet. Looking
 * for thousands of them costs more than finding out by writing, which happens seldom; then all is done anew with care.
 */
const MANY = 1_000;

/** A row that is not written shows that trust was misplaced: what is said of it hangs on whether it is there. */
class Mistrusted extends Error {}

async function pushIn(
  sql: WriteSql,
  declared: Seen,
  actor: Actor,
  request: PushRequest,
  trusting: boolean,
): Promise<PushAnswer> {
  const batch: BatchKey = { institutionId: actor.institutionId, id: request.batch.toLowerCase(), part: request.part };
  if (!request.dryRun) {
    await lockBatch(sql, batch);
    const before = await recallBatch(sql, batch);
    if (before) {
      const same = before.actor === actor.personId && (await asksTheSame(before, declared.register, request.rows));
      if (!same) throw new SaimeError("BATCH_REUSED");
      return { ...(JSON.parse(before.answer) as PushAnswer), repeated: true };
    }
  }
  const seen = await withOwnColumns(sql, actor, declared, { hold: true });
  const { register } = seen;
  const mayGiveCodes = request.rows.some((row) => row.base === null);
  if (mayGiveCodes) await lockCodes(sql, actor.institutionId, register.key);

  const ids = idsOf(request.rows);
  // Rows that are new in earnest, as most that seem so are, need no lock.
  const taken = mayGiveCodes && !trusting ? await idsTaken(sql, register, actor.institutionId, ids.fresh) : NONE_TAKEN;
  const there = await lockRows(sql, register, actor.institutionId, [...ids.known, ...taken.own]);
  const { current, unseen } = await parted(sql, seen, there);
  const wanted = wantedIn(register, request.rows, cellsOf(current));
  const names = namesFor(seen, actor, await loadNames(sql, register, actor.institutionId, wanted));
  const since = await sinceBase(sql, register, request.rows, current);

  const by = { institutionId: actor.institutionId, actor: actor.personId, ...(await stamp(sql)) };
  const person = actor.monitoring ? null : actor.personId;
  const moment = momentAt(by.at, await settingsOf(sql, actor.institutionId), person);
  const codes = await CodeGiver.open(sql, register, actor.institutionId, moment.today, request.rows, trusting);
  const rows = identified(request.rows, current, new Set([...taken.foreign, ...unseen]));
  const draft = { ...seen, actor, names, editing: new Editing(register), moment };
  const referring = cellsReferring(draft, request.rows, current);
  const holders = await loadHolders(sql, register, actor.institutionId, referring);
  const acting = { sql, actor, moment, by: { ...by, batch: batch.id, part: batch.part } };
  const openings = await Openings.open(acting, register, () => draftsOf(draft, rows));
  const facts = await factsOfPush(sql, draft, rows);
  const asking = { ...draft, names: openings.names(names), holders, facts, openings };
  const effects = new AfterEffects(register);
  const results: RowResult[] = [];
  const plans = planRows(asking, rows, { since, codes, openings, effects }, results);
  const { logged } = await writePlans(sql, register, plans, acting.by);
  const { dryRun, part } = request;
  const answer: PushAnswer = { batch: request.batch, part, dryRun, repeated: false, results };
  const remembered = async () => ({ request: await hashOf(register, request.rows), answer: jsonOf(answer) });
  // While the database writes the log.
  const [memory] = await Promise.all([dryRun ? null : remembered(), logged]);
  if (trusting) await assureNew(sql, register, actor, request.rows, results);
  await codes.close(sql);
  await openings.write();
  await effects.run(acting);
  await keepWindows(
    sql,
    actor.institutionId,
    register.key,
    results.flatMap(({ id }) => id ?? []),
  );
  if (memory === null) throw new DryRun(answer);
  await rememberBatch(sql, { ...batch, ...memory, actor: actor.personId, register: register.key, at: by.at });
  return answer;
}

/** Throws Mistrusted where a row that seemed new and was not written is there after all. */
async function assureNew(
  sql: WriteSql,
  register: Seen["register"],
  actor: Actor,
  rows: readonly PushRow[],
  results: readonly RowResult[],
): Promise<void> {
  const unwritten = rows.filter((_, at) => results[at]?.outcome !== "APPLIED");
  const { own, foreign } = await idsTaken(sql, register, actor.institutionId, idsOf(unwritten).fresh);
  if (own.size + foreign.size > 0) throw new Mistrusted();
}

const NONE_TAKEN = { own: new Set<string>(), foreign: new Set<string>() } as const;

/** Rows that the person sees, and the ids of those that must seem not to be there. */
async function parted(sql: Sql, { register, sight }: Seen, rows: ReadonlyMap<string, StoredRow>) {
  const current = await seenOf(sql, register, sight, rows);
  return { current, unseen: [...rows.keys()].filter((id) => !current.has(id)) };
}

function* cellsOf(rows: ReadonlyMap<string, StoredRow>): Iterable<StoredCells> {
  for (const { cells } of rows.values()) yield cells;
}

/** Stored cells of the rows as they are, and of what a push's own cells refer to. */
function* cellsReferring(
  { register, names }: Pick<Asking, "register" | "names">,
  rows: readonly PushRow[],
  current: ReadonlyMap<string, StoredRow>,
): Iterable<StoredCells> {
  yield* cellsOf(current);
  for (const { cells } of rows) yield referred(register, names, cells);
}

/** A row of a push with the id that it has or will have. */
interface Identified {
  readonly id: string;
  readonly asked: PushRow;
  readonly current: StoredRow | null;
}

/** A UUID that another institution's row bears, or one that the person does not see, is not refused, which would tell of it, but replaced. */
function identified(
  rows: readonly PushRow[],
  current: ReadonlyMap<string, StoredRow>,
  foreign: ReadonlySet<string>,
): Identified[] {
  return rows.map((asked) => {
    const id = isUuid(asked.row) ? asked.row.toLowerCase() : null;
    if (id === null) return { id: crypto.randomUUID(), asked, current: null };
    return { id: foreign.has(id) ? crypto.randomUUID() : id, asked, current: current.get(id) ?? null };
  });
}

interface Known {
  readonly since: ReadonlyMap<string, SinceByColumn>;
  readonly codes: CodeGiver;
  readonly openings: Openings;
  readonly effects: AfterEffects;
}

/**
 * Plans and answers rows one by one as they are taken, so that the database writes the first while the last are still
 * planned.
 */
function* planRows(
  asking: Asking,
  rows: readonly Identified[],
  known: Known,
  results: RowResult[],
): Iterable<PlannedRow> {
  const seen = new Set<string>();
  const nothing: SinceByColumn = new Map();
  for (const { id, asked, current } of rows) {
    const since = known.since.get(id) ?? nothing;
    // One UUID may be written in two ways; the id is no mark, for it may have been replaced.
    const told = isUuid(asked.row) ? asked.row.toLowerCase() : asked.row;
    const plan = seen.has(told)
      ? "TWICE"
      : withRecord(known.openings, id, known.codes.give(planRow(asking, id, asked, current, since)));
    if (plan !== "TWICE") known.effects.note(id, plan);
    seen.add(told);
    const one: PlannedRow = { row: asked, id, plan, current };
    results.push(answerRow(asking, one, known.since));
    yield one;
  }
}

/** A row is taken only with the record that it opens. */
function withRecord(openings: Openings, id: string, plan: RowPlan): RowPlan {
  const refusals = plan.do === "WRITE" ? openings.plan(id, plan.cells) : [];
  return refusals.length > 0 ? { do: "REFUSE", refusals } : plan;
}

/** Rows as they would be, as far as their cells can be read. */
function* draftsOf(draft: Drafting, rows: readonly Identified[]): Iterable<Taken> {
  for (const { id, asked, current } of rows)
    yield { id, before: current?.cells ?? null, after: draftRow(draft, asked, current) };
}

/** Ids of rows that the sheet knows of the register, and of those that it believes to be new. */
function idsOf(rows: readonly PushRow[]): { readonly known: Set<string>; readonly fresh: Set<string> } {
  const ids = { known: new Set<string>(), fresh: new Set<string>() };
  for (const { row, base } of rows) if (isUuid(row)) (base === null ? ids.fresh : ids.known).add(row.toLowerCase());
  return ids;
}
