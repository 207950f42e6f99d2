import type { Column } from "../../../schema/registers/register.ts";
import type { HintReason } from "../importing.ts";
import { similarity, spell, type Spelling } from "./text.ts";

export interface Likeness {
  /** 0…1. */
  readonly score: number;
  readonly reason: HintReason;
}
const NONE: Likeness = { score: 0, reason: "SIMILAR" };

interface Name {
  readonly spelling: Spelling;
  /** What an exact match is worth. */
  readonly full: number;
  readonly reason: HintReason;
}
const known = new WeakMap<Column, readonly Name[]>();

/** Everything a column is called: labels in both languages, its key, declared synonyms. */
function namesOf(key: string, column: Column): readonly Name[] {
  let names = known.get(column);
  if (names) return names;
  names = [
    { spelling: spell(column.label.lv), full: 1, reason: "HEADING" },
    { spelling: spell(column.label.en), full: 1, reason: "HEADING" },
    { spelling: spell(key), full: 0.95, reason: "HEADING" },
    ...(column.also ?? []).map((name): Name => ({ spelling: spell(name), full: 0.96, reason: "SYNONYM" })),
  ];
  known.set(column, names);
  return names;
}

/** How much a heading reads like one name of a column. */
function nameScore({ spelling: name, full }: Name, heading: Spelling): number {
  if (name.plain === heading.plain) return full;
  if (name.folded === heading.folded) return full - 0.02;
  const mine = name.stems;
  const theirs = heading.stems;
  if (mine.length === 0 || theirs.length === 0) return 0;
  if (mine.length === theirs.length && mine.every((word, i) => word === theirs[i])) return full - 0.06;
  // All words of the name stand in the heading: `Pakalpojuma nosaukums (pilns)`.
  const inside = mine.every((word) => theirs.includes(word)) ? 0.62 + 0.2 * (mine.length / theirs.length) : 0;
  const like = similarity(name, heading);
  return Math.max(inside, like >= 0.5 ? like * 0.85 : 0);
}

/** The spellings of a heading: of a joined one the last part is the heading proper, and both readings count. */
export function headingSpellings(heading: string): readonly Spelling[] {
  const last = heading.includes(" – ") ? heading.split(" – ").at(-1) : undefined;
  return last === undefined ? [spell(heading)] : [spell(heading), spell(last)];
}

/** How much a heading reads like a register column. */
export function headingScore(key: string, column: Column, heading: readonly Spelling[]): Likeness {
  let best = NONE;
  for (const name of namesOf(key, column)) {
    for (const [i, spelling] of heading.entries()) {
      if (spelling.folded === "") continue;
      const score = nameScore(name, spelling) - (i === 0 ? 0 : 0.05);
      if (score > best.score) best = { score, reason: score >= name.full - 0.12 ? name.reason : "SIMILAR" };
    }
  }
  return best;
}
