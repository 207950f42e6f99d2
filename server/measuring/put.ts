import type { Sql } from "../store/store.ts";
import { wantedOf, type Framed } from "./frame.ts";
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

/**
 * The institution's figures of a part as the sums of those of its services, or of its services and resources. `alone`:
 * numbers of the row that do not add up stay empty from there on. Sums of whole numbers are exact in any order.
 */
export async function putSums(
  sql: Sql,
  frame: Framed,
  part: Part,
  { of, width }: { of: readonly string[]; width: number },
): Promise<void> {
  const { institutionId, kind } = frame;
  const sums = Array.from({ length: width }, (_, at) => `sum(f.parts[${at + 1}])`);
  await put(
    sql,
    frame,
    part,
    `select 'INSTITUTION' as kind, ${literal(institutionId)}::uuid as scope, q.p, array[${sums.join(", ")}] as parts
     from figure f join m_period q on q.from_ = f.from_
     ${frame.only ? `join (select distinct p from m_wanted where part = '${part}') w on w.p = q.p` : ""}
     where f.institution_id = ${literal(institutionId)} and f.part = '${part}' and f.period_kind = '${kind}'
       and f.scope_kind in (${of.map((one) => `'${one}'`).join(", ")})
     group by q.p`,
  );
}
