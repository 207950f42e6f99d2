import type { Actor } from "../../schema/api/context.ts";
import type { Behind, BehindRow } from "../../schema/measuring/asks.ts";
import { partsOf, factorOf } from "../../schema/measuring/parts.ts";
import type { Sql, Store } from "../store/store.ts";
import { seenBy } from "../sync/readable.ts";
import { findKpi, isProblem } from "./find.ts";
import { viewOf } from "./view.ts";

/** Rows told; the rest is counted. */
const TOLD = 500;

export interface BehindAsk {
  readonly kpi: string;
  readonly scope: string | null;
  /** Half open, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

const NOTHING: Behind = { rows: [], total: 0 };

/**
 * The rows that a figure of the own institution rests on. Leads read figures of others, not their logs, and who may not
 * read the register gets nothing: of a KPI or scope that is not there the answer is the same. Throws SaimeError FORBIDDEN.
 */
export async function kpiRows(store: Store, actor: Actor, ask: BehindAsk): Promise<Behind> {
  return store.transaction(
    async (sql) => {
      const view = await viewOf(sql, actor);
      const kpi = findKpi(view, ask.kpi);
      if (isProblem(kpi) || !view.seen.institutions.has(actor.institutionId)) return NOTHING;
      const measured = kpi.editions.filter(({ source }) => source !== "COMPUTED");
      return measuredRows(
        sql,
        actor,
        measured.flatMap(({ id, unit }) => [id, ...(view.peers.get(id) ?? [])].map((one) => ({ id: one, unit }))),
        ask,
      );
    },
    { readOnly: true },
  );
}

async function measuredRows(
  sql: Sql,
  actor: Actor,
  kpis: readonly { readonly id: string; readonly unit: string }[],
  { scope, from, to }: BehindAsk,
): Promise<Behind> {
  if (seenBy(actor, "measurements").sight.rows !== "ALL" || kpis.length === 0) return NOTHING;
  const rows = await sql.query<
    Pick<BehindRow, "id" | "code" | "title" | "numerator" | "denominator"> & {
      kpi: string;
      value: number | null;
      total: number;
    }
  >(
    `select m.id, m.code, m.kpi, coalesce(s.name, r.name, m.note, '') as title, m.value::float8 as value,
            m.numerator::float8 as numerator, m.denominator::float8 as denominator, count(*) over ()::int as total
     from measurement m left join service s on s.id = m.scope left join resource r on r.id = m.scope
     where m.institution_id = $1 and m.kpi = any($2::uuid[]) and m.state = 'CURRENT'
       and ($3::uuid is null or $3 = $1::uuid or m.scope = $3)
       and m.period_from + (m.period_to - m.period_from - 1) / 2 >= $4::date
       and m.period_from + (m.period_to - m.period_from - 1) / 2 < $5::date
     order by m.code, m.id limit ${TOLD}`,
    [actor.institutionId, kpis.map(({ id }) => id), scope, from, to],
  );
  const units = new Map(kpis.map(({ id, unit }) => [id, unit]));
  return {
    rows: rows.map(({ id, code, title, kpi, ...row }) => {
      const { numerator, denominator } = partsOf(row, factorOf(units.get(kpi) ?? ""));
      return { register: "measurements", id, code, title, numerator, denominator };
    }),
    total: rows[0]?.total ?? 0,
  };
}
