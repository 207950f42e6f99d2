import { latvianStems } from "./latvian.ts";

/** A word of a text: where it stands, and what it is known by. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly stems: readonly string[];
}

/** Words so common that they tell nothing, in both languages. */
const COMMON = new Set(
  (
    "un ir ar no uz par pie pa kā ka lai kad kas ko kam vai bet arī jo ja tā tas to tie tās šis šī šo pēc pirms caur pret " +
    "līdz bez kur jau vēl tikai nav tiek tika būt bija es mēs jūs viņš viņa " +
    "the a an and or of to in on at for with by from as is are was be it this that not has have when how what i we you"
  ).split(" "),
);
/** Words of a text that count; what comes after tells little and costs much. */
const MOST = 1_000;
const LONGEST = 60;

/** The telling words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [word] = match;
    if (word.length > LONGEST || (word.length === 1 && !/\p{N}/u.test(word))) continue;
    if (COMMON.has(word.toLowerCase())) continue;
    found.push({ from: match.index, to: match.index + word.length, stems: latvianStems(word) });
    if (found.length >= MOST) break;
  }
  return found;
}
