import type { Column } from "../../../schema/registers/register.ts";
import type { SourceCell } from "../importing.ts";
import { looksLikeDate } from "./dates.ts";
import { cellText, isBlank } from "./grid.ts";
import { readNumber } from "./numbers.ts";
import { optionParts, optionsOf, readOption } from "./options.ts";

/** What the cells of a source column are like; shares are of the filled cells looked at, 0…1. */
export interface Evidence {
  readonly filled: number;
  readonly distinct: number;
  /** Different texts with the number of cells that hold them. */
  readonly texts: ReadonlyMap<string, number>;
  readonly dates: number;
  readonly numbers: number;
  readonly links: number;
  /** Short, without spaces, all different, of letters and digits: like codes. */
  readonly codes: boolean;
}

const LOOKED_AT = 400;
const LINK = /^(?:https?:\/\/|www\.)\S+$/iu;
const CODE = /^(?=.*\d)[\p{L}\d][\p{L}\d./_-]{1,19}$/u;

/** Looks at the first filled cells of a source column. */
export function evidenceOf(cells: Iterable<SourceCell | undefined>): Evidence {
  const values: SourceCell[] = [];
  for (const cell of cells) {
    if (cell && !isBlank(cell) && !cell.error) values.push(cell);
    if (values.length >= LOOKED_AT) break;
  }
  const texts = values.map(cellText);
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const distinct = counts.size;
  const share = (test: (cell: SourceCell, text: string) => boolean) =>
    values.length === 0 ? 0 : values.filter((cell, i) => test(cell, texts[i] ?? "")).length / values.length;
  return {
    filled: values.length,
    distinct,
    texts: counts,
    dates: share((cell, text) => cell.date !== undefined || (typeof cell.value === "string" && looksLikeDate(text))),
    numbers: share(
      (cell, text) => cell.date === undefined && (typeof cell.value === "number" || readNumber(text, true) !== null),
    ),
    links: share((_, text) => LINK.test(text)),
    codes: values.length >= 3 && distinct === values.length && texts.every((text) => CODE.test(text)),
  };
}

/** Longer texts are not made of options: labels are short and lists of them not much longer. */
const LONGEST_OPTIONS = 160;
const shares = new WeakMap<Evidence, Map<Column, number>>();

/** The share of cells that every part of is one of the column's options. */
export function optionShare(column: Column, evidence: Evidence): number {
  const options = optionsOf(column);
  if (!options || evidence.filled === 0) return 0;
  const known = shares.get(evidence) ?? new Map<Column, number>();
  shares.set(evidence, known);
  const before = known.get(column);
  if (before !== undefined) return before;
  let sound = 0;
  for (const [text, count] of evidence.texts) {
    if (text.length > LONGEST_OPTIONS) continue;
    const parts = column.type === "choices" ? optionParts(options, text, undefined) : [text];
    if (parts.every((part) => readOption(options, part, undefined) !== undefined)) sound += count;
  }
  known.set(column, sound / evidence.filled);
  return sound / evidence.filled;
}

/** How well the cells suit a column's type: 1 suits or tells nothing, near 0 contradicts. */
export function suits(column: Column, evidence: Evidence): number {
  if (evidence.filled === 0) return 0.9;
  switch (column.type) {
    case "date":
    case "datetime":
      return evidence.dates > 0.5 ? 1 : 0.35 + evidence.dates * 0.5;
    case "integer":
    case "number":
      return evidence.numbers > 0.5 ? 1 : 0.35 + evidence.numbers * 0.5;
    case "choice":
    case "choices": {
      const share = optionShare(column, evidence);
      if (share > 0) return 0.85 + share * 0.15;
      // A few unknown values can be mapped by hand; many are another idea than this column's.
      return evidence.distinct <= 12 ? 0.75 : 0.45;
    }
    case "link":
      return evidence.links > 0.2 ? 1 : 0.6;
    case "text":
    case "reference":
    case "references":
      return evidence.dates > 0.9 ? 0.6 : 1;
    case "boolean":
      return 1;
  }
}
