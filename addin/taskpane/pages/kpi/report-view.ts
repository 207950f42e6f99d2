import type { ReportLine, ReportView } from "../../../sync/results/report.ts";
import type { Text } from "../../../i18n/text.ts";
import { dayBefore, periodOf } from "./figure.ts";
import type { SeriesView } from "./port.ts";

/** First days after the months that a report may end with, the latest first. */
export function monthEnds(today: string, count: number): readonly string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + month - 1 - back;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  });
}

/** What a report says: of each KPI the last whole period that ended by then. `until` is the first day after. */
export function reportView(
  series: readonly SeriesView[],
  until: string,
  names: { readonly institution: string; readonly audience: string; readonly today: string },
  text: Text,
): ReportView {
  const lines = series.flatMap((one): ReportLine[] => {
    const result = one.results.findLast(({ period }) => period.to <= until);
    if (!result) return [];
    const { kpi, scope, period, value, target, attainment, status, change } = result;
    const latest = result.period.from === one.latest.period.from;
    return [
      {
        ...{ code: kpi.code, name: kpi.name, unit: kpi.unit, scope: scope.name || scope.code },
        ...{ period: periodOf(period, text), value, target, attainment, status, change },
        movement: latest ? one.movement.words : "",
      },
    ];
  });
  const { institution, audience, today } = names;
  return { institution, audience, until: text.day(dayBefore(until)), made: text.day(today), lines };
}
