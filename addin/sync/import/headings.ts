import type { Columns } from "../../../schema/registers/register.ts";
import type { SourceCell, SourceGrid } from "../importing.ts";
import { headingScore, headingSpellings } from "./likeness.ts";
import { cellText, isBlank, widthOf } from "./grid.ts";

/** Where a source's heading is: its first row (−1 when there is none) and how many rows it takes. */
export interface Heading {
  readonly row: number;
  readonly rows: number;
}

/** Title rows above a heading are few; further down everything is data. */
const SEARCHED = 30;
const LONGEST_HEADING = 120;

type Row = readonly SourceCell[];
const filled = (row: Row | undefined) => (row ?? []).flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
const isText = (cell: SourceCell | undefined) =>
  cell !== undefined && !cell.error && cell.date === undefined && typeof cell.value === "string";

/** A heading is short and made of words: neither an address nor a code nor a date. */
const isWording = (text: string) =>
  text.length <= LONGEST_HEADING &&
  !/^(?:https?:|www\.)|@/iu.test(text) &&
  !/^[\p{L}]*[-./\s]?\d[\d\s.,:/-]*$/u.test(text);

/** How much a row looks like headings; 0 when it cannot be one. */
function score(grid: SourceGrid, index: number, columns: Columns, widest: number): number {
  const row = grid.cells[index] ?? [];
  const places = filled(row);
  if (places.length === 0) return 0;
  const texts = places.map((place) => cellText(row[place]));
  const worded = places.filter((place, i) => isText(row[place]) && isWording(texts[i] ?? "")).length;
  if (worded / places.length < 0.7) return 0;
  const distinct = new Set(texts.map((text) => text.toLowerCase())).size / texts.length;
  const known = texts.flatMap((text) => {
    if (!isWording(text)) return [];
    const spellings = headingSpellings(text);
    const best = Math.max(
      0,
      ...Object.entries(columns).map(([key, column]) => headingScore(key, column, spellings).score),
    );
    return best >= 0.8 ? [best] : [];
  });
  // One known word in a wide row may be a value, such as a name that is also a column's.
  const trust = known.length >= 2 || known.length / places.length > 0.34 ? 2 : 0.5;
  const dataBelow = filled(grid.cells[index + 1]).length > 0 || filled(grid.cells[index + 2]).length > 0;
  // Headings that the register knows weigh most; a full row of distinct short texts is the rest of the evidence.
  const recognised = known.reduce((sum, one) => sum + one, 0) * trust;
  return recognised + (places.length / Math.max(1, widest)) * 3 * distinct + (dataBelow ? 0.5 : 0) - index * 0.02;
}

/** Finds the heading under title rows. A table's heading is its first row. */
export function findHeading(grid: SourceGrid, columns: Columns): Heading {
  const searched = Math.min(SEARCHED, grid.cells.length);
  const widest = Math.max(0, ...grid.cells.slice(0, searched + 20).map((row) => filled(row).length));
  if (grid.source.kind === "TABLE") return { row: 0, rows: 1 };
  let best = -1;
  let bestScore = 0;
  for (let index = 0; index < searched; index++) {
    const found = score(grid, index, columns, widest);
    if (found > bestScore) [best, bestScore] = [index, found];
  }
  if (best < 0 || bestScore < 1.5) return { row: -1, rows: 0 };
  if (isGroupRow(grid, best - 1, best)) return { row: best - 1, rows: 2 };
  return { row: best, rows: hasSubheadings(grid, best) ? 2 : 1 };
}

/** A row of group headings over a full heading row: several texts with gaps (merged cells), each over headings. */
function isGroupRow(grid: SourceGrid, group: number, heading: number): boolean {
  const above = filled(grid.cells[group]);
  const below = new Set(filled(grid.cells[heading]));
  if (above.length < 2 || above.length >= below.size) return false;
  return above.every((place) => isText(grid.cells[group]?.[place]) && below.has(place));
}

/** Headings of the next row that stand under a merged group while the rest of the heading spans both rows. */
function hasSubheadings(grid: SourceGrid, row: number): boolean {
  const top = new Set(filled(grid.cells[row]));
  const next = filled(grid.cells[row + 1]);
  if (next.length === 0 || !next.every((place) => isText(grid.cells[row + 1]?.[place]))) return false;
  const underGap = next.filter((place) => !top.has(place));
  const firstGap = underGap[0];
  if (firstGap === undefined || firstGap === 0) return false;
  // The row below must leave blank what data would fill: the columns whose heading spans both rows.
  const spanning = [...top].filter((place) => !next.includes(place));
  const data = grid.cells.slice(row + 2, row + 12).filter((cells) => filled(cells).length > 0);
  const fills = (place: number) => data.some((cells) => !isBlank(cells[place]));
  return spanning.length > 0 && data.length > 0 && spanning.some(fills) && next.every((place) => place >= firstGap - 1);
}

/** The heading of each column; group and heading joined with ` – `. Columns without one are named by "". */
export function headingTexts(grid: SourceGrid, heading: Heading): readonly string[] {
  const width = widthOf(grid);
  if (heading.row < 0) return Array.from({ length: width }, () => "");
  const rows = Array.from({ length: heading.rows }, (_, i) => grid.cells[heading.row + i] ?? []);
  const bottom = rows.at(-1) ?? [];
  let group = "";
  return Array.from({ length: width }, (_, place) => {
    const own = clean(cellText(bottom[place]));
    if (rows.length < 2) return own;
    const above = rows.slice(0, -1).map((row) => clean(cellText(row[place])));
    const mine = above.filter((text) => text !== "").join(" – ");
    if (mine !== "") group = mine;
    if (own === "") return mine;
    // A merged group's text stands in its first cell only, so it counts for the columns to its right as well.
    return group === "" || group === own ? own : `${group} – ${own}`;
  });
}
const clean = (text: string) => text.replace(/\s+/gu, " ").trim();
