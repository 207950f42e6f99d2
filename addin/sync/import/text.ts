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
  if (word.length < 5) return word.length === 4 && word.endsWith("s") ? word.slice(0, 3) : word;
  const cut = word.replace(ENDINGS, "");
  return cut.length >= 3 ? cut : word;
}
export function stems(text: string): readonly string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ").map(stem);
}

function trigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const padded = ` ${text} `;
  for (let i = 0; i + 3 <= padded.length; i++) {
    const gram = padded.slice(i, i + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Dice coefficient of the trigrams of two folded texts: 0 nothing alike, 1 the same. */
export function similarity(a: string, b: string): number {
  const left = fold(a);
  const right = fold(b);
  if (left === "" || right === "") return 0;
  if (left === right) return 1;
  const mine = trigrams(left);
  const theirs = trigrams(right);
  let shared = 0;
  let total = 0;
  for (const [gram, count] of mine) {
    shared += Math.min(count, theirs.get(gram) ?? 0);
    total += count;
  }
  for (const count of theirs.values()) total += count;
  return (2 * shared) / total;
}
