import { grouped } from "../../schema/registers/grouped.ts";
import { DependencyGraph, type Edge } from "../graph/graph.ts";
import type { StoredCells } from "../store/stored-row.ts";
import { namedAnswer, type FactLoader } from "./fact.ts";

/** Facts about services and resources: what they need before they are delivered, and what stands on them. */

/** domain.md, section 2: delivered services have an agreed service level. */
export const noAgreedServiceLevel: FactLoader = async ({ sql, institutionId, today, rows }) => {
  const found = await sql.query<{ subject: string }>(
    `select distinct subject from service_level
     where institution_id = $1 and subject = any($2::uuid[]) and state = 'AGREED'
       and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
    [institutionId, rows.map(({ id }) => id), today],
  );
  const agreed = new Set(found.map(({ subject }) => subject));
  return { broken: ({ id }) => (agreed.has(id) ? null : {}) };
};

/** domain.md, section 2: and at least one active KPI with a target, for the service itself or for every service. */
export const noKpiWithTarget: FactLoader = async ({ sql, institutionId, today, rows }) => {
  const found = await sql.query<{ scope: string | null }>(
    `select distinct t.scope from kpi_target t join kpi k on k.id = t.kpi
     where t.institution_id = $1 and t.state = 'CURRENT' and k.state = 'ACTIVE' and k.defined_for = 'SERVICE'
       and (t.scope is null or t.scope = any($2::uuid[]))
       and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to > $3::date)`,
    [institutionId, rows.map(({ id }) => id), today],
  );
  const measured = new Set(found.map(({ scope }) => scope));
  return { broken: ({ id }) => (measured.has(id) || measured.has(null) ? null : {}) };
};

/** domain.md, section 2: what is in use and critically needs the row keeps it from being retired. */
export const dependedOn: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ needed: string; name: string }>(
    `select distinct d.to_ as needed, s.name from dependency d
     join (select id, name, stage from service where institution_id = $1
           union all select id, name, stage from resource where institution_id = $1) s on s.id = d.from_
     where d.institution_id = $1 and d.to_ = any($2::uuid[]) and d.critical and d.state = 'CURRENT'
       and s.stage in ('DELIVERING', 'IMPROVING') order by s.name`,
    [institutionId, rows.map(({ id }) => id)],
  );
  const by = grouped(found, ({ needed }) => needed);
  return namedAnswer(({ id }) => (by.get(id) ?? []).map(({ name }) => name));
};

/** domain.md, section 2: nor may an incident on it be open. */
export const openIncidents: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ subject: string; code: string }>(
    `select subject, code from incident
     where institution_id = $1 and subject = any($2::uuid[]) and state not in ('CLOSED', 'CANCELLED') order by code`,
    [institutionId, rows.map(({ id }) => id)],
  );
  const by = grouped(found, ({ subject }) => subject);
  return namedAnswer(({ id }) => (by.get(id) ?? []).map(({ code }) => code));
};

/** Every dependency of the institution in force; writers of dependencies wait for each other. */
export const dependencyCycle: FactLoader = async ({ sql, institutionId }) => {
  await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 3))", [`${institutionId}/dependencies`]);
  const edges = await sql.query<Edge>(
    `select id, from_ as "from", to_ as "to", critical, group_ as "group" from dependency
     where institution_id = $1 and state = 'CURRENT' and critical`,
    [institutionId],
  );
  const graph = new DependencyGraph(edges);
  const names = new Map<string, string>();
  const subjects = await sql.query<{ id: string; name: string }>(
    `select id, name from service where institution_id = $1 union all select id, name from resource where institution_id = $1`,
    [institutionId],
  );
  for (const { id, name } of subjects) names.set(id, name);
  return {
    broken: ({ id, after }) => {
      const edge = edgeOf(id, after);
      if (!edge) return null;
      const cycle = graph.cycleClosedBy(edge.from, edge.to, id);
      return cycle === null ? null : { cycle: cycle.map((one) => names.get(one) ?? one).join(" → ") };
    },
    took: ({ id, after }) => {
      const edge = edgeOf(id, after);
      if (edge) graph.add(edge);
      else graph.remove(id);
    },
  };
};

function edgeOf(id: string, { from, to, critical, group, state }: StoredCells): Edge | null {
  if (critical !== true || state !== "CURRENT" || typeof from !== "string" || typeof to !== "string") return null;
  return { id, from, to, critical, group: typeof group === "string" ? group : null };
}
