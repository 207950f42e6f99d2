import { createHash } from "node:crypto";
import type { Actor } from "../../schema/api/context.ts";
import type { Register } from "../../schema/registers/register.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { PushAnswer, PushRequest, PushRow } from "../../schema/sync/protocol.ts";
import { lockBatch, lockCodes, recallBatch, rememberBatch, type BatchKey } from "../store/batches.ts";
import { stamp } from "../store/feed.ts";
import { lockRows, takenIds } from "../store/rows.ts";
import type { StoredRow } from "../store/stored-row.ts";
import type { Sql, Store } from "../store/store.ts";
import { CodeGiver } from "./code-giver.ts";
import { loadNames } from "./names.ts";
import { Editing, planRow, type Asking, type PlannedRow, type SinceByColumn } from "./plan-row.ts";
import { answerRow } from "./answer-row.ts";
import { sinceBase } from "./since-base.ts";
import { writePlans } from "./write-plans.ts";
import { readable } from "./readable.ts";

/** Rows that one part of a push may carry; a sheet sends fewer. */
export const MAX_ROWS = 20_000;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

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
  // Answers tell what rows hold.
  const register = readable(actor, request.register);
  if (request.rows.length > MAX_ROWS) throw new SaimeError("TOO_MANY_ROWS");
  if (!UUID.test(request.batch)) throw new SaimeError("BAD_REQUEST", "batch: UUID");
  if (!Number.isInteger(request.part) || request.part < 0) throw new SaimeError("BAD_REQUEST", "part: 0, 1, …");
  try {
    return await store.transaction((sql) => pushIn(sql, register, actor, request));
  } catch (error) {
    if (error instanceof DryRun) return error.answer;
    throw error;
  }
}

async function pushIn(sql: Sql, register: Register, actor: Actor, request: PushRequest): Promise<PushAnswer> {
  const batch: BatchKey = { institutionId: actor.institutionId, id: request.batch.toLowerCase(), part: request.part };
  const asked = createHash("sha256")
    .update(JSON.stringify([register.key, request.rows]))
    .digest("hex");
  if (!request.dryRun) {
    await lockBatch(sql, batch);
    const before = await recallBatch(sql, batch);
    if (before) {
      if (before.request !== asked || before.actor !== actor.personId) throw new SaimeError("BATCH_REUSED");
      return { ...(JSON.parse(before.answer) as PushAnswer), repeated: true };
    }
  }
  const mayGiveCodes = request.rows.some((row) => row.base === null);
  if (mayGiveCodes) await lockCodes(sql, actor.institutionId, register.key);

  const ids = idsOf(request.rows);
  const current = await lockRows(sql, register, actor.institutionId, [...ids]);
  const foreign = mayGiveCodes
    ? await takenIds(
        sql,
        register,
        [...ids].filter((id) => !current.has(id)),
      )
    : new Set<string>();
  const names = await loadNames(sql, register, actor.institutionId);
  const since = await sinceBase(sql, request.rows, current);

  const asking = { register, actor, names, editing: new Editing(register) };
  const codes = await CodeGiver.open(sql, register, actor.institutionId, request.rows);
  const by = { institutionId: actor.institutionId, actor: actor.personId, ...(await stamp(sql)) };
  const planned: PlannedRow[] = [];
  const plans = planRows(asking, request.rows, { current, foreign, since, codes }, planned);
  await writePlans(sql, register, plans, { ...by, batch: batch.id, part: batch.part });
  await codes.close(sql);

  const answer: PushAnswer = {
    batch: request.batch,
    part: request.part,
    dryRun: request.dryRun,
    repeated: false,
    results: planned.map((one) => answerRow(asking, one, since)),
  };
  if (request.dryRun) throw new DryRun(answer);
  await rememberBatch(sql, {
    ...batch,
    actor: actor.personId,
    register: register.key,
    at: by.at,
    request: asked,
    answer: JSON.stringify(answer),
  });
  return answer;
}

interface Known {
  readonly current: ReadonlyMap<string, StoredRow>;
  readonly foreign: ReadonlySet<string>;
  readonly since: ReadonlyMap<string, SinceByColumn>;
  readonly codes: CodeGiver;
}

/** Plans rows one by one as they are taken, so that the database writes the first while the last are still planned. */
function* planRows(
  asking: Asking,
  rows: readonly PushRow[],
  known: Known,
  planned: PlannedRow[],
): Iterable<PlannedRow> {
  const seen = new Set<string>();
  const nothing: SinceByColumn = new Map();
  for (const row of rows) {
    const id = UUID.test(row.row) ? row.row.toLowerCase() : null;
    const current = id === null ? null : (known.current.get(id) ?? null);
    const since = (id === null ? undefined : known.since.get(id)) ?? nothing;
    const plan = seen.has(row.row) ? "TWICE" : known.codes.give(planRow(asking, row, current, since));
    seen.add(row.row);
    // A UUID that another institution's row bears is not refused, which would tell of it, but replaced.
    const one: PlannedRow = { row, id: id === null || known.foreign.has(id) ? crypto.randomUUID() : id, plan, current };
    planned.push(one);
    yield one;
  }
}

function idsOf(rows: readonly PushRow[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => UUID.test(row.row)).map((row) => row.row.toLowerCase()));
}
