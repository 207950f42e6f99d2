import type { Actor } from "../../schema/api/context.ts";
import type { FoundArticle, FoundRecord, Playbook, SuggestAsk, Suggestions } from "../../schema/api/search-types.ts";
import { sightOf } from "../access/sight.ts";
import { loadRows } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { todayIn } from "../sync/moment.ts";
import { readable } from "../sync/readable.ts";
import { articleOf, readByActor } from "./articles.ts";
import { find, type Hit, type Where } from "./find.ts";
import { idNamed } from "./named.ts";
import { stemsAsked, termsOf, type Term } from "./question.ts";
import { INCIDENTS, KNOWLEDGE, PROBLEMS, textsOf, type Searched } from "./searched.ts";
import { marked, snippet } from "./snippet.ts";

const MOST = 20;
/** What has less of the question than this is no help. */
const LEAST = 0.2;
/** Characters of what was done then. */
const REMEDY = 1_000;

/**
 * What may help while a record is written, best first: published knowledge, known errors, similar closed incidents,
 * and the playbook of its category (domain.md, section 3). Each only as far as the person may read it.
 * Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN for the register that is written in.
 */
export async function suggest(store: Store, actor: Actor, ask: SuggestAsk): Promise<Suggestions> {
  readable(actor, ask.register);
  const [terms, subject, category] = await Promise.all([
    termsOf(store, ask.title, ask.description ?? ""),
    idNamed(store, "subjects", actor.institutionId, ask.subject),
    idNamed(store, "categories", actor.institutionId, ask.category),
  ]);
  const limit = Math.min(Math.max(1, ask.limit), MOST);
  const where = { institution: actor.institutionId, subject, category, limit };
  const [articles, knownErrors, closedIncidents, playbook] = await Promise.all([
    articlesFor(store, actor, terms, where),
    recordsFor(store, actor, PROBLEMS, "workaround", terms, where),
    recordsFor(store, actor, INCIDENTS, "workDone", terms, where),
    playbookOf(store, actor.institutionId, category),
  ]);
  return { articles, knownErrors, closedIncidents, playbook };
}

const good = ({ score }: Hit) => score >= LEAST;

async function articlesFor(
  store: Store,
  actor: Actor,
  terms: readonly Term[],
  where: Where,
): Promise<readonly FoundArticle[]> {
  // More than asked for, as some may not be for this person.
  const hits = (await find(store, KNOWLEDGE, terms, { ...where, limit: where.limit * 3 })).filter(good);
  const read = await readByActor(store, actor, hits);
  const today = await todayIn(store, actor.institutionId);
  return read.slice(0, where.limit).map((hit) => articleOf(hit, stemsAsked(terms), today));
}

async function recordsFor(
  store: Store,
  actor: Actor,
  searched: Searched,
  remedy: string,
  terms: readonly Term[],
  where: Where,
): Promise<readonly FoundRecord[]> {
  const { register } = searched;
  if (sightOf(register, actor)?.rows !== "ALL") return [];
  const hits = (await find(store, searched, terms, where)).filter(good);
  if (hits.length === 0) return [];
  const ids = hits.map(({ row }) => row);
  // The institution's own, for its entries were asked for; by id alone, for the planner may know little of a young table.
  const rows = await loadRows(store, register, "id = any($1::uuid[])", [ids]);
  const asked = stemsAsked(terms);
  return hits.flatMap(({ row, score }) => {
    const cells = rows.get(row)?.cells;
    if (!cells) return [];
    const text = (key: string) => (typeof cells[key] === "string" ? cells[key] : "");
    const [, ...texts] = textsOf(searched);
    return {
      id: row,
      code: text(register.code.column),
      title: marked(text(register.title), asked),
      snippet: snippet(texts.map(text), asked),
      score,
      remedy: text(remedy).slice(0, REMEDY) || null,
    };
  });
}

async function playbookOf(store: Store, institutionId: string, category: string | null): Promise<Playbook | null> {
  if (category === null) return null;
  const [row] = await store.query<Playbook>(
    `select name as category, playbook as text from category
     where institution_id = $1 and id = $2 and retired_at is null and coalesce(playbook, '') <> ''`,
    [institutionId, category],
  );
  return row ?? null;
}
