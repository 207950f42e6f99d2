import { nearest } from "./spelling.ts";
import type { Sql } from "../store/store.ts";

/** Words of a question that are looked up for their likes; a text with more unknown ones is in another language. */
const MOST = 8;
const LIKES = 3;

/**
 * Stems in use that a mistyped word may have meant, by the stem as typed: those of which no entry of any register
 * has the stem. Trigrams find candidates, the distance of letters decides.
 */
export async function likesOf(
  sql: Sql,
  words: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stems = [...new Set(words.flat())];
  if (stems.length === 0) return new Map();
  const known = new Set(
    (await sql.query<{ word: string }>("select word from search_word where word = any($1::text[])", [stems])).map(
      ({ word }) => word,
    ),
  );
  const unknown = words.filter((each) => !each.some((stem) => known.has(stem))).map(([stem = ""]) => stem);
  const asked = [...new Set(unknown)].filter((stem) => stem.length >= 4 && !/\d/.test(stem)).slice(0, MOST);
  if (asked.length === 0) return new Map();
  const rows = await sql.query<{ stem: string; likes: string[] }>(
    `select stem, array(select word from search_word where (word || '') % stem order by similarity(word, stem) desc, word limit 10) as likes
     from unnest($1::text[]) as asked(stem)`,
    [asked],
  );
  return new Map(rows.map(({ stem, likes }) => [stem, nearest(stem, likes).slice(0, LIKES)]));
}
