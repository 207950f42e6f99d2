import type { Sql } from "../store/store.ts";
import type { Frequencies } from "./frequencies.ts";
import { likesOf } from "./likes.ts";
import { wordsOf } from "./words.ts";

/** A word asked for: stems any of which will do, and how much it tells. */
export interface Term {
  readonly stems: readonly string[];
  /** The part of the question it stands in counts more or less: 1 for a title. */
  readonly weight: number;
}

/** Words of a description tell less each than those of the title. */
const BODY = 0.5;
/** What a mistyped word may have meant counts less than a word that is there. */
const LIKE = 0.7;
/** Terms that are weighed; a long description has plenty of rare words. */
const MOST = 14;

/** What a text asks for: its words once each, those that are in no entry with what they may have meant. */
export async function termsOf(sql: Sql, title: string, body = ""): Promise<readonly Term[]> {
  const terms = new Map<string, Term>();
  for (const [text, weight] of [[title, 1] as const, [body, BODY] as const]) {
    for (const { stems } of wordsOf(text)) {
      const [first = ""] = stems;
      if (!terms.has(first)) terms.set(first, { stems, weight });
    }
  }
  const all = [...terms.values()];
  const likes = await likesOf(
    sql,
    all.map(({ stems }) => stems),
  );
  return all.map((term) => {
    const like = likes.get(term.stems[0] ?? "") ?? [];
    return like.length === 0 ? term : { stems: [...term.stems, ...like], weight: term.weight * LIKE };
  });
}

/** Every stem that the terms ask for. */
export const stemsAsked = (terms: readonly Term[]): ReadonlySet<string> => new Set(terms.flatMap(({ stems }) => stems));

/** A term as it is weighed among the entries of one register. */
export interface Weighed {
  readonly stems: readonly string[];
  /** Share of entries that have it. */
  readonly share: number;
  /** How much an entry gains that has it: rare words tell more. */
  readonly gain: number;
}

/** The terms that tell most, weightiest first. */
export function weigh(terms: readonly Term[], frequencies: Frequencies): readonly Weighed[] {
  return terms
    .map(({ stems, weight }) => {
      const share = Math.min(
        1,
        stems.reduce((sum, stem) => sum + frequencies.share(stem), 0),
      );
      return { stems, share, gain: weight * Math.log(1 + 1 / share) };
    })
    .sort((one, other) => other.gain - one.gain)
    .slice(0, MOST);
}

/** Entries that are ranked at most, for each takes time; about. */
const RANKED = 1_000;

/**
 * A tsquery of what is worth ranking: entries with any rare word, and with any two of the words that alone would be
 * in too many. Null when there is nothing to ask.
 */
export function candidates(terms: readonly Weighed[], entries: number): string | null {
  const byShare = [...terms].sort((one, other) => one.share - other.share);
  const parts: string[] = [];
  const common: Weighed[] = [];
  let expected = 0;
  for (const term of byShare) {
    const few = expected + term.share * entries <= RANKED;
    if (few) expected += term.share * entries;
    if (few) parts.push(anyOf(term.stems));
    else common.push(term);
  }
  for (const [at, one] of common.entries()) {
    for (const other of common.slice(0, at)) {
      const both = one.share * other.share * entries;
      if (parts.length > 0 && expected + both > RANKED) continue;
      expected += both;
      parts.push(`(${anyOf(one.stems)} & ${anyOf(other.stems)})`);
    }
  }
  const [single] = byShare;
  if (parts.length === 0 && single) parts.push(anyOf(single.stems));
  return parts.length === 0 ? null : parts.join(" | ");
}

/** A tsquery of any of the stems, with `weight` (such as `:A`) only where they stand in columns of that weight. */
export function anyOf(stems: readonly string[], weight = ""): string {
  // Stems are letters and digits only, so they need no escape within their quotes.
  return `(${stems.map((stem) => `'${stem}'${weight}`).join(" | ")})`;
}
