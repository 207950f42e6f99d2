import type { Sql } from "../store/store.ts";
import { layEdges } from "./edges.ts";
import { epoch, periodNumber, table, wantedOf, type Framed } from "./frame.ts";
import { dayOf, servedUntil } from "./ground.ts";
import { incidentsNear } from "./incident-facts.ts";
import { put, putSums } from "./put.ts";

/** Ways of changes on which a planned outage is authorised. */
const AUTHORISED = `c.state in ('AUTHORISED', 'PLANNED', 'IMPLEMENTING', 'IMPLEMENTED', 'REVIEWED', 'CLOSED')
  and (c.kind = 'STANDARD' or c.authorised_at <= c.outage_start)`;

/**
 * Availability and time between failures. Outages and planned windows go the same way: what is a subject's own and what
 * reaches it through critical dependencies is flattened into stretches that do not overlap, each with the greatest
 * share, layer by layer from what needs nothing upwards.
 */
export async function putOutages(sql: Sql, frame: Framed, windows: number): Promise<void> {
  const { institutionId, asOf, only } = frame;
  const layers = await layEdges(sql, institutionId);
  if (only) await gatherNeeded(sql);
  await table(
    sql,
    "m_own",
    `select subject as node, f, t, share from (
       select i.subject, ${epoch("coalesce(i.occurred_at, i.detected_at)")} as f, coalesce(${epoch("i.restored_at")}, ${asOf}) as t,
              case when i.outage = 'FULL' then 100 else coalesce(i.outage_share, 100) end::float8 as share
       from incident i
       where ${only ? "i.id in (select id from m_ids)" : "i.institution_id = $1"} and i.state <> 'CANCELLED' and i.outage in ('FULL', 'PARTIAL')) x
     where f < t ${only ? "and exists (select from m_near n where n.scope = x.subject and x.f < n.t and x.t > n.f)" : ""}`,
    only ? [] : [institutionId],
  );
  await flattenUpwards(sql, "m_down", "m_own", layers);
  await table(
    sql,
    "m_own",
    `select s.id as node, ${epoch("c.outage_start")} as f, ${epoch("c.outage_end")} as t, 100::float8 as share
     from change c cross join lateral unnest(c.subjects) s(id)
     where c.institution_id = $1 and ${AUTHORISED} and c.outage_start < c.outage_end`,
    [institutionId],
  );
  await flattenUpwards(sql, "m_planned", "m_own", layers);
  await unplanned(sql);
  await addUp(sql, frame, windows);
}

/** `m_near`: whose outages reach a wanted figure, and when: what the wanted need, through any number of steps. */
async function gatherNeeded(sql: Sql): Promise<void> {
  await sql.query("drop table if exists m_ids, m_near");
  await incidentsNear(
    sql,
    `with recursive need as (
       select distinct scope, p from m_wanted where part = 'OUTAGES'
       union select e.to_, n.p from need n join m_edge e on e.from_ = n.scope)
     select n.scope, q.f, q.t from need n join m_period q using (p)`,
  );
}

/** `m_island`: what `raw (node, f, t, share)` gives, with the number of the island it lies in; islands do not touch. */
const islands = (raw: string): string => `
  select node, f, t, share, count(*) filter (where before is null or before < f) over (partition by node order by f, t rows unbounded preceding) as island
  from (select *, max(t) over (partition by node order by f, t rows between unbounded preceding and 1 preceding) as before from (${raw}) r) x`;

/** Stretches of `m_island` that do not overlap, each with the greatest share and the beginning of its island. */
const FLAT = `
  with island as (select node, island, min(f) as f, max(t) as t, min(share) as low, max(share) as high from m_island group by 1, 2),
  mixed as (select n.*, i.f as isle from m_island n join island i using (node, island) where i.low <> i.high),
  point as (
    select node, island, isle, at, lead(at) over (partition by node, island order by at) as next
    from (select node, island, isle, f as at from mixed union select node, island, isle, t from mixed) x)
  select node, f as isle, f, t, high as share from island where low = high
  union all
  select p.node, p.isle, p.at, p.next, max(n.share)
  from point p join mixed n on n.node = p.node and n.island = p.island and n.f <= p.at and n.t >= p.next
  where p.next is not null group by 1, 2, 3, 4`;

