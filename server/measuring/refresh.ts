import { dayOf } from "../../schema/registers/instants.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import type { PeriodKind } from "../../schema/measuring/results.ts";
import { addDays } from "../../schema/calendar/civil-day.ts";
import { feedPosition } from "../store/feed.ts";
import type { Sql, Store, WriteSql } from "../store/store.ts";
import { settingsOf } from "../sync/moment.ts";
import { computeFigures, prepareToCompute } from "./compute.ts";
import { layEdges } from "./edges.ts";
import { firstMonth, firstToldMonth } from "./first-fact.ts";
import { framed } from "./frame.ts";
import { layGround } from "./ground.ts";
import { gatherSums } from "./put.ts";
import { PART_KEYS, placeOf, type Part } from "./parts.ts";
import { gatherTold, settleWanted, wantMoved, wantRetimed, wantTouched } from "./touched.ts";
import type { MeasureKey } from "../../schema/measuring/formulas.ts";

/** How old the moment of computing may become before what depends on it is computed anew, in seconds. */
const MOMENT_LASTS = 15 * 60;
/** Wanted figures from which on computing all of them costs no more. */
const TOO_MANY = 150_000;
/** How far back days and weeks are kept. */
const KEPT_DAYS: Partial<Record<PeriodKind, number>> = { DAY: 92, WEEK: 7 * 106 };

interface State {
  readonly database: string;
  readonly feed: string;
  readonly asOf: number;
  readonly from: string;
}

/** Periods of a kind that are kept, and the parts whose figures are. */
interface Kept {
  readonly kind: PeriodKind;
  readonly parts: ReadonlySet<Part>;
}

/** Months of everything; days and weeks of what active KPIs measure that often. */
async function keptKinds(sql: Sql, institutionId: string): Promise<readonly Kept[]> {
  const rows = await sql.query<{ kind: PeriodKind; formula: MeasureKey }>(
    `select distinct frequency as kind, formula from kpi
     where institution_id = $1 and state = 'ACTIVE' and source = 'COMPUTED' and formula is not null and frequency in ('DAY', 'WEEK')`,
    [institutionId],
  );
  const of = (kind: PeriodKind): Kept => ({
    kind,
    parts: new Set(rows.filter((row) => row.kind === kind).map(({ formula }) => placeOf(formula).part)),
  });
  const often = [of("DAY"), of("WEEK")].filter(({ parts }) => parts.size > 0);
  return [{ kind: "MONTH", parts: new Set(PART_KEYS) }, ...often];
}

/** The database's moment, in whole seconds and as an instant. */
async function clock(sql: Sql): Promise<{ readonly seconds: number; readonly at: string }> {
  const [row] = await sql.query<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  const at = row?.at ?? "";
  return { seconds: Math.floor(Date.parse(at) / 1_000), at };
}

async function lastEvent(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ seq: string }>("select coalesce(max(seq), 0)::text as seq from event");
  return row?.seq ?? "0";
}

async function stateOf(sql: Sql, institutionId: string): Promise<State | null> {
  const [row] = await sql.query<State>(
    `select database, feed::text as feed, date_part('epoch', as_of) as "asOf", from_::text as "from" from figure_state where institution_id = $1`,
    [institutionId],
  );
  return row ?? null;
}

async function keepState(
  sql: Sql,
  institutionId: string,
  state: State & { readonly watermark: string },
): Promise<void> {
  await sql.query(
    `insert into figure_state (institution_id, database, feed, watermark, as_of, from_)
     values ($1, $2, $3::bigint, $4::bigint, to_timestamp($5), $6::date)
     on conflict (institution_id) do update set database = excluded.database, feed = excluded.feed, watermark = excluded.watermark,
       as_of = excluded.as_of, from_ = excluded.from_`,
    [institutionId, state.database, state.feed, state.watermark, state.asOf, state.from],
  );
}

/** The first day of a kind's periods: in the first month with facts, or as far back as days and weeks are kept. */
function startOf(kind: PeriodKind, first: string, today: string): string {
  const back = KEPT_DAYS[kind];
  const kept = back === undefined ? first : addDays(today, -back);
  return periodOf(kind, kept > first ? kept : first).from;
}

/** An instant before a day has begun anywhere and everything that began with it, epoch seconds. */
const before = (day: string): number => Date.parse(`${addDays(day, -2)}T00:00:00Z`) / 1_000;

/**
 * Computes every figure of the institution anew from the rows, in place of those that stood. `asOf` (epoch seconds) is
 * the moment up to which what is open counts; left out, now. Gives how many figures there are.
 */
export async function recomputeAll(
  sql: WriteSql,
  institutionId: string,
  asOf?: number,
): Promise<{ readonly recomputed: number }> {
  await lock(sql, institutionId);
  await prepareToCompute(sql);
  const position = await feedPosition(sql);
  const now = await clock(sql);
  const watermark = await lastEvent(sql);
  const { timeZone: zone } = await settingsOf(sql, institutionId);
  const moment = asOf ?? now.seconds;
  const today = dayOf(new Date(moment * 1_000).toISOString(), zone);
  const first = await firstMonth(sql, institutionId, zone, today);
  await sql.query("delete from figure where institution_id = $1", [institutionId]);
  const base = { institutionId, zone, asOf: moment, since: before(first), watermark, computedAt: now.at, only: false };
  for (const { kind, parts } of await keptKinds(sql, institutionId)) {
    const frame = await framed(sql, { ...base, kind, from: startOf(kind, first, today) }, today);
    await computeFigures(sql, frame, await layGround(sql, frame), parts);
  }
  await sql.query("delete from service_time_change where institution_id = $1", [institutionId]);
  await sql.query("analyze figure");
  await keepState(sql, institutionId, {
    database: position.database,
    feed: String(position.open),
    asOf: moment,
    from: first,
    watermark,
  });
  const [row] = await sql.query<{ n: number }>("select count(*)::int as n from figure where institution_id = $1", [
    institutionId,
  ]);
  return { recomputed: row?.n ?? 0 };
}

