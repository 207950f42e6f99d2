import type { SnippetPart } from "../../schema/api/search-types.ts";
import { wordsOf, type Word } from "./words.ts";

/** Characters of a text that are shown of it, about. */
const SHOWN = 220;

/** The text in parts, those that meet the question marked. */
export function marked(text: string, asked: ReadonlySet<string>): readonly SnippetPart[] {
  return parts(text, 0, text.length, hitsIn(text, asked));
}

/** The part of the texts that meets the question best, marked; of the first text its beginning where nothing does. */
export function snippet(texts: readonly string[], asked: ReadonlySet<string>): readonly SnippetPart[] {
  let best = { text: "", from: 0, to: 0, hits: [] as readonly Word[], count: -1 };
  for (const text of texts.map((each) => each.replace(/\s+/g, " ").trim()).filter(Boolean)) {
    const hits = hitsIn(text, asked);
    for (const start of hits.length === 0 ? [0] : hits.map(({ from }) => from)) {
      const from = Math.max(0, Math.min(start - 40, text.length - SHOWN));
      const to = Math.min(text.length, from + SHOWN);
      const inside = hits.filter((hit) => hit.from >= from && hit.to <= to);
      const count = new Set(inside.flatMap(({ stems }) => stems)).size;
      if (count > best.count) best = { text, from, to, hits: inside, count };
    }
  }
  const { text, hits } = best;
  const [from, to] = [wordStart(text, best.from), wordEnd(text, best.to)];
  const shown = parts(text, from, to, hits);
  return [
    ...(from > 0 ? [{ text: "… ", hit: false }] : []),
    ...shown,
    ...(to < text.length ? [{ text: " …", hit: false }] : []),
  ];
}

const hitsIn = (text: string, asked: ReadonlySet<string>): readonly Word[] =>
  wordsOf(text).filter(({ stems }) => stems.some((stem) => asked.has(stem)));

function parts(text: string, from: number, to: number, hits: readonly Word[]): SnippetPart[] {
  const made: SnippetPart[] = [];
  let at = from;
  for (const hit of hits) {
    if (hit.from < at || hit.to > to) continue;
    if (hit.from > at) made.push({ text: text.slice(at, hit.from), hit: false });
    made.push({ text: text.slice(hit.from, hit.to), hit: true });
    at = hit.to;
  }
  if (at < to) made.push({ text: text.slice(at, to), hit: false });
  return made;
}

/** Where the first whole word begins, and the last one ends. */
const wordStart = (text: string, at: number): number => {
  if (at === 0) return 0;
  const space = text.indexOf(" ", at);
  return space === -1 || space > at + 30 ? at : space + 1;
};
const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(" ", at);
  return space < at - 30 ? at : space;
};
