import type { Column, Register } from "../../../schema/registers/register.ts";
import type { ColumnMapping, MappingHint, SourceGrid } from "../importing.ts";
import { evidenceOf, optionShare, suits, type Evidence } from "./evidence.ts";
import { headingTexts, type Heading } from "./headings.ts";
import { headingScore, headingSpellings, type Likeness } from "./likeness.ts";
import { splitRows } from "./rows.ts";

export interface ProposedMapping {
  readonly mapping: Readonly<Record<string, ColumnMapping>>;
  readonly hints: Readonly<Record<string, MappingHint>>;
}

/** Below this a guess would do more harm than an empty choice. */
const THRESHOLD = 0.5;

interface Pair extends MappingHint {
  readonly key: string;
  readonly index: number;
}

/** Columns of a register that an import may fill. */
export function importable(register: Register): readonly (readonly [string, Column])[] {
  return Object.entries<Column>(register.columns).filter(([, column]) => column.readOnly !== true);
}

/** What the values alone say of a column without a telling heading. */
function byValues(register: Register, key: string, column: Column, evidence: Evidence): Likeness {
  const none: Likeness = { score: 0, reason: "VALUES" };
  if (evidence.filled < 3) return none;
  if (key === register.code.column) return evidence.codes ? { score: 0.55, reason: "VALUES" } : none;
  if (column.type === "choice" || column.type === "choices") {
    const share = optionShare(column, evidence);
    return share >= 0.8 && evidence.numbers < 0.5 ? { score: 0.5 + share * 0.25, reason: "VALUES" } : none;
  }
  if (column.type === "link") return evidence.links >= 0.8 ? { score: 0.7, reason: "VALUES" } : none;
  return none;
}

/** Pairs register columns with source columns, the surest first; each source column is used once. */
export function proposeMapping(register: Register, grid: SourceGrid, heading: Heading): ProposedMapping {
  const headings = headingTexts(grid, heading).map(headingSpellings);
  const rows = splitRows(grid, { headingRow: heading.row, headingRows: heading.rows }).data;
  const evidence = headings.map((_, index) => evidenceOf(rows.map((row) => row.cells[index])));
  const columns = importable(register);
  const pairs: Pair[] = [];
  for (const [key, column] of columns) {
    for (const [index, spellings] of headings.entries()) {
      const seen = evidence[index] as Evidence;
      const named = headingScore(key, column, spellings);
      // Only a heading that could count is worth a look at the values.
      const fit = named.score < THRESHOLD ? named : { score: named.score * suits(column, seen), reason: named.reason };
      const best = [fit, byValues(register, key, column, seen)].reduce((a, b) => (b.score > a.score ? b : a));
      if (best.score >= THRESHOLD) pairs.push({ key, index, confidence: best.score, reason: best.reason });
    }
  }
  pairs.sort((a, b) => b.confidence - a.confidence || a.index - b.index);

  const mapping: Record<string, ColumnMapping> = Object.fromEntries(columns.map(([key]) => [key, { from: "NONE" }]));
  const hints: Record<string, MappingHint> = {};
  const used = new Set<number>();
  for (const { key, index, confidence, reason } of pairs) {
    if (used.has(index) || hints[key]) continue;
    used.add(index);
    mapping[key] = { from: "COLUMN", index };
    hints[key] = { confidence: Math.round(confidence * 100) / 100, reason };
  }
  return { mapping, hints };
}

/** The columns by which rows find each other: the code when every row has one, else what the register matches by. */
export function proposeKey(
  register: Register,
  mapping: ProposedMapping["mapping"],
  grid: SourceGrid,
  heading: Heading,
): readonly string[] {
  const code = mapping[register.code.column];
  if (code?.from === "COLUMN") {
    const rows = splitRows(grid, { headingRow: heading.row, headingRows: heading.rows }).data;
    const seen = evidenceOf(rows.map((row) => row.cells[code.index]));
    if (seen.filled > 0) return [register.code.column];
  }
  return (register.matchBy ?? [register.title]).filter((key) => mapping[key]?.from === "COLUMN");
}
