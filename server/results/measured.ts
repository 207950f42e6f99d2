import { factorOf } from "../../schema/measuring/parts.ts";
import type { PeriodKind } from "../../schema/measuring/results.ts";
import type { Sql } from "../store/store.ts";
import type { Parts } from "./part.ts";
import type { Wanted } from "./wanted.ts";

interface MeasuredRow {
  readonly n: number;
  readonly institutionId: string;
  readonly scope: string | null;
  readonly from: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly plain: number | null;
  readonly plains: number;
  readonly count: number;
  readonly watermark: string | null;
  readonly withData: number;
  readonly withDataInUse: number;
}

const LENGTHS: Record<PeriodKind, string> = {
  ...{ DAY: "1 day", WEEK: "1 week", MONTH: "1 month", QUARTER: "3 months", YEAR: "1 year" },
};

const IN_USE = `exists (select from service s where s.id = m.scope and s.stage in ('DELIVERING', 'IMPROVING')
                 union all select from resource r where r.id = m.scope and r.stage in ('DELIVERING', 'IMPROVING')
                 union all select from process p where p.id = m.scope and p.retired_at is null)`;

/**
 * Adds what was measured by hand or fed. A measurement belongs to the period that holds its middle day, unless it is
 * longer than the period: a week that lies over two months counts in one of them, and a year's figure in no month.
 * Measurements taken back do not count. One of the institution as a whole goes before those of its services.
 */
export async function addMeasured(sql: Sql, wanted: readonly Wanted[], parts: Parts): Promise<void> {
  if (wanted.length === 0) return;
  const asks = wanted.map(({ edition, peers, institutions, of, ids, period, from, to }, n) => ({
    ...{ n, kpis: [edition.id, ...peers], institutions, each: of === "EACH", ids, from, to },
    ...{ period: period.toLowerCase(), length: LENGTHS[period] },
  }));
  const rows = await sql.query<MeasuredRow>(
    `select n, institution_id as "institutionId", scope, from_ as "from",
            sum(numerator)::float8 as numerator, sum(denominator)::float8 as denominator,
            sum(value) filter (where numerator is null)::float8 as plain,
            (count(*) filter (where numerator is null))::int as plains, count(*)::int as count,
            max(seq)::text as watermark, count(distinct of_scope)::int as "withData",
            (count(distinct of_scope) filter (where in_use))::int as "withDataInUse"
     from (
       select a.n, m.institution_id, m.numerator, m.denominator, m.value, e.seq, m.scope as of_scope,
              m.scope is null as whole, case when a."each" then m.scope end as scope,
              date_trunc(a.period, middle)::date as from_,
              case when a."each" then false else ${IN_USE} end as in_use,
              bool_or(m.scope is null) over (partition by a.n, m.institution_id, date_trunc(a.period, middle)) as has_whole
       from json_to_recordset($1::json) as a(n int, kpis uuid[], institutions uuid[], "each" boolean, ids uuid[],
                                             period text, length text, "from" date, "to" date)
       join measurement m on m.kpi = any(a.kpis) and m.institution_id = any(a.institutions) and m.state = 'CURRENT'
       cross join lateral (select (m.period_from + (m.period_to - m.period_from - 1) / 2)::timestamp as middle) mid
       left join event e on e.row_id = m.id and e.version = m.version
       where middle >= a."from" and middle < a."to" and (a.ids is null or m.scope = any(a.ids))
         and (not a."each" or m.scope is not null)
         and m.period_to <= m.period_from + ((date_trunc(a.period, middle) + a.length::interval)::date
                                             - date_trunc(a.period, middle)::date)
     ) measured
     where scope is not null or whole or not has_whole
     group by n, institution_id, scope, from_`,
    [JSON.stringify(asks)],
  );
  for (const { n, institutionId, scope, from, numerator, denominator, plain, plains, ...row } of rows) {
    const one = wanted[n];
    if (!one) continue;
    const factor = factorOf(one.edition.unit);
    parts.put(one.edition.id, institutionId, scope ?? "", from, {
      numerator: (numerator ?? 0) + (plain ?? 0) / factor,
      denominator: (denominator ?? 0) + plains,
      ...{ count: row.count, withData: row.withData, withDataInUse: row.withDataInUse },
      ...{ edition: null, watermark: row.watermark ?? "0", computedAt: null },
    });
  }
}
