import type { Sql } from "../store/store.ts";
import { table, wantedOf, type Framed } from "./frame.ts";
import { literal } from "./ground.ts";
import { editionsOf, type Part } from "./parts.ts";

/** Columns of `figure` that are the same in all rows of a part, as SQL. */
const same = ({ institutionId, kind, watermark, computedAt }: Framed, part: Part): string =>
  `${literal(institutionId)}::uuid, '${part}', '${kind}', '{${editionsOf(part).join(",")}}'::smallint[], ${watermark}, ${literal(computedAt)}::timestamptz`;
const COLUMNS =
  "institution_id, part, period_kind, editions, watermark, computed_at, scope_kind, scope_id, from_, parts";

/** Keeps figures of a part: `select` gives `kind`, `scope`, `p` and `parts`. Those that stood there are gone by then. */
export async function put(sql: Sql, frame: Framed, part: Part, select: string): Promise<void> {
  await sql.query(
    `insert into figure (${COLUMNS})
     select ${same(frame, part)}, x.kind, x.scope, per.from_, x.parts
     from (${select}) x join m_period per on per.p = x.p ${wantedOf(frame, part, "x.scope", "x.p")}
     order by x.scope, per.from_`,
  );
}

/** Parts whose institution's figure is the sum of its services', or of its services' and resources', and of how many numbers. */
export const SUMMED = {
  DETECTED: { of: ["SERVICE", "RESOURCE"], width: 12 },
  // Median and percentile do not add up.
  RESTORED: { of: ["SERVICE", "RESOURCE"], width: 4 },
  RESOLVED: { of: ["SERVICE", "RESOURCE"], width: 9 },
  OPEN: { of: ["SERVICE", "RESOURCE"], width: 3 },
  WORKAROUNDS: { of: ["SERVICE", "RESOURCE"], width: 3 },
  OUTAGES: { of: ["SERVICE"], width: 6 },
} as const satisfies Partial<Record<Part, { readonly of: readonly string[]; readonly width: number }>>;

const sums = (width: number, sign = ""): string =>
  Array.from({ length: width }, (_, at) => `sum(${sign}parts[${at + 1}])`).join(", ");

/**
 * `m_before (part, p, parts)`: what the institution's sums are without the wanted figures, which are about to be
 * computed anew. Parts are whole numbers, so that taking away and adding is exact in any order.
 */
export async function gatherSums(sql: Sql, { institutionId, kind }: Framed): Promise<void> {
  const figure =
    "figure f join m_period q on q.from_ = f.from_ join m_wanted w on w.part = f.part and w.scope = f.scope_id and w.p = q.p";
  const one = (part: keyof typeof SUMMED, { of, width }: (typeof SUMMED)[keyof typeof SUMMED]) => `
    select '${part}' as part, p, array[${sums(width)}] as parts from (
      select q.p, f.parts from ${figure} where f.institution_id = $1 and f.period_kind = '${kind}' and f.part = '${part}' and f.scope_kind = 'INSTITUTION'
      union all
      select q.p, array[${Array.from({ length: width }, (_, at) => `-f.parts[${at + 1}]`).join(", ")}] from ${figure}
      where f.institution_id = $1 and f.period_kind = '${kind}' and f.part = '${part}' and f.scope_kind in (${of.map((scope) => `'${scope}'`).join(", ")})) x
    group by p`;
  const parts = Object.entries(SUMMED) as [keyof typeof SUMMED, (typeof SUMMED)[keyof typeof SUMMED]][];
  await table(sql, "m_before", parts.map(([part, how]) => one(part, how)).join(" union all "), [institutionId]);
}

/** The institution's figures of a part: where only some are wanted, with what the others gave before. */
export async function putSums(sql: Sql, frame: Framed, part: keyof typeof SUMMED): Promise<void> {
  const { institutionId, kind, only } = frame;
  const { of, width } = SUMMED[part];
  await put(
    sql,
    frame,
    part,
    `select 'INSTITUTION' as kind, ${literal(institutionId)}::uuid as scope, p, array[${sums(width)}] as parts
     from (select q.p, f.parts from figure f join m_period q on q.from_ = f.from_ ${wantedOf(frame, part, "f.scope_id", "q.p")}
           where f.institution_id = ${literal(institutionId)} and f.part = '${part}' and f.period_kind = '${kind}'
             and f.scope_kind in (${of.map((one) => `'${one}'`).join(", ")})
           ${only ? `union all select p, parts from m_before where part = '${part}'` : ""}) x
     group by p having sum(parts[2]) <> 0`,
  );
}