/** One process computes an institution's figures at a time; others wait for it. */
async function lock(sql: Sql, institutionId: string): Promise<void> {
  await sql.query("select pg_advisory_xact_lock(hashtextextended('saime.figures.' || $1, 0))", [institutionId]);
}

/**
 * Brings an institution's figures up to date: what rows touched that changed since the last time, and, when the moment
 * of computing is a quarter of an hour old, what depends on it. Gives how many figures were computed anew.
 */
export function refreshFigures(store: Store, institutionId: string): Promise<{ readonly recomputed: number }> {
  return store.transaction((sql) => refreshIn(sql, institutionId));
}

async function refreshIn(sql: WriteSql, institutionId: string): Promise<{ readonly recomputed: number }> {
  await lock(sql, institutionId);
  await prepareToCompute(sql);
  const state = await stateOf(sql, institutionId);
  const position = await feedPosition(sql);
  if (!state || state.database !== position.database || BigInt(state.feed) > position.next)
    return recomputeAll(sql, institutionId);
  const now = await clock(sql);
  const moved = now.seconds - state.asOf > MOMENT_LASTS;
  const told = await gatherTold(sql, institutionId, state.feed);
  const [retimed] = await sql.query<{ any: boolean }>(
    'select exists (select from service_time_change where institution_id = $1) as "any"',
    [institutionId],
  );
  if (told === 0 && !moved && retimed?.any !== true) return { recomputed: 0 };
  const watermark = await lastEvent(sql);
  const { timeZone: zone } = await settingsOf(sql, institutionId);
  const asOf = moved ? now.seconds : state.asOf;
  const today = dayOf(new Date(asOf * 1_000).toISOString(), zone);
  const first = await firstToldMonth(sql, zone, today);
  // Earlier facts than ever before move the whole frame.
  if (first !== null && first < state.from) return recomputeAll(sql, institutionId);
  const base = { institutionId, zone, asOf, since: before(state.from), watermark, computedAt: now.at, only: true };
  let recomputed = 0;
  for (const { kind, parts } of await keptKinds(sql, institutionId)) {
    const frame = await framed(sql, { ...base, kind, from: startOf(kind, state.from, today) }, today);
    const windows = await layGround(sql, frame);
    if (kind !== "MONTH" && (await isNew(sql, institutionId, kind, parts))) {
      await computeFigures(sql, { ...frame, only: false }, windows, parts);
      continue;
    }
    await layEdges(sql, institutionId);
    await wantTouched(sql, frame);
    if (moved) await wantMoved(sql, frame, state.asOf);
    if (retimed?.any === true) await wantRetimed(sql, frame);
    await sql.query("delete from m_wanted where part <> all($1::text[])", [[...parts]]);
    const wanted = await settleWanted(sql, frame);
    if (wanted > TOO_MANY) return recomputeAll(sql, institutionId);
    if (wanted === 0) continue;
    recomputed += wanted;
    await gatherSums(sql, frame);
    await sql.query(
      `delete from figure f using m_wanted w join m_period q using (p)
       where f.institution_id = $1 and f.part = w.part and f.scope_id = w.scope and f.period_kind = $2 and f.from_ = q.from_`,
      [institutionId, kind],
    );
    const touched = await sql.query<{ part: Part }>("select distinct part from m_wanted");
    await computeFigures(sql, frame, windows, new Set(touched.map(({ part }) => part)));
  }
  if (retimed?.any === true) await sql.query("delete from service_time_change where id in (select id from m_retimed)");
  if (moved) await forgetOld(sql, institutionId, today);
  await keepState(sql, institutionId, { ...state, feed: String(position.open), asOf, watermark });
  return { recomputed };
}

/** Whether nothing is kept yet of some of the parts, because a KPI has only just begun to ask for them. */
async function isNew(sql: Sql, institutionId: string, kind: PeriodKind, parts: ReadonlySet<Part>): Promise<boolean> {
  const [row] = await sql.query<{ n: number }>(
    "select count(distinct part)::int as n from figure where institution_id = $1 and period_kind = $2 and part = any($3::text[])",
    [institutionId, kind, [...parts]],
  );
  if (row?.n === parts.size) return false;
  await sql.query("delete from figure where institution_id = $1 and period_kind = $2", [institutionId, kind]);
  return true;
}

/** Days and weeks that are kept no longer. */
async function forgetOld(sql: Sql, institutionId: string, today: string): Promise<void> {
  for (const [kind, days] of Object.entries(KEPT_DAYS))
    await sql.query("delete from figure where institution_id = $1 and period_kind = $2 and from_ < $3::date", [
      institutionId,
      kind,
      periodOf(kind as PeriodKind, addDays(today, -days)).from,
    ]);
}
