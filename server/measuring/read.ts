import { UNITS, type FigureScope } from "../../schema/measuring/formula.ts";
import { FORMULAS, type MeasureKey } from "../../schema/measuring/formulas.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import type { Figure, PeriodKind } from "../../schema/measuring/results.ts";
import type { Sql } from "../store/store.ts";
import { PARTS, placeOf, type Part } from "./parts.ts";

/** Figures wanted of one measure: periods of a kind that begin on the days `from` until before `to` (`YYYY-MM-DD`). */
export interface FigureAsk {
  readonly measure: MeasureKey;
  /** `id` is null of the institution. */
  readonly scopes:
    readonly { readonly kind: FigureScope; readonly id: string | null }[] | "ALL_SERVICES" | "ALL_RESOURCES";
  readonly period: PeriodKind;
  readonly from: string;
  readonly to: string;
}

export interface StoredFigure extends Figure {
  readonly measure: MeasureKey;
  readonly scopeKind: FigureScope;
  readonly scopeId: string | null;
  /** First day of the period. */
  readonly from: string;
  /** What the formula names beside the value, in its unit. Of quarters and years only what adds up. */
  readonly more: Readonly<Record<string, number>> | null;
  readonly edition: number;
  readonly watermark: string;
  readonly computedAt: string;
}

interface Row {
  readonly ask: number;
  readonly scopeKind: FigureScope;
  readonly scopeId: string;
  readonly from: string;
  readonly parts: readonly (number | null)[];
  readonly editions: readonly number[];
  readonly watermark: string;
  readonly computedAt: string;
}

/** An ask of one scope, or of all of a kind where `scope` is null. */
interface Wanted {
  readonly ask: number;
  readonly part: Part;
  readonly period: PeriodKind;
  readonly from: string;
  readonly to: string;
  readonly scope: string | null;
  readonly kind: FigureScope;
}

/** Quarters and years are added up from months, which alone are kept of the two. */
const kept = (period: PeriodKind): PeriodKind => (period === "QUARTER" || period === "YEAR" ? "MONTH" : period);
/** The day on which the period ends that holds the last day asked for: its later months belong to it too. */
const until = ({ period, to }: FigureAsk): string => {
  const last = periodOf(period, to);
  return last.from === to ? to : last.to;
};

/**
 * Figures as they were last computed, of every ask in order and within an ask by scope and period. Periods that have
 * no data have no figure here.
 */
export async function readFigures(
  sql: Sql,
  institutionId: string,
  asks: readonly FigureAsk[],
): Promise<readonly StoredFigure[]> {
  if (asks.length === 0) return [];
  const wanted = asks.flatMap((ask, at): readonly Wanted[] => {
    const { part } = placeOf(ask.measure);
    const one = { ask: at, part, period: kept(ask.period), from: ask.from, to: until(ask) };
    if (typeof ask.scopes === "string")
      return [{ ...one, scope: null, kind: ask.scopes === "ALL_SERVICES" ? "SERVICE" : "RESOURCE" }];
    return ask.scopes.map(({ kind, id }) => ({ ...one, scope: id ?? institutionId, kind }));
  });
  const columns = `a.ask, f.scope_kind as "scopeKind", f.scope_id as "scopeId", f.from_::text as "from", f.parts, f.editions,
    f.watermark::text as watermark, to_char(f.computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "computedAt"`;
  const same = `f.institution_id = $1 and f.part = a.part and f.period_kind = a.period and f.from_ >= a."from" and f.from_ < a."to"`;
  const rows = await sql.query<Row>(
    `with a as materialized (
       select * from json_to_recordset($2::json)
         as x(ask int, part text, period text, "from" date, "to" date, scope uuid, kind text))
     select * from (
       select ${columns} from a join figure f on ${same} and f.scope_id = a.scope where a.scope is not null
       union all
       select ${columns} from a join figure f on ${same} and f.scope_kind = a.kind where a.scope is null) found
     order by ask, "scopeId", "from"`,
    [institutionId, JSON.stringify(wanted)],
  );
  return rolledUp(asks, rows).map(({ ask, ...row }) => toldOf(ask, row));
}

type Rolled = Omit<Row, "ask"> & { readonly ask: FigureAsk };

/** Rows of months as quarters or years, where those were asked for. */
function rolledUp(asks: readonly FigureAsk[], rows: readonly Row[]): readonly Rolled[] {
  const found = new Map<string, Rolled>();
  for (const row of rows) {
    const ask = asks[row.ask];
    if (!ask) continue;
    const { from } = periodOf(ask.period, row.from);
    const key = `${row.ask} ${row.scopeId} ${from}`;
    const before = found.get(key);
    found.set(key, before ? joined(before, row) : { ...row, from, ask });
  }
  return [...found.values()];
}

function joined(before: Rolled, row: Row): Rolled {
  const { measure } = before.ask;
  const summed = FORMULAS[measure].overTime === "SUM";
  const parts = row.parts.map((one, at) => (summed ? (one ?? 0) + (before.parts[at] ?? 0) : one));
  const [watermark, computedAt] = [row, before]
    .map((one) => [one.watermark, one.computedAt] as const)
    .reduce((a, b) => (a[1] < b[1] ? a : b));
  return { ...before, parts, watermark, computedAt };
}

/** What of a row's further numbers adds up, as sums of seconds over what was counted. */
const SUMS = new Set(["clock"]);

function toldOf(ask: FigureAsk, row: Omit<Row, "ask">): StoredFigure {
  const { measure, period } = ask;
  const { part, at } = placeOf(measure);
  const { scale, unit, more: names = [] } = FORMULAS[measure];
  const [n, d, count] = row.parts.slice(offsetOf(part, at), offsetOf(part, at) + 3);
  const numerator = scaled(n, scale?.numerator);
  // A count stays a count over however many periods: its denominator is 1.
  const denominator = unit === "COUNT" ? 1 : scaled(d, scale?.denominator);
  const rest = row.parts.slice(offsetOf(part, at) + 3);
  const whole = kept(period) === period;
  const more = names.flatMap((name, index) => {
    const one = rest[index] ?? null;
    if (one === null || denominator === null || denominator === 0) return [];
    if (SUMS.has(name)) return [[name, (one * (scale?.numerator ?? 1)) / denominator] as const];
    return whole ? [[name, one * (scale?.numerator ?? 1)] as const] : [];
  });
  return {
    measure,
    scopeKind: row.scopeKind,
    scopeId: row.scopeKind === "INSTITUTION" ? null : row.scopeId,
    from: row.from,
    value:
      numerator === null || denominator === null || denominator === 0
        ? null
        : (UNITS[unit].factor * numerator) / denominator,
    numerator,
    denominator,
    count: count ?? 0,
    more: more.length > 0 ? Object.fromEntries(more) : null,
    edition: row.editions[at] ?? FORMULAS[measure].edition,
    watermark: row.watermark,
    computedAt: row.computedAt,
  };
}

const scaled = (value: number | null | undefined, by = 1): number | null => (value == null ? null : value * by);

/** Where a measure's numbers begin in its part's row: numerator, denominator, count. */
export function offsetOf(part: Part, at: number): number {
  return PARTS[part].slice(0, at).reduce((offset, one) => offset + 3 + (FORMULAS[one].more?.length ?? 0), 0);
}
