import { PROCESSES, type ProcessKey } from "../../schema/registers/process-list.ts";
import type { Scope, ScopeKind } from "../../schema/measuring/results.ts";
import type { Sql } from "../store/store.ts";
import type { Kpi } from "./kpis.ts";
import type { Institution, Seen } from "./reach.ts";

/** What a result may be about, and where it belongs. */
export interface Place extends Scope {
  /** Of a service, resource, process or institution. */
  readonly institution: Institution | null;
  readonly sector: string | null;
  readonly municipality: string | null;
  /** Whether data are expected of it: a service that is delivered, a resource that is used, a process that is kept. */
  readonly inUse: boolean;
}

interface PlaceRow {
  readonly kind: "SERVICE" | "RESOURCE" | "PROCESS";
  readonly id: string;
  readonly institutionId: string;
  readonly code: string;
  readonly name: string;
  readonly inUse: boolean;
}

const NARROW = {
  SERVICE:
    "select 'SERVICE' as kind, id, institution_id, code, name, stage in ('DELIVERING', 'IMPROVING') as in_use from service",
  RESOURCE:
    "select 'RESOURCE' as kind, id, institution_id, code, name, stage in ('DELIVERING', 'IMPROVING') as in_use from resource",
  PROCESS:
    "select 'PROCESS' as kind, id, institution_id, code, process as name, retired_at is null as in_use from process",
} as const;

/** Services, resources and processes of institutions, by code; only those of `kinds`, and those named by id, code or name where `named` is given. */
export async function narrowPlaces(
  sql: Sql,
  institutions: ReadonlyMap<string, Institution>,
  kinds: readonly ScopeKind[],
  named: readonly string[] | null = null,
): Promise<readonly Place[]> {
  const selects = (["SERVICE", "RESOURCE", "PROCESS"] as const).filter((kind) => kinds.includes(kind));
  if (selects.length === 0 || institutions.size === 0) return [];
  const rows = await sql.query<PlaceRow>(
    `select kind, id, institution_id as "institutionId", code, name, in_use as "inUse"
     from (${selects.map((kind) => NARROW[kind]).join(" union all ")}) place
     where institution_id = any($1::uuid[]) 
       and ($2::text[] is null or id::text = any($2) or lower(code) = any($2) or lower(name) = any($2))
     order by code, id`,
    [[...institutions.keys()], named?.map((one) => one.trim().toLowerCase()) ?? null],
  );
  return rows.flatMap(({ institutionId, ...row }) => {
    const institution = institutions.get(institutionId);
    if (!institution) return [];
    const name = row.kind === "PROCESS" ? PROCESSES[row.name as ProcessKey].label.lv : row.name;
    return [{ ...row, ...within(institution), name }];
  });
}

const within = (institution: Institution) => ({
  ...{ institution, sector: institution.sector, municipality: institution.municipality },
});

export const institutionPlace = (institution: Institution): Place => ({
  ...{ kind: "INSTITUTION", id: institution.id, code: institution.code, name: institution.name, inUse: true },
  ...within(institution),
});

/** The places wider than a service that a KPI has results for and the person reads, widest first. */
export function widePlaces(kpi: Kpi, { reach, own, institutions }: Seen): readonly Place[] {
  const { definedFor, institution, scope } = kpi;
  const covered = [...institutions.values()].filter((one) => covers(kpi, one)).map(institutionPlace);
  if (definedFor === "SERVICE" || definedFor === "RESOURCE" || definedFor === "PROCESS")
    return scope === null ? covered : [];
  const wide = (kind: "STATE" | "SECTOR" | "MUNICIPALITY", code: string, name = code): Place => ({
    ...{ kind, id: null, code, name, institution: null, inUse: true },
    sector: kind === "SECTOR" ? code : null,
    municipality: kind === "MUNICIPALITY" ? code : null,
  });
  // A figure of many institutions is open to whoever reads all of them.
  const wholes = (kind: "SECTOR" | "MUNICIPALITY") => {
    const key = kind === "SECTOR" ? "sector" : "municipality";
    const mine = reach[key] && own[key] !== null ? [own[key]] : [];
    const names = reach.state ? [...new Set(covered.flatMap((place) => place[key] ?? []))].sort() : mine;
    if (definedFor === "STATE") return names.map((name) => wide(kind, name));
    return definedFor === kind ? names.filter((name) => name === institution[key]).map((name) => wide(kind, name)) : [];
  };
  return [
    ...(definedFor === "STATE" && reach.state ? [wide("STATE", "LV", "Latvija")] : []),
    ...wholes("SECTOR"),
    ...wholes("MUNICIPALITY"),
    ...covered,
  ];
}

/** Whether a KPI is measured in an institution. */
export function covers({ definedFor, institution }: Kpi, one: Institution): boolean {
  if (definedFor === "STATE") return true;
  if (definedFor === "SECTOR") return institution.sector !== null && one.sector === institution.sector;
  if (definedFor === "MUNICIPALITY")
    return institution.municipality !== null && one.municipality === institution.municipality;
  return one.id === institution.id;
}

/** How many services, resources and processes in use institutions have. */
export async function loadInUse(sql: Sql, institutions: readonly string[]): Promise<InUse> {
  const rows = await sql.query<{ kind: string; id: string; count: number }>(
    `select kind, institution_id as id, count(*)::int as count
     from (${Object.values(NARROW).join(" union all ")}) place
     where in_use and institution_id = any($1::uuid[]) group by kind, institution_id`,
    [institutions],
  );
  const counts = new Map(rows.map(({ kind, id, count }) => [`${kind} ${id}`, count]));
  return (institution, kind) => counts.get(`${kind} ${institution}`) ?? 0;
}

/** How many of its services, resources or processes an institution has in use. */
export type InUse = (institution: string, kind: "SERVICE" | "RESOURCE" | "PROCESS") => number;
