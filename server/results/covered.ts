import { lastPeriods } from "../../schema/measuring/periods.ts";
import { addDays } from "../../schema/calendar/civil-day.ts";
import { placeOf } from "../measuring/parts.ts";
import { offsetOf } from "../measuring/read.ts";
import type { Sql } from "../store/store.ts";
import type { Wanted } from "./wanted.ts";

/** How many scopes of a roll-up have data in a period, and how many of those are in use. */
export interface Covered {
  readonly withData: number;
  readonly withDataInUse: number;
}

/** So many of the latest periods are told with their coverage. */
const LATEST = 3;

/**
 * Coverage of roll-ups of computed figures, by KPI edition, kind of period, institution and first day; only where one
 * KPI is asked for. It looks at every service: for a dozen KPIs of 2,000 services that took more than a second.
 */
export async function coveredBy(sql: Sql, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Covered>> {
  const rolled = wanted.filter(({ of }) => of === "ROLLED");
  if (new Set(rolled.map(({ edition }) => edition.id)).size !== 1) return new Map();
  const asks = rolled.map(({ edition, institutions, kind, period, from, to }, n) => {
    const { part, at } = placeOf(edition.formula ?? "INCIDENTS");
    const latest = lastPeriods(period, addDays(to, -1), LATEST)[0]?.from ?? from;
    return {
      ...{ n, institutions, kind, part, to },
      ...{ from: latest > from ? latest : from, unit: period.toLowerCase() },
      // The denominator comes second, and arrays count from 1.
      at: offsetOf(part, at) + 2,
      stored: period === "QUARTER" || period === "YEAR" ? "MONTH" : period,
    };
  });
  const rows = await sql.query<Covered & { n: number; institutionId: string; from: string }>(
    `select a.n, f.institution_id as "institutionId", date_trunc(a.unit, f.from_::timestamp)::date as "from",
            count(distinct f.scope_id)::int as "withData",
            (count(distinct f.scope_id) filter (where p.stage in ('DELIVERING', 'IMPROVING')))::int as "withDataInUse"
     from json_to_recordset($1::json) as a(n int, institutions uuid[], kind text, part text, at int, unit text,
                                           stored text, "from" date, "to" date)
     join (select 'SERVICE' as kind, id, institution_id, stage from service
           union all select 'RESOURCE', id, institution_id, stage from resource) p
       on p.kind = a.kind and p.institution_id = any(a.institutions)
     join figure f on f.institution_id = p.institution_id and f.part = a.part and f.scope_id = p.id
                  and f.period_kind = a.stored and f.from_ >= a."from" and f.from_ < a."to"
     where f.parts[a.at] <> 0
     group by a.n, f.institution_id, date_trunc(a.unit, f.from_::timestamp)`,
    [JSON.stringify(asks)],
  );
  return new Map(
    rows.flatMap(({ n, institutionId, from, ...covered }) => {
      const one = rolled[n];
      return one ? [[`${one.edition.id} ${one.period} ${institutionId} ${from}`, covered] as const] : [];
    }),
  );
}
