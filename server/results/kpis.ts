import type { Goal } from "../../schema/measuring/goal.ts";
import type { Period, PeriodKind, ScopeKind } from "../../schema/measuring/results.ts";
import type { MEASURES } from "../../schema/registers/measures.ts";
import type { Sql } from "../store/store.ts";
import type { Institution, Seen } from "./reach.ts";

/** One edition of a KPI: what was measured while it held. */
export interface Edition extends Pick<Goal, "direction" | "low" | "high"> {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly frequency: PeriodKind;
  readonly source: "COMPUTED" | "MANUAL" | "FEED";
  readonly formula: keyof typeof MEASURES | null;
  readonly audience: string;
  /** First day on which it holds: that of its first target or measurement, else the day it was written down. */
  readonly since: string;
  /** Last day on which it was in use, where it is retired. */
  readonly retiredOn: string | null;
}

/** A KPI with its editions, newest first: a series goes on over them. */
export interface Kpi {
  readonly newest: Edition;
  readonly editions: readonly Edition[];
  readonly definedFor: ScopeKind;
  /** The one service, resource or process it is for. */
  readonly scope: string | null;
  readonly institution: Institution;
}

interface KpiRow extends Omit<Edition, "low" | "high" | "audience" | "unit"> {
  readonly institutionId: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly audience: string | null;
  readonly replaces: string | null;
  readonly definedFor: ScopeKind;
  readonly scope: string | null;
  readonly institution: Omit<Institution, "timeZone">;
}

/**
 * KPIs in use or retired whose results the person reads: those of the institutions seen, and those that a lead
 * institution sets for them, be it the state's, their sector's or their municipality's. Drafts have no results.
 */
export async function kpisSeen(sql: Sql, { institutions, own }: Seen): Promise<readonly Kpi[]> {
  const all = [...institutions.values()];
  const rows = await sql.query<KpiRow>(
    `select k.id, k.code, k.name, k.unit, k.direction, k.low, k.high, k.frequency, k.source, k.formula, k.audience,
            k.replaces, k.defined_for as "definedFor", k.scope, k.institution_id as "institutionId",
            json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'sector', i.sector,
                              'municipality', i.municipality) as institution,
            -- Only where one edition follows another does it matter when it began.
            coalesce(case when k.replaces is not null then least((select min(t.valid_from) from kpi_target t where t.kpi = k.id and t.state = 'CURRENT'),
                           (select min(m.period_from) from measurement m where m.kpi = k.id and m.state = 'CURRENT')) end,
                     (k.created_at at time zone 'UTC')::date) as since,
            (k.retired_at at time zone 'UTC')::date as "retiredOn"
     from kpi k join institution i on i.id = k.institution_id
     where k.state <> 'DRAFT' and k.frequency is not null and k.direction is not null and k.source is not null
       and (k.institution_id = any($1::uuid[]) or k.defined_for = 'STATE'
            or (k.defined_for = 'SECTOR' and i.sector = any($2::text[]))
            or (k.defined_for = 'MUNICIPALITY' and i.municipality = any($3::text[])))
     order by i.id <> $4::uuid, i.name, i.id, k.code, k.id`,
    [
      all.map(({ id }) => id),
      all.flatMap(({ sector }) => sector ?? []),
      all.flatMap(({ municipality }) => municipality ?? []),
      own.id,
    ],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const replaced = new Set(
    rows.flatMap(({ id, replaces }) => (replaces !== null && replaces !== id ? [replaces] : [])),
  );
  return rows.flatMap((row) => {
    if (replaced.has(row.id)) return [];
    const chain = new Set<KpiRow>();
    for (let at: KpiRow | undefined = row; at && !chain.has(at); at = byId.get(at.replaces ?? "")) chain.add(at);
    const editions = [...chain].map(editionOf);
    const zone = institutions.get(row.institutionId) ?? own;
    return [
      {
        ...{ newest: editions[0] ?? editionOf(row), editions, definedFor: row.definedFor, scope: row.scope },
        institution: { ...row.institution, timeZone: zone.timeZone },
      },
    ];
  });
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const editionOf = ({ id, code, name, unit, direction, low, high, ...row }: KpiRow): Edition => ({
  ...{ id, code, name, unit: unit ?? "", direction, low: numberOf(low), high: numberOf(high) },
  ...{ frequency: row.frequency, source: row.source, formula: row.formula, audience: row.audience ?? "" },
  ...{ since: row.since, retiredOn: row.retiredOn },
});

/** The edition that holds in a period: the newest that had begun by its end; the first one held ever. */
export function editionIn({ editions, newest }: Kpi, { to }: Pick<Period, "to">): Edition {
  return editions.find(({ since }) => since < to) ?? editions.at(-1) ?? newest;
}
