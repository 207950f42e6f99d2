import type { Column } from "../../../schema/registers/register.ts";
import type { HintReason } from "../importing.ts";
import { fold, similarity, stems } from "./text.ts";

export interface Likeness {
  /** 0…1. */
  readonly score: number;
  readonly reason: HintReason;
}
const NONE: Likeness = { score: 0, reason: "SIMILAR" };

/** How much `heading` reads like one `name` of a column; `full` is what an exact match is worth. */
function nameScore(name: string, heading: string, full: number): number {
  if (name.trim().toLowerCase() === heading.trim().toLowerCase()) return full;
  if (fold(name) === fold(heading)) return full - 0.02;
  const mine = stems(name);
  const theirs = stems(heading);
  if (mine.length === 0 || theirs.length === 0) return 0;
  if (mine.join(" ") === theirs.join(" ")) return full - 0.06;
  const shared = mine.filter((word) => theirs.includes(word)).length;
  // All words of one stand in the other: `Pakalpojuma nosaukums (pilns)` for `Pakalpojuma nosaukums`.
  const inside = shared / mine.length === 1 ? 0.62 + 0.2 * (mine.length / theirs.length) : 0;
  const like = similarity(name, heading);
  return Math.max(inside, like >= 0.5 ? like * 0.85 : 0);
}

/** How much a heading reads like a register column: by label in both languages, key and synonyms. */
export function headingScore(key: string, column: Column, heading: string): Likeness {
  if (heading === "") return NONE;
  // Of a joined heading the last part is the heading proper; both readings count.
  const parts = heading.includes(" – ") ? [heading, heading.split(" – ").at(-1) ?? ""] : [heading];
  let best = NONE;
  const consider = (name: string, full: number, reason: HintReason) => {
    for (const [i, part] of parts.entries()) {
      const score = nameScore(name, part, full) - (i === 0 ? 0 : 0.05);
      if (score > best.score) best = { score, reason: score >= full - 0.12 ? reason : "SIMILAR" };
    }
  };
  consider(column.label.lv, 1, "HEADING");
  consider(column.label.en, 1, "HEADING");
  consider(key, 0.95, "HEADING");
  for (const name of column.also ?? []) consider(name, 0.96, "SYNONYM");
  return best;
}
