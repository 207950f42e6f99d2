import type { Actor } from "../../schema/api/context.ts";
import type { SeriesAsk } from "../../schema/measuring/asks.ts";
import { movementOf } from "../../schema/measuring/movement.ts";
import { lastPeriods } from "../../schema/measuring/periods.ts";
import type { KpiResult, KpiSeries } from "../../schema/measuring/results.ts";
import { fold } from "../../schema/registers/text.ts";
import type { Store } from "../store/store.ts";
import { answer, sameMeasured } from "./answer.ts";
import { findKpi, findPlace, isProblem, periodKindOf } from "./find.ts";
import { editionIn, type Kpi } from "./kpis.ts";
import { narrowPlaces, type Place } from "./places.ts";
import { goalOf } from "./targets.ts";
import { viewOf, type View } from "./view.ts";

/**
 * KPIs over time, each in the scope asked or the widest that the person reads; what has no such scope or period is left
 * out. Retired KPIs are told only where asked for by name. Throws SaimeError FORBIDDEN.
 */
export async function kpiSeries(store: Store, actor: Actor, ask: SeriesAsk): Promise<readonly KpiSeries[]> {
  return store.transaction(
    async (sql) => {
      const view = await viewOf(sql, actor);
      const kpis = chosen(view, ask);
      const named = [ask.scope, ...kpis.map(({ scope }) => scope)].filter((one) => one !== null);
      const kinds = ["SERVICE", "RESOURCE", "PROCESS"] as const;
      const narrow = named.length === 0 ? [] : await narrowPlaces(sql, view.seen.institutions, kinds, named);
      const lines = kpis.flatMap((kpi) => {
        const [place, period] = [findPlace(view, kpi, ask.scope, narrow), periodKindOf(kpi, ask.period)];
        if (isProblem(place) || isProblem(period)) return [];
        const periods = lastPeriods(period.kind, view.today, ask.last);
        return [{ kpi, place, asked: periods.map((one) => ({ kpi, place, period: one })) }];
      });
      const results = await answer(
        sql,
        view,
        lines.flatMap(({ asked }) => asked),
      );
      return lines.flatMap(({ kpi, place }, at) => {
        const line = seriesOf(view, kpi, place, results.slice(at * ask.last, (at + 1) * ask.last));
        return line ? [line] : [];
      });
    },
    { readOnly: true },
  );
}

function chosen(view: View, { kpi, audience }: SeriesAsk): readonly Kpi[] {
  if (kpi !== null) {
    const found = findKpi(view, kpi);
    return isProblem(found) ? [] : [found];
  }
  const text = fold(audience ?? "");
  return view.kpis.filter(({ newest }) => newest.retiredOn === null && fold(newest.audience).includes(text));
}

function seriesOf(view: View, kpi: Kpi, place: Place, results: readonly KpiResult[]): KpiSeries | null {
  const running = results.at(-1);
  if (!running) return null;
  const whole = results.slice(0, -1);
  const last = whole.at(-1) ?? running;
  const { direction, low, high, audience } = kpi.newest;
  const now = editionIn(kpi, last.period);
  const alike = whole.map(({ period }) => sameMeasured(editionIn(kpi, period), now));
  const target = view.targets.of(now, place.institution?.id === place.id ? null : place.id, running.period);
  return {
    // A running month looks good before it is over; it is shown, but not judged by, while a whole one has data.
    latest: [...whole].reverse().find(({ value }) => value !== null) ?? (running.value === null ? last : running),
    results,
    movement: movementOf({
      ...{ period: last.period.kind, unit: now.unit, goal: target && goalOf(now, target) },
      // What was measured otherwise by a former edition stands in no row with what is measured now.
      points: whole.slice(alike.lastIndexOf(false) + 1).map(({ period, value }) => ({ from: period.from, value })),
    }),
    ...{ direction, low, high, audience },
  };
}
