import { grouped } from "../../schema/registers/grouped.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import type { Words } from "../../schema/registers/words.ts";
import { tableOf } from "../store/models.ts";
import type { Sql } from "../store/store.ts";
import { idsOf, type FactLoader } from "./fact.ts";

/** Facts about KPIs and what is measured by them (domain.md, section 6). */

/** What is measured stays as it is once it has been: measurements that were taken back do not count. */
export const measuredAlready: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ kpi: string }>(
    `select distinct kpi from measurement
     where institution_id = $1 and kpi = any($2::uuid[]) and state = 'CURRENT'`,
    [institutionId, rows.map(({ id }) => id)],
  );
  const measured = new Set(found.map(({ kpi }) => kpi));
  return { broken: ({ id }) => (measured.has(id) ? {} : null) };
};

/** Satisfaction is measured state-wide: whoever retires its KPIs waits for each other, so that one is always left. */
export const lastSatisfactionKpi: FactLoader = async ({ sql }) => {
  await sql.query("select pg_advisory_xact_lock(hashtextextended('satisfaction', 5))");
  const found = await sql.query<{ id: string }>(
    "select id from kpi where state = 'ACTIVE' and defined_for = 'STATE' and formula = 'SATISFACTION'",
  );
  const active = new Set(found.map(({ id }) => id));
  return {
    broken: ({ id }) => ([...active].some((other) => other !== id) ? null : {}),
    took: ({ id, after: { state, definedFor, formula } }) => {
      if (state === "ACTIVE" && definedFor === "STATE" && formula === "SATISFACTION") active.add(id);
      else active.delete(id);
    },
  };
};

/** Of the kinds that a KPI may be defined for, those whose rows a scope names, and the register they stand in. */
const KIND_OF_SCOPE: Readonly<Record<string, string>> = {
  services: "SERVICE",
  resources: "RESOURCE",
  processes: "PROCESS",
};

/** A target or a measurement is for a thing of the kind that its KPI is defined for. */
export const scopeOfAnotherKind: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ id: string; kind: string }>(
    "select id, defined_for as kind from kpi where institution_id = $1 and id = any($2::uuid[])",
    [institutionId, idsOf(rows, "kpi")],
  );
  const kinds = new Map(found.map(({ id, kind }) => [id, kind]));
  const registers = await registersOf(sql, institutionId, idsOf(rows, "scope"));
  return {
    broken: ({ after }) => {
      const [kpi, scope] = [idsIn(after["kpi"])[0], idsIn(after["scope"])[0]];
      const kind = kpi === undefined ? undefined : kinds.get(kpi);
      if (kind === undefined || scope === undefined) return null;
      return KIND_OF_SCOPE[registers.get(scope) ?? ""] === kind ? null : { kind: kindLabel(kind) };
    },
  };
};

/** What the system computes from the logs nobody enters. */
export const kpiIsComputed: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ id: string; name: string }>(
    "select id, name from kpi where institution_id = $1 and id = any($2::uuid[]) and source = 'COMPUTED'",
    [institutionId, idsOf(rows, "kpi")],
  );
  const by = grouped(found, ({ id }) => id);
  return {
    broken: ({ after }) => {
      const kpi = idsIn(after["kpi"]).flatMap((id) => by.get(id) ?? [])[0];
      return kpi ? { kpi: kpi.name } : null;
    },
  };
};

/** The register in which each of these scopes stands. */
export async function registersOf(
  sql: Sql,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const selects = targetsOf("scopes").map(
    (key) =>
      `select id, '${key}' as register from ${tableOf(key).table} where institution_id = $1 and id = any($2::uuid[])`,
  );
  const found = await sql.query<{ id: string; register: string }>(selects.join(" union all "), [institutionId, ids]);
  return new Map(found.map(({ id, register }) => [id, register]));
}

function kindLabel(kind: string): Words {
  const column = findRegister("kpis")?.columns["definedFor"];
  return (column?.type === "choice" ? column.options[kind]?.label : undefined) ?? { lv: kind, en: kind };
}
