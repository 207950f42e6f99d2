import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { ResultsAsk, ResultsPage } from "../../schema/measuring/asks.ts";
import { nextPeriod, periodOf, periodsBetween } from "../../schema/measuring/periods.ts";
import type { Period } from "../../schema/measuring/results.ts";
import { RESULT_COLUMNS } from "../../schema/measuring/result-columns.ts";
import type { Store } from "../store/store.ts";
import { answer, type Asked } from "./answer.ts";
import { belongs, findKpi, findPlace, isProblem, periodKindOf } from "./find.ts";
import type { Kpi } from "./kpis.ts";
import { narrowPlaces, widePlaces, type Place } from "./places.ts";
import { rowOf } from "./row.ts";
import { viewOf, type View } from "./view.ts";

/** Results worked out for a page; those without data of what is not in use are left out of it again. */
const A_PAGE = 20_000;
/** Periods of one KPI that go together. */
const TOGETHER = 12;

/** Some periods of one KPI, in all its places. */
interface Piece {
  readonly key: string;
  readonly kpi: Kpi;
  readonly places: readonly Place[];
  readonly periods: readonly Period[];
}

/**
 * A page of the read-only register of results: a row a KPI, scope and period, wide scopes first. What has no data has a
 * row where a target is set for it and it is in use, so that a pivot shows the gap. Throws SaimeError FORBIDDEN,
 * BAD_CURSOR, BAD_REQUEST.
 */
export async function kpiResults(store: Store, actor: Actor, ask: ResultsAsk): Promise<ResultsPage> {
  return store.transaction(
    async (sql) => {
      const view = await viewOf(sql, actor);
      const kinds = ["SERVICE", "RESOURCE", "PROCESS"] as const;
      const named = ask.scope === null ? null : [ask.scope];
      const narrow = await narrowPlaces(sql, view.seen.institutions, kinds, named);
      const pieces = piecesOf(view, ask, narrow);
      const start = ask.after === null ? 0 : pieces.findIndex(({ key }) => key === ask.after);
      if (start < 0) throw new SaimeError("BAD_CURSOR");
      let [end, size] = [start, 0];
      for (; end < pieces.length && (end === start || size < A_PAGE); end++) {
        const { places = [], periods = [] } = pieces[end] ?? {};
        size += places.length * periods.length;
      }
      const asked = pieces
        .slice(start, end)
        .flatMap(({ kpi, places, periods }) =>
          places.flatMap((place) => periods.map((period): Asked => ({ kpi, place, period }))),
        );
      const results = await answer(sql, view, asked);
      const rows = asked.flatMap(({ place, kpi }, at) => {
        const result = results[at];
        const shown = result && (result.value !== null || (result.status !== null && place.inUse));
        return shown ? [rowOf(result, place, kpi)] : [];
      });
      const columns = Object.keys(RESULT_COLUMNS);
      return {
        columns,
        values: columns.map((_, column) => rows.map((row) => row[column] ?? null)),
        count: rows.length,
        next: pieces[end]?.key ?? null,
      };
    },
    { readOnly: true },
  );
}

/** Everything asked for, in an order that stays from page to page. */
function piecesOf(view: View, ask: ResultsAsk, narrow: readonly Place[]): readonly Piece[] {
  const asked = ask.kpi === null ? null : findKpi(view, ask.kpi);
  if (asked && isProblem(asked)) return [];
  const from = ask.from ?? `${Number(view.today.slice(0, 4)) - 2}-01-01`;
  return (asked ? [asked] : view.kpis).flatMap((kpi) => {
    const kind = periodKindOf(kpi, ask.period);
    const places = placesOf(view, kpi, ask.scope, narrow);
    if (isProblem(kind) || places.length === 0) return [];
    const running = periodOf(kind.kind, view.today);
    const to = ask.to === null || ask.to > running.to ? running.to : ask.to;
    const { retiredOn } = kpi.newest;
    const end = retiredOn === null || retiredOn >= to ? to : nextPeriod(periodOf("DAY", retiredOn)).from;
    const periods = periodsBetween(kind.kind, from, end);
    return Array.from({ length: Math.ceil(periods.length / TOGETHER) }, (_, at): Piece => {
      const some = periods.slice(at * TOGETHER, (at + 1) * TOGETHER);
      return { key: `${kpi.newest.id} ${some[0]?.from ?? ""}`, kpi, places, periods: some };
    });
  });
}

function placesOf(view: View, kpi: Kpi, scope: string | null, narrow: readonly Place[]): readonly Place[] {
  if (scope === null) return [...widePlaces(kpi, view.seen), ...narrow.filter((place) => belongs(kpi, place))];
  const place = findPlace(view, kpi, scope, narrow);
  return isProblem(place) ? [] : [place];
}
