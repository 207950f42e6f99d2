import type { Column, Register } from "../../schema/registers/register.ts";
import type { Sight } from "../access/sight.ts";
import { CopyColumns, literalTexts, type FieldAs } from "./copy-json.ts";
import { literal } from "./copy.ts";
import { customExpression } from "./custom-cells.ts";
import { tableOf } from "./models.ts";
import { codeExpression, isNamedByCode, labelsOf, referables } from "./references.ts";
import { rowsRead } from "./editions.ts";
import { naming } from "./sight.ts";
import type { Sql } from "./store.ts";

export interface PageAsk {
  readonly institutionId: string;
  /** What the person who asks sees: other rows are left out, personal data of others are empty. */
  readonly sight: Sight;
  /** Rows written by this transaction or a later one. */
  readonly from: bigint;
  readonly after: { readonly feed: bigint; readonly id: string } | null;
  readonly includeRetired: boolean;
  readonly limit: number;
}
export interface Page {
  /** JSON as bytes, one character a byte, in texts that follow one another: one array a column, `id`, `version`, `retired` first, then the register's in declared order. */
  readonly values: readonly string[];
  /** Of all of it. */
  readonly bytes: number;
  readonly count: number;
  /** Of the last row, in the order of the feed. */
  readonly last: { readonly feed: bigint; readonly id: string } | null;
}

/**
 * A page of rows in the order of the feed as a matrix by column. The database writes COPY text, which is several times
 * faster than having it write JSON, and the columns are made while it writes; references are told by label. Only
 * inside a transaction.
 */
export async function readPage(sql: Sql, register: Register, ask: PageAsk): Promise<Page> {
  const { columns } = tableOf(register.key);
  const { personal, person } = ask.sight;
  const shown = personal === "ALL" ? "true" : naming(register, personal, person);
  const names = Object.entries(register.columns).map(([key, column]) => {
    const name = columns[key]?.name ?? key;
    const coded = (column.type === "reference" || column.type === "references") && isNamedByCode(column.to);
    const kept = customExpression(key, column) ?? `t.${name}`;
    const told = coded ? codeExpression(column.to, name, column.type === "references") : kept;
    return column.personal && personal !== "ALL" ? `case when ${shown} then ${told} end` : told;
  });
  const after = ask.after ? ` and (feed, id) > (${ask.after.feed}, ${literal(ask.after.id)}::uuid)` : "";
  const { from, where } = rowsRead(register, ask.institutionId, ask.sight);
  const select = `select id, version, retired_at is not null, ${names.join(", ")}, feed from ${from}
    where institution_id = ${literal(ask.institutionId)}::uuid and feed >= ${ask.from}${after} and ${where}
    ${ask.includeRetired ? "" : "and retired_at is null"} order by feed, id limit ${Math.trunc(ask.limit)}`;
  const labels = await labelsIn(sql, register, ask.institutionId);
  const fields = Object.values(register.columns).map((column) => fieldAs(column, labels));
  const page = new CopyColumns(["text", "number", yesOrNo, ...fields, "number"]);
  // Right after many rows have come in the planner knows little of them and would sort them all for every page.
  await sql.query(
    "select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true)",
  );
  await sql.copyOut(select, (part) => page.add(part));
  const arrays = page.end();
  const [id, feed] = [page.last(0), page.last(arrays.length - 1)];
  const values = ["[", ...arrays.slice(0, -1).flatMap((array, at) => (at === 0 ? array : [",", ...array])), "]"];
  return {
    values,
    bytes: values.reduce((sum, text) => sum + text.length, 0),
    count: page.count,
    last: id !== undefined && feed !== undefined ? { feed: BigInt(feed), id: JSON.parse(id) as string } : null,
  };
}

const yesOrNo = (field: string): string => String(field === "t");

type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Labels of what the register's references may point to, by target and id; where rows are named by code the select tells it. */
async function labelsIn(sql: Sql, register: Register, institutionId: string): Promise<Labels> {
  const targets = new Set<string>();
  for (const column of Object.values(register.columns)) {
    if (column.type !== "reference" && column.type !== "references") continue;
    if (!isNamedByCode(column.to)) targets.add(column.to);
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
    case "datetime":
      return (field) => `"${field.slice(0, 10)}T${field.slice(11, 19)}Z"`;
    case "boolean":
      return yesOrNo;
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
