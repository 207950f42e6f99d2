import { literal } from "../store/copy.ts";
import type { Store } from "../store/store.ts";
import { frequenciesOf } from "./frequencies.ts";
import { anyOf, candidates, weigh, type Term } from "./question.ts";
import type { Searched } from "./searched.ts";

/** What is found, with what it is judged by. */
export interface Hit {
  readonly row: string;
  readonly institution: string;
  /** From 0 to 1: how much of what was asked is there. */
  readonly score: number;
  readonly level: string | null;
  readonly category: string | null;
  readonly subjects: readonly string[];
  /** Of knowledge: its published edition by column. */
  readonly edition: Readonly<Record<string, unknown>> | null;
}

export interface Where {
  /** The institution whose entries are looked through; null for all. */
  readonly institution: string | null;
  readonly levels?: readonly string[];
  /** What is about the same subject, or of the same category, is likelier to help. */
  readonly subject?: string | null;
  readonly category?: string | null;
  readonly limit: number;
}

/** What an entry gains by the same subject or category, in shares of a full score. */
const SAME_SUBJECT = 0.15;
const SAME_CATEGORY = 0.1;
/** A word counts fully in the weightiest column, else by this share. */
const ELSEWHERE = 0.7;
/** However the planner's figures err, no more than this is ranked. */
const AT_MOST = 10_000;

/** The best entries for the terms, best first; of equals the latest. */
export async function find(store: Store, searched: Searched, terms: readonly Term[], where: Where): Promise<Hit[]> {
  const frequencies = await frequenciesOf(store, searched);
  const weighed = weigh(terms, frequencies);
  const asked = candidates(weighed, frequencies.entries);
  if (asked === null) return [];
  const total = weighed.reduce((sum, { gain }) => sum + gain, 0);
  const gains = weighed.map(({ stems, gain }) => {
    const most = gain / total;
    return `case when words @@ ${query(anyOf(stems, ":A"))} then ${number(most)}
      when words @@ ${query(anyOf(stems))} then ${number(most * ELSEWHERE)} else 0 end`;
  });
  const full = 1 + (where.subject ? SAME_SUBJECT : 0) + (where.category ? SAME_CATEGORY : 0);
  return store.query<Hit>(
    `select row_id as row, institution_id as institution, (told + near) / ${number(full)} as score, level, category, subjects, edition
     from (
       select *, ${gains.join(" + ")} as told,
         case when $1::uuid = any(subjects) then ${number(SAME_SUBJECT)} else 0 end
         + case when category = $2::uuid then ${number(SAME_CATEGORY)} else 0 end as near
       from (select * from ${searched.table} where words @@ ${query(asked)}
           and ($3::uuid is null or institution_id = $3::uuid) and ($4::text[] is null or level = any($4::text[]))
         limit ${AT_MOST}) candidate
     ) ranked
     order by told + near desc, at desc nulls last, row_id limit $5`,
    [where.subject ?? null, where.category ?? null, where.institution, where.levels ?? null, where.limit],
  );
}

/** What came last, for whoever asks for nothing in particular. */
export function latest(store: Store, searched: Searched, where: Where): Promise<Hit[]> {
  return store.query<Hit>(
    `select row_id as row, institution_id as institution, 1::float8 as score, level, category, subjects, edition
     from ${searched.table}
     where ($1::uuid is null or institution_id = $1::uuid) and ($2::text[] is null or level = any($2::text[]))
     order by at desc nulls last, row_id limit $3`,
    [where.institution, where.levels ?? null, where.limit],
  );
}

const query = (text: string): string => `${literal(text)}::tsquery`;
const number = (value: number): string => `'${value.toFixed(6)}'::float8`;
