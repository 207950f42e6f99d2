import type { FoundArticle } from "../../schema/api/search-types.ts";
import type { Sql, Store } from "../store/store.ts";
import { todayIn } from "../sync/moment.ts";
import { articleOf } from "./articles.ts";
import { find, latest, type Hit } from "./find.ts";
import { stemsAsked, termsOf } from "./question.ts";
import { KNOWLEDGE } from "./searched.ts";

/** An article that anybody reads, with whose it is. */
export interface PublicArticle extends FoundArticle {
  readonly institution: { readonly code: string; readonly name: string };
}

/** Self-service knowledge of all institutions: published editions of level 0, read without signing in (domain.md, section 5). */
export interface PublicKnowledge {
  /** Best first; without words the latest first. */
  search(text: string, first: number): Promise<readonly PublicArticle[]>;
  /** Articles with the code, of the institution with the code `institution` or of any. */
  article(code: string, institution: string | null): Promise<readonly PublicArticle[]>;
  /** Whether several institutions share the server, so that a code alone may not tell whose article it is. */
  shared(): Promise<boolean>;
}

const EVERYBODY = ["L0"];

export function publicKnowledge(store: Store): PublicKnowledge {
  return {
    async search(text, first) {
      const terms = await termsOf(store, text);
      const where = { institution: null, levels: EVERYBODY, limit: first };
      const hits =
        terms.length > 0 ? await find(store, KNOWLEDGE, terms, where) : await latest(store, KNOWLEDGE, where);
      // Words of which none is an article's bring nothing rather than everything.
      return text.trim() !== "" && terms.length === 0 ? [] : named(store, hits, stemsAsked(terms));
    },
    async article(code, institution) {
      const hits = await store.query<Hit>(
        `select e.row_id as row, e.institution_id as institution, 1::float8 as score, e.level, e.category, e.subjects, e.edition
         from article a join search_knowledge e on e.row_id = a.id join institution i on i.id = e.institution_id
         where a.code = $1 and e.level = any($2::text[]) and ($3::text is null or i.code = $3) order by i.name limit 50`,
        [code, EVERYBODY, institution],
      );
      return named(store, hits, new Set());
    },
    async shared() {
      return (await store.query("select 1 as one from institution limit 2")).length > 1;
    },
  };
}

async function named(sql: Sql, hits: readonly Hit[], asked: ReadonlySet<string>): Promise<readonly PublicArticle[]> {
  const rows = await sql.query<{ id: string; code: string; name: string }>(
    "select id, code, name from institution where id = any($1::uuid[])",
    [[...new Set(hits.map(({ institution }) => institution))]],
  );
  const institutions = new Map<string, (typeof rows)[number] & { readonly today: string }>();
  for (const row of rows) institutions.set(row.id, { ...row, today: await todayIn(sql, row.id) });
  return hits.flatMap((hit) => {
    const institution = institutions.get(hit.institution);
    return institution ? [{ ...articleOf(hit, asked, institution.today), institution }] : [];
  });
}
