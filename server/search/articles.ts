import type { Actor } from "../../schema/api/context.ts";
import type { FoundArticle } from "../../schema/api/search-types.ts";
import { isOutdated, knowledge, readersOf } from "../../schema/registers/knowledge.ts";
import { loadHolders } from "../access/holders.ts";
import { heldEverywhere, rolesOn } from "../access/rights.ts";
import type { Store } from "../store/store.ts";
import type { Hit } from "./find.ts";
import { marked, snippet } from "./snippet.ts";

/** Those of the articles found whose published edition is for the person, by its level (domain.md, section 5). */
export async function readByActor(store: Store, actor: Actor, hits: readonly Hit[]): Promise<Hit[]> {
  const cells = hits.map(({ subjects }) => ({ subjects }));
  const expert = hits.some(({ level }) => readers(level)?.includes("STAFF") === false);
  const holders = expert ? await loadHolders(store, knowledge, actor.institutionId, cells) : () => undefined;
  return hits.filter(({ level, subjects, row }) => {
    const allowed = readers(level);
    if (allowed === null) return true;
    if (allowed.some((who) => heldEverywhere(actor).includes(who))) return true;
    return rolesOn(knowledge, actor, { subjects }, { id: row, holders }).some((who) => allowed.includes(who));
  });
}

const readers = (level: string | null) => readersOf({ state: "PUBLISHED", level });

/** An article as it was published. */
export function articleOf(hit: Hit, asked: ReadonlySet<string>, today: string): FoundArticle {
  const edition = hit.edition ?? {};
  const text = (key: string) => (typeof edition[key] === "string" ? edition[key] : null);
  const [symptom, cause, solution] = [text("symptom"), text("cause"), text("solution")];
  const reviewDue = text("reviewDue");
  const told = [symptom, solution, cause].flatMap((one) => one ?? []);
  return {
    id: hit.row,
    code: text("code") ?? "",
    title: marked(text("title") ?? "", asked),
    snippet: snippet(told, asked),
    score: hit.score,
    level: hit.level ?? "L2",
    edition: typeof edition["edition"] === "number" ? edition["edition"] : 1,
    outdated: isOutdated({ state: "PUBLISHED", reviewDue }, today),
    publishedAt: text("publishedAt"),
    reviewDue,
    audience: text("audience"),
    symptom,
    cause,
    solution,
  };
}