/** When all of a redundancy group's members are down at once: the least of their shares. A member whose dependency ended is none any more. */
const grouped = (down: string, layer: number): string => `
  select from_ as node, at as f, next as t, share from (
    with member as (select e.from_, e.grp, e.to_, e.until from m_edge e join m_layer l on l.id = e.from_ where l.layer = ${layer} and e.grp is not null),
    part as (select m.from_, m.grp, m.to_, s.f, least(s.t, m.until) as t, s.share from member m join ${down} s on s.node = m.to_ where s.f < m.until),
    reached as (select *, max(t) over (partition by from_, grp order by f, t rows between unbounded preceding and 1 preceding) as before from part),
    numbered as (select from_, grp, to_, f, t, share, count(*) filter (where before is null or before < f) over (partition by from_, grp order by f, t rows unbounded preceding) as island from reached),
    point as (
      select from_, grp, island, at, lead(at) over (partition by from_, grp, island order by at) as next
      from (select from_, grp, island, f as at from numbered union select from_, grp, island, t from numbered
            union select n.from_, n.grp, n.island, m.until from numbered n join member m using (from_, grp) where m.until > n.f and m.until < n.t) x)
    select p.from_, p.grp, p.at, p.next, min(n.share) as share, count(distinct n.to_) as have
    from point p join numbered n on n.from_ = p.from_ and n.grp = p.grp and n.island = p.island and n.f <= p.at and n.t >= p.next
    where p.next is not null group by 1, 2, 3, 4) x
  join (select from_, grp, array_agg(until) as untils from (select from_, grp, to_, max(until) as until from m_edge where grp is not null group by 1, 2, 3) m group by 1, 2) size using (from_, grp)
  where have = (select count(*) from unnest(size.untils) u(until) where u.until > x.at)`;

/** `name`: the own stretches of each subject, and those that reach it, flattened. */
async function flattenUpwards(sql: Sql, name: string, own: string, layers: number): Promise<void> {
  await sql.query(`drop table if exists ${name}`);
  await sql.query(
    `create temporary table ${name} (node uuid, isle float8, f float8, t float8, share float8) on commit drop`,
  );
  for (let layer = 0; layer <= layers; layer++) {
    const owned = `select o.* from ${own} o left join m_layer l on l.id = o.node where coalesce(l.layer, 0) = ${layer}`;
    const reaching = `
        select e.from_, s.f, least(s.t, e.until), s.share from m_edge e join m_layer l on l.id = e.from_ join ${name} s on s.node = e.to_
        where l.layer = ${layer} and e.grp is null and s.f < e.until
        union all ${grouped(name, layer)}`;
    await table(sql, "m_island", islands(layer === 0 ? owned : `${owned} union all ${reaching}`));
    await sql.query(`insert into ${name} ${FLAT}`);
    await sql.query(`analyze ${name}`);
  }
}

/** `m_lost`: outages without what was planned. */
async function unplanned(sql: Sql): Promise<void> {
  await table(
    sql,
    "m_lost",
    `with planned as (select node, range_agg(int8range(f::bigint, t::bigint)) as spans from m_planned group by 1)
     select node, isle, f, t, share from m_down d where not exists (select from planned p where p.node = d.node)
     union all
     select node, isle, lower(r)::float8, upper(r)::float8, share
     from (select d.node, d.isle, d.share, unnest(int8multirange(int8range(d.f::bigint, d.t::bigint)) - p.spans) as r
           from m_down d join planned p using (node)) x`,
  );
}

/** Splits stretches at the ends of periods and of calendars, and adds up their service time. */
async function addUp(sql: Sql, frame: Framed, windows: number): Promise<void> {
  const cut = (stretches: string, f: string, t: string) => `
    select x.*, ${servedUntil("b", "x.cal", "x.t", windows)} - (${servedUntil("a", "x.cal", "x.f", windows)}) as s
    from (select c.subject, q.p, c.cal, greatest(c.f, q.f, ${f}) as f, least(c.t, q.e, ${t}) as t, s.isle, s.share
          from m_piece c ${stretches}) x
    ${dayOf("a", "x.cal", "x.f")} ${dayOf("b", "x.cal", "x.t")}
    where x.f < x.t`;
  const all = `cross join (select null::float8 as isle, null::float8 as share) s join m_period q on q.f < c.t and q.e > c.f ${wantedOf(frame, "OUTAGES", "c.subject", "q.p")}`;
  const of = (name: string) =>
    `join ${name} s on s.node = c.subject and s.f < c.t and s.t > c.f
     cross join lateral generate_series(${periodNumber(frame, "greatest(c.f, s.f)")}, ${periodNumber(frame, "least(c.t, s.t)")}) g(p)
     join m_period q on q.p = g.p ${wantedOf(frame, "OUTAGES", "c.subject", "q.p")}`;
  await put(
    sql,
    frame,
    "OUTAGES",
    `with served as (select subject, p, sum(s) as s from (${cut(all, "c.f", "c.t")}) x group by 1, 2),
     planned as (select subject, p, sum(s) as s from (${cut(of("m_planned"), "s.f", "s.t")}) x group by 1, 2),
     lost as (
       select subject, p, sum(s * share) as s, count(distinct isle) filter (where s > 0 and isle >= q.f) as n
       from (${cut(of("m_lost"), "s.f", "s.t")}) x join m_period q using (p) group by 1, 2)
     select k.kind, a.subject as scope, a.p, array[up, whole, n, up, n, n]::float8[] as parts
     from (select a.subject, a.p, 100 * (a.s - coalesce(b.s, 0)) as whole, 100 * (a.s - coalesce(b.s, 0)) - coalesce(l.s, 0) as up, coalesce(l.n, 0) as n
           from served a left join planned b using (subject, p) left join lost l using (subject, p)) a
     join m_subject k on k.id = a.subject where whole > 0`,
  );
  await putSums(sql, frame, "OUTAGES");
}
