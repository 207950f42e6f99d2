/** Ways in which people's spellings of the same thing differ, taken away step by step. */

/** Lower case without diacritics; all that is neither letter nor digit becomes one space; `createdAt` → `created at`. */
export function fold(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A key for comparing texts as people mean them: one form of letters, single spaces, no case. Diacritics stay. */
export function sameKey(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
}

const ENDINGS = /(?:iem|ajam|ajai|umu|umi|ums|iem|jam|jai|ies|ing|as|es|is|us|os|am|ai|ei|im|um|u|i|a|e|s|o)$/u;
/** A folded word without the ending that tells number and case in Latvian or English; short words stay whole. */
export function stem(word: string): string {
  if (word.length < 5) return word.length === 4 ? word.replace(/[aeious]$/u, "") : word;
  const cut = word.replace(ENDINGS, "");
  return cut.length >= 3 ? cut : word;
}
export function stems(text: string): readonly string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ").map(stem);
}

/** A text with what comparing it takes, made once. */
export interface Spelling {
  readonly plain: string;
  readonly folded: string;
  readonly stems: readonly string[];
  readonly trigrams: ReadonlyMap<string, number>;
  readonly size: number;
}

export function spell(text: string): Spelling {
  const folded = fold(text);
  const trigrams = new Map<string, number>();
  const padded = folded === "" ? "" : ` ${folded} `;
  for (let i = 0; i + 3 <= padded.length; i++) {
    const gram = padded.slice(i, i + 3);
    trigrams.set(gram, (trigrams.get(gram) ?? 0) + 1);
  }
  const words = folded === "" ? [] : folded.split(" ").map(stem);
  return { plain: text.trim().toLowerCase(), folded, stems: words, trigrams, size: Math.max(0, padded.length - 2) };
}

/** Dice coefficient of the trigrams of two texts: 0 nothing alike, 1 the same. */
export function similarity(a: Spelling, b: Spelling): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const [gram, count] of a.trigrams) shared += Math.min(count, b.trigrams.get(gram) ?? 0);
  return (2 * shared) / (a.size + b.size);
}
