import { calendarOf } from "../../schema/measuring/periods.ts";
import { RESULT_COLUMNS, type ResultColumnKey } from "../../schema/measuring/result-columns.ts";
import type { KpiResult } from "../../schema/measuring/results.ts";
import type { Kpi } from "./kpis.ts";
import type { Place } from "./places.ts";

type Value = string | number | null;

/** A row of the register of results, in the order of its columns. */
export function rowOf(result: KpiResult, place: Place, kpi: Kpi): readonly Value[] {
  const cells: Record<ResultColumnKey, Value> = {
    kpiCode: result.kpi.code,
    kpiName: result.kpi.name,
    measure: kpi.editions.find(({ id }) => id === result.kpi.id)?.formula ?? null,
    unit: result.kpi.unit,
    ...{ scopeKind: result.scope.kind, scopeCode: result.scope.code, scopeName: result.scope.name },
    institution: place.institution?.name ?? null,
    ...{ sector: place.sector, municipality: place.municipality },
    ...{ periodKind: result.period.kind, from: result.period.from, to: result.period.to, ...calendarOf(result.period) },
    ...{ value: result.value, numerator: result.numerator, denominator: result.denominator, count: result.count },
    ...{ target: result.target, critical: result.critical, attainment: result.attainment, status: result.status },
    ...{ change: result.change, coverage: result.coverage, edition: result.edition },
    ...{ watermark: result.watermark, computedAt: result.computedAt },
  };
  return (Object.keys(RESULT_COLUMNS) as ResultColumnKey[]).map((key) => cells[key]);
}
