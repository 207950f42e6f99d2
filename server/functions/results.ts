import type { Actor } from "../../schema/api/context.ts";
import { addDays } from "../../schema/calendar/civil-day.ts";
import { ROWS_A_RESULT, type FigureAnswer, type FigureAsk, type SpilledRow } from "../../schema/functions/asks.ts";
import { periodText } from "../../schema/functions/period-text.ts";
import type { FunctionProblem } from "../../schema/functions/problems.ts";
import type { ResultAsk } from "../../schema/measuring/asks.ts";
import { periodOf, periodsBetween, previousPeriod } from "../../schema/measuring/periods.ts";
import type { KpiResult, Period } from "../../schema/measuring/results.ts";
import { findKpi, isProblem, periodKindOf } from "../results/find.ts";
import { resultsOf } from "../results/results.ts";
import { viewOf, type View } from "../results/view.ts";
import type { Sql } from "../store/store.ts";
import { alikeNames, lookUpNames, type NameOf } from "./names.ts";

/** A year of a series where no first day is given. */
const A_YEAR = 365;

/** What a cell needs results of, or why it cannot be asked. */
type Needs = { readonly asks: readonly ResultAsk[] } | { readonly problem: FunctionProblem };

/**
 * Answers KPI, TARGET, and RESULTS of one scope: results of the KPI page's own use case, all in one go. Throws SaimeError
 * FORBIDDEN for who reads no results at all.
 */
export async function answerResults(
  sql: Sql,
  actor: Actor,
  asks: readonly FigureAsk[],
): Promise<readonly FigureAnswer[]> {
  const view = await viewOf(sql, actor);
  const scopes = asks.flatMap(({ scope = "" }) => (scope === "" ? [] : [scope]));
  const scopeOf = await lookUpNames(sql, actor, "scopes", scopes, "UNKNOWN_SCOPE");
  const needs = asks.map((ask) => needsOf(view, ask, scopeOf));
  const results = await resultsOf(
    sql,
    actor,
    needs.flatMap((need) => ("asks" in need ? need.asks : [])),
  );
  let next = 0;
  const answers = asks.map((ask, at): FigureAnswer => {
    const need = needs[at];
    if (!need || "problem" in need) return { problem: need?.problem ?? { code: "FAILED" } };
    const own = results.slice(next, (next += need.asks.length));
    const problem = scopeTold(own.find((one) => one.problem)?.problem, ask, scopeOf);
    return problem
      ? { problem }
      : answerOf(
          ask,
          own.flatMap(({ result }) => result ?? []),
        );
  });
  return withLikes(sql, actor, answers);
}

function needsOf(view: View, { function: key, name, scope = "", period, from, to }: FigureAsk, scopeOf: NameOf): Needs {
  const kpi = findKpi(view, name);
  if (isProblem(kpi)) return kpi;
  const kind = periodKindOf(kpi, period ?? null);
  if (isProblem(kind)) return kind;
  const found = scope === "" ? null : scopeOf(scope);
  // What several bear may still be one among those that the KPI is for, or what wide scopes are named.
  const place = found && "row" in found ? found.row.id : scope || null;
  const ask = (period: Period): ResultAsk => ({ kpi: kpi.newest.id, scope: place, period });
  if (key !== "RESULTS") {
    const ended = previousPeriod(periodOf(kind.kind, view.today));
    return { asks: [ask(from === undefined ? ended : periodOf(kind.kind, from))] };
  }
  const last = to ?? addDays(view.today, 1);
  const periods = periodsBetween(kind.kind, from ?? addDays(last, -A_YEAR), last);
  if (periods.length > ROWS_A_RESULT) return { problem: { code: "TOO_MANY_ROWS", name: String(ROWS_A_RESULT) } };
  return { asks: periods.map(ask) };
}

function answerOf({ function: key, name }: FigureAsk, results: readonly KpiResult[]): FigureAnswer {
  if (key === "RESULTS") {
    return results.length === 0 ? { problem: { code: "NO_RESULT", name } } : { value: results.map(rowOf) };
  }
  const value = key === "TARGET" ? results[0]?.target : results[0]?.value;
  if (typeof value === "number") return { value };
  return { problem: { code: key === "TARGET" ? "NO_TARGET" : "NO_RESULT", name } };
}

const rowOf = ({ period, scope, value, numerator, denominator, count, target, status }: KpiResult): SpilledRow => [
  ...[periodText(period), scope.code, scope.name, value, numerator, denominator, count, target, status],
];

/** What is said of a scope, in the words in which the cell named it. */
function scopeTold(
  problem: FunctionProblem | undefined,
  { scope = "" }: FigureAsk,
  scopeOf: NameOf,
): FunctionProblem | undefined {
  if (problem?.code !== "UNKNOWN_SCOPE" || scope === "") return problem;
  const found = scopeOf(scope);
  return "problem" in found ? found.problem : { code: "OTHER_SCOPE", name: scope };
}

/** KPIs that are not there, with what may have been meant. */
async function withLikes(sql: Sql, actor: Actor, answers: readonly FigureAnswer[]): Promise<readonly FigureAnswer[]> {
  const unknown = answers.flatMap(({ problem }) => (problem?.code === "UNKNOWN_KPI" ? [problem.name ?? ""] : []));
  const kpis = await alikeNames(sql, actor, "kpis", [...new Set(unknown)]);
  return answers.map((answer) => {
    const { problem } = answer;
    return problem?.code === "UNKNOWN_KPI"
      ? { problem: { ...problem, near: kpis.get(problem.name ?? "") ?? [] } }
      : answer;
  });
}
