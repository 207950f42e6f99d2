import type { Actor } from "../../schema/api/context.ts";
import type { FunctionProblem, ProblemCode } from "../../schema/functions/problems.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { sightOf } from "../access/sight.ts";
import { tableOf } from "../store/models.ts";
import type { Sql } from "../store/store.ts";

/** A row that a cell's text names. */
export interface NamedRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
export type Named = { readonly row: NamedRow } | { readonly problem: FunctionProblem };
/** Finds what a text names, among the texts that were looked up. */
export type NameOf = (text: string) => Named;

const OFFERED = 3;
/** Texts whose likes are looked for in one request; whoever mistypes more sees the first ones' first. */
const LOOKED_UP = 50;
/** Below this a likeness of letters is chance. */
const ALIKE = 0.3;

const plain = (expression: string) => `lower(unaccent(${expression}))`;

/**
 * Looks up what texts name by code, by name or by `name (code)`, without minding capitals and diacritics, in the
 * registers that `to` stands for; rows in use go before those retired. What the person may not see whole is looked up
 * as if it were not there: an answer must not tell that it is. `unknown` is what to say of what is not found.
 */
export async function lookUpNames(
  sql: Sql,
  actor: Actor,
  to: string,
  texts: Iterable<string>,
  unknown: ProblemCode,
): Promise<NameOf> {
  const wanted = [...new Set(texts)];
  const rows = rowsOf(actor, to);
  const found = rows === null || wanted.length === 0 ? [] : await match(sql, rows, actor.institutionId, wanted);
  const byText = new Map<string, NamedRow[]>();
  for (const { text, ...row } of found) byText.set(text, [...(byText.get(text) ?? []), row]);
  const near = await alikeNames(
    sql,
    actor,
    to,
    wanted.filter((text) => !byText.has(text)),
  );
  return (text) => {
    const [row, ...others] = byText.get(text) ?? [];
    if (row === undefined) return { problem: { code: unknown, name: text, near: near.get(text) ?? [] } };
    if (others.length === 0) return { row };
    return { problem: { code: "AMBIGUOUS", name: text, near: [row, ...others].slice(0, 5).map(({ code }) => code) } };
  };
}

/** The rows that the person sees, as SQL; `$1` is the institution. Null for none. */
function rowsOf(actor: Actor, to: string): string | null {
  const selects = targetsOf(to).flatMap((key) => {
    const register = findRegister(key);
    if (!register || sightOf(register, actor)?.rows !== "ALL") return [];
    const { table, columns } = tableOf(key);
    const code = columns[register.code.column]?.name ?? "code";
    const name = columns[register.title]?.name ?? "name";
    return [`select id, ${code} as code, ${name} as name, retired_at from ${table} where institution_id = $1`];
  });
  return selects.length === 0 ? null : selects.join(" union all ");
}

async function match(sql: Sql, rows: string, institutionId: string, texts: readonly string[]) {
  const named = await sql.query<NamedRow & { text: string; rank: number }>(
    `select asked.text, r.id, r.code, r.name,
            case when ${plain("r.code")} = asked.plain then 0 when r.retired_at is null then 1 else 2 end as rank
     from (select text, ${plain("text")} as plain from unnest($2::text[]) as t(text)) asked
     join (${rows}) r
       on ${plain("r.code")} = asked.plain or ${plain("r.name")} = asked.plain
       or ${plain("r.name || ' (' || r.code || ')'")} = asked.plain
     order by asked.text, rank, r.code`,
    [institutionId, texts],
  );
  // A code means just its row, and what is in use hides what bore the name before.
  const best = new Map<string, number>();
  for (const { text, rank } of named) best.set(text, Math.min(rank, best.get(text) ?? rank));
  return named.filter(({ text, rank }) => rank === best.get(text)).map(({ rank: _rank, ...row }) => row);
}

/** What may have been meant by texts that name nothing: up to three rows a text by likeness of letters, nearest first. */
export async function alikeNames(
  sql: Sql,
  actor: Actor,
  to: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const near = new Map<string, string[]>();
  const rows = rowsOf(actor, to);
  if (rows === null || texts.length === 0) return near;
  const found = await sql.query<{ text: string; shown: string }>(
    `select asked.text, one.shown
     from unnest($2::text[]) as asked(text)
     cross join lateral (
       select r.name || ' (' || r.code || ')' as shown, r.code,
              greatest(similarity(${plain("r.code")}, ${plain("asked.text")}),
                       similarity(${plain("r.name")}, ${plain("asked.text")})) as likeness
       from (${rows}) r where r.retired_at is null
       order by likeness desc, r.code limit ${OFFERED}
     ) one
     where one.likeness > ${ALIKE}
     order by one.likeness desc, one.code`,
    [actor.institutionId, texts.slice(0, LOOKED_UP)],
  );
  for (const { text, shown } of found) near.set(text, [...(near.get(text) ?? []), shown]);
  return near;
}
