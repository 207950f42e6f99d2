import type { Actor } from "../../schema/api/context.ts";
import type { Behind, BehindRow } from "../../schema/measuring/asks.ts";
import type { MeasureKey } from "../../schema/measuring/formulas.ts";
import { civilToInstant } from "../../schema/registers/instants.ts";
import { partsOf, factorOf } from "../../schema/measuring/parts.ts";
import type { Sql, Store } from "../store/store.ts";
import { seenBy } from "../sync/readable.ts";
import { tableOf } from "../store/models.ts";
import { ADDS, sourceOf } from "./behind.ts";
import { findKpi, isProblem } from "./find.ts";
import { editionIn } from "./kpis.ts";
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
      const { formula } = editionIn(kpi, { to: ask.to });
      if (formula !== null) return computedRows(sql, actor, formula, ask, view.seen.own.timeZone);
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

async function computedRows(
  sql: Sql,
  actor: Actor,
  measure: MeasureKey,
  { scope, from, to }: BehindAsk,
  timeZone: string,
): Promise<Behind> {
  const { register, title, when, about } = sourceOf(measure);
  const { sight } = seenBy(actor, register);
  if (sight.rows !== "ALL") return NOTHING;
  const [numerator, denominator] = ADDS[measure] ?? ["null", "null"];
  const rows = await sql.query<Omit<BehindRow, "register"> & { total: number }>(
    `select t.id, t.code, coalesce(${title}, '') as title, (${numerator})::float8 as numerator,
            (${denominator})::float8 as denominator, count(*) over ()::int as total
     from ${tableOf(register).table} t
     where t.institution_id = $1 and ($2::uuid is null or $2 = $1::uuid or ${about}) and ${when}
       and $3::timestamptz is not null and $4::timestamptz is not null and $5::date is not null and $6::date is not null
     order by t.code, t.id limit ${TOLD}`,
    [
      ...[actor.institutionId, scope, civilToInstant(`${from}T00:00:00`, timeZone)],
      ...[civilToInstant(`${to}T00:00:00`, timeZone), from, to],
    ],
  );
  return { rows: rows.map(({ total: _, ...row }) => ({ register, ...row })), total: rows[0]?.total ?? 0 };
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
