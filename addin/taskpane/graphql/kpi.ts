import type { KpiResult } from "../../../schema/measuring/results.ts";
import type { ResultsPage } from "../../../schema/measuring/asks.ts";
import type { KpiService, SeriesView } from "../pages/kpi/port.ts";
import type { ApiClient } from "./client.ts";
import { createPrintable, type PrintableOptions } from "./printable.ts";
import { graphql } from "./tada.ts";

const RESULT = graphql(`
  fragment ResultOf on KpiResult @_unmask {
    kpi {
      id
      code
      name
      unit
    }
    scope {
      kind
      id
      code
      name
    }
    period {
      kind
      from
      to
    }
    value
    numerator
    denominator
    count
    target
    expected
    critical
    attainment
    status
    change
    coverage
    edition
    watermark
    computedAt
  }
`);

const SERIES = graphql(
  `
    query KpiSeries($scope: String, $period: PeriodKind, $last: Int) {
      kpiSeries(filter: { scope: $scope, period: $period, last: $last }) {
        latest {
          ...ResultOf
        }
        results {
          ...ResultOf
        }
        movement {
          mean
          lower
          upper
          provisional
          signals {
            kind
            periods
            words
          }
          slope
          forecast {
            day
            value
            meets
          }
          words
        }
        direction
        low
        high
        audience
      }
    }
  `,
  [RESULT],
);

const ROWS = graphql(`
  query KpiRows($kpi: ID!, $scope: ID, $from: Date!, $to: Date!) {
    kpiRows(kpi: $kpi, scope: $scope, from: $from, to: $to) {
      rows {
        register
        id
        code
        title
        numerator
        denominator
      }
      total
    }
  }
`);

const PAGE = graphql(`
  query KpiResults($period: PeriodKind, $from: Date, $to: Date, $after: String) {
    kpiResults(period: $period, from: $from, to: $to, after: $after)
  }
`);

/** Results as the server works them out. */
export function createKpis(api: ApiClient, printable: PrintableOptions): KpiService {
  return {
    series: async ({ scope, period, last }, signal) => {
      const { kpiSeries } = await api.query(SERIES, { scope, period, last }, signal);
      return kpiSeries as readonly SeriesView[];
    },
    behind: async ({ kpi, scope, period }: KpiResult, signal) => {
      const of = { kpi: kpi.id, scope: scope.id, from: period.from, to: period.to };
      return (await api.query(ROWS, of, signal)).kpiRows;
    },
    printable: createPrintable(printable),
    page: async (question, signal) => (await api.query(PAGE, question, signal)).kpiResults as ResultsPage,
  };
}
