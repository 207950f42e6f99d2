import type { Actor } from "../../schema/api/context.ts";
import type { ResultAnswer } from "../../schema/measuring/answers.ts";
import type { ResultAsk } from "../../schema/measuring/asks.ts";
import type { Sql } from "../store/store.ts";
import { answer, type Asked } from "./answer.ts";
import { findKpi, findPlace, isProblem, periodKindOf, type Found } from "./find.ts";
import { narrowPlaces } from "./places.ts";
import { viewOf } from "./view.ts";

/**
 * Single results, in the order asked, each a result or what stands in its way; what the person may not read is as if it
 * were not there. Throws SaimeError FORBIDDEN for who reads no results at all.
 */
export async function resultsOf(sql: Sql, actor: Actor, asks: readonly ResultAsk[]): Promise<readonly ResultAnswer[]> {
  const view = await viewOf(sql, actor);
  const kpis = asks.map(({ kpi }) => findKpi(view, kpi));
  const named = asks.flatMap(({ scope }, at) => {
    const kpi = kpis[at];
    const name = scope ?? (kpi && !isProblem(kpi) ? kpi.scope : null);
    return name === null ? [] : [name];
  });
  const narrow = await narrowPlaces(sql, view.seen.institutions, ["SERVICE", "RESOURCE", "PROCESS"], named);
  const found = asks.map((ask, at): Found<Asked> => {
    const kpi = kpis[at];
    if (kpi === undefined || isProblem(kpi)) return kpi ?? { problem: { code: "UNKNOWN_KPI", name: ask.kpi } };
    const place = findPlace(view, kpi, ask.scope, narrow);
    if (isProblem(place)) return place;
    const kind = periodKindOf(kpi, ask.period.kind);
    return isProblem(kind) ? kind : { kpi, place, period: ask.period };
  });
  const results = await answer(sql, view, found.filter((one) => !isProblem(one)) as readonly Asked[]);
  let next = 0;
  return found.map((one) => {
    if (isProblem(one)) return one;
    const result = results[next++];
    return result ? { result } : { problem: { code: "FAILED" } };
  });
}
