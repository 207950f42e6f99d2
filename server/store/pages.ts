import type { Column, Register } from "../../schema/registers/register.ts";
import { CELL_END, columnJson, literalTexts, NOTHING, type FieldAs } from "./aggregate-json.ts";
import { literal } from "./copy.ts";
import { tableOf } from "./models.ts";
import { isReferenceTarget, labelsOf, referables, type ReferenceTarget } from "./references.ts";
import type { Sql } from "./store.ts";

export interface PageAsk {
  readonly institutionId: string;
  /** Rows written by this transaction or a later one. */
  readonly from: bigint;
  readonly after: { readonly feed: bigint; readonly id: string } | null;
  readonly includeRetired: boolean;
  readonly limit: number;
}
export interface Page {
  /** JSON as bytes, one character a byte: one array a column, `id`, `version`, `retired` first, then the register's in declared order. */
  readonly values: string;
  readonly count: number;
  /** Of the last row, in the order of the feed. */
  readonly last: { readonly feed: bigint; readonly id: string } | null;
}

/**
 * A page of rows in the order of the feed as a matrix by column. The database aggregates columns and writes COPY text,
 * which is several times faster than having it write JSON; references are told by label.
 */
export async function readPage(sql: Sql, register: Register, ask: PageAsk): Promise<Page> {
  const { table, columns } = tableOf(register.key);
  const after = ask.after ? ` and (feed, id) > (${ask.after.feed}, ${literal(ask.after.id)}::uuid)` : "";
  const page = `select * from ${table}
    where institution_id = ${literal(ask.institutionId)}::uuid and feed >= ${ask.from}${after}
    ${ask.includeRetired ? "" : "and retired_at is null"} order by feed, id limit ${Math.trunc(ask.limit)}`;
  const fields: { readonly text: string; readonly as: FieldAs }[] = [
    { text: "id::text", as: "text" },
    { text: "version::text", as: "number" },
    { text: "(retired_at is not null)::text", as: (cell) => cell },
  ];
  const labels = await labelsIn(sql, register, ask.institutionId);
  for (const [key, column] of Object.entries(register.columns)) {
    const { name, type } = columns[key] ?? { name: key, type: "text" };
    const text = type === "text" ? name : `${name}::text`;
    fields.push({ text: `coalesce(${text}, ${NOTHING})`, as: fieldAs(column, labels) });
  }
  const line = await sql.copyOut(
    `select count(*), max(feed), (array_agg(id order by feed desc, id desc))[1],
            ${fields.map(({ text }) => `string_agg(${text}, ${CELL_END})`).join(", ")} from (${page}) page`,
  );
  const [counted = "0", feed = "", id = "", ...cells] = line.toString("latin1", 0, line.length - 1).split("\t");
  const count = Number(counted);
  return {
    values: `[${fields.map(({ as }, index) => columnJson(cells[index] ?? "", as, count)).join(",")}]`,
    count,
    last: count > 0 ? { feed: BigInt(feed), id } : null,
  };
}

type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Labels of what the register's references may point to, by target and id. */
async function labelsIn(sql: Sql, register: Register, institutionId: string): Promise<Labels> {
  const targets = new Set<ReferenceTarget>();
  for (const column of Object.values(register.columns)) {
    if (column.type !== "reference" && column.type !== "references") continue;
    if (!isReferenceTarget(column.to)) throw new Error(`nothing keeps ${column.to}`);
    targets.add(column.to);
  }
  const labels = new Map<string, ReadonlyMap<string, string>>();
  for (const target of targets) labels.set(target, labelsOf(await referables(sql, target, institutionId)));
  return labels;
}

function fieldAs(column: Column, labels: Labels): FieldAs {
  switch (column.type) {
    case "text":
    case "link":
    case "choice":
    case "date":
      return "text";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return (cell) => cell;
    case "choices":
      return (field) => listJson(literalTexts(field));
    case "reference":
      return (field) => JSON.stringify(labels.get(column.to)?.get(field) ?? field);
    case "references":
      return (field) => listJson(literalTexts(field).map((id) => labels.get(column.to)?.get(id) ?? id));
  }
}

/** An empty list is kept as `{}` and told as nothing. */
const listJson = (texts: readonly string[]): string => (texts.length === 0 ? "null" : JSON.stringify(texts));
