import type { Words } from "../../schema/registers/words.ts";

/** Words that are the same in both languages. */
const SAME = ["Process", "RTO, min", "RPO, min"];
/** Codes, figures and signs: no word in them. */
const CODE = /^[^\p{Ll}]*$/u;

/** What is wrong with a text in two languages: missing, the same where it should not be, or filled in unlike. */
export function wordsWrong(what: string, { lv, en }: Words): readonly string[] {
  const wrong: string[] = [];
  if (lv.trim() === "" || en.trim() === "") wrong.push(`${what} is empty in one language`);
  else if (lv === en && !SAME.includes(lv) && !CODE.test(lv)) wrong.push(`${what} is “${lv}” in both languages`);
  const filled = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");
  if (filled(lv) !== filled(en)) wrong.push(`${what} is filled in unlike: ${filled(lv)} and ${filled(en)}`);
  if (/ {2}|^\s|\s$|"|\.\.\./.test(lv + en))
    wrong.push(`${what} has doubled or edge spaces, straight quotes or three points`);
  return wrong;
}
