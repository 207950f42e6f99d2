import type { Actor } from "../../schema/api/context.ts";
import type { FoundArticle, KnowledgeAsk } from "../../schema/api/search-types.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { SUPPORT_LEVELS } from "../../schema/registers/support-options.ts";
import type { Store } from "../store/store.ts";
import { todayIn } from "../sync/moment.ts";
import { articleOf, readByActor } from "./articles.ts";
import { find, latest } from "./find.ts";
import { stemsAsked, termsOf } from "./question.ts";
import { KNOWLEDGE } from "./searched.ts";

/** Articles that one question brings at most. */
export const MOST_ARTICLES = 100;
const LEVELS = Object.keys(SUPPORT_LEVELS);

/**
 * Published knowledge of the institution that the person may read, best first; without words the latest first.
 * Throws SaimeError BAD_REQUEST for a level there is not.
 */
export async function searchKnowledge(
  store: Store,
  actor: Actor,
  { text, level, first }: KnowledgeAsk,
): Promise<readonly FoundArticle[]> {
  if (level !== null && !LEVELS.includes(level)) throw new SaimeError("BAD_REQUEST", `level: ${LEVELS.join(", ")}`);
  const limit = Math.min(Math.max(1, first), MOST_ARTICLES);
  const terms = await termsOf(store, text);
  // More than asked for, as some may not be for this person.
  const where = { institution: actor.institutionId, limit: limit * 3, ...(level !== null && { levels: [level] }) };
  const hits = terms.length > 0 ? await find(store, KNOWLEDGE, terms, where) : await latest(store, KNOWLEDGE, where);
  const asked = stemsAsked(terms);
  const today = await todayIn(store, actor.institutionId);
  const read = await readByActor(store, actor, hits);
  return read.slice(0, limit).map((hit) => articleOf(hit, asked, today));
}
