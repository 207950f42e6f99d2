import type { ImportPlan, SkippedRow, SourceCell, SourceGrid } from "../importing.ts";
import { addressStart } from "./address.ts";
import { cellText, isBlank } from "./grid.ts";
import { headingTexts } from "./headings.ts";
import { fold } from "./text.ts";

export interface DataRow {
  /** Index in the grid. */
  readonly index: number;
  /** Row number in the sheet, from 1. */
  readonly sourceRow: number;
  readonly cells: readonly SourceCell[];
}
export interface SplitRows {
  readonly data: readonly DataRow[];
  readonly skipped: readonly SkippedRow[];
  readonly emptyRows: number;
}

/** Folded beginnings of a total row's label, in the languages of the region. */
const TOTAL =
  /^(?:kopa|kopsumma|pavisam|pavisam kopa|summa|starpsumma|total|grand total|totals|subtotal|sum|kokku|itogo|viso)(?: (?:pakalpojum\p{L}*|ierakst\p{L}*|rind\p{L}*|skaits|services|rows|records|count))?$/u;

/** A total: its first filled cell says so and everything else in the row is a number or nothing. */
function isTotal(cells: readonly SourceCell[]): boolean {
  const places = cells.filter((cell) => !isBlank(cell));
  const [label, ...rest] = places;
  if (label === undefined || typeof label.value !== "string") return false;
  const [words = "", inline = ""] = label.value.split(/[:=]/u, 2);
  if (!TOTAL.test(fold(words))) return false;
  const numeric = (text: string) => /^[\d\s.,%\u00a0-]*$/u.test(text);
  return numeric(inline) && rest.every((cell) => typeof cell.value === "number" || numeric(cellText(cell)));
}

/** The numbers 1, 2, 3 … under a heading, as official forms have them. */
function isColumnNumbers(cells: readonly SourceCell[]): boolean {
  const places = cells.filter((cell) => !isBlank(cell));
  return places.length >= 3 && places.every((cell, i) => cellText(cell).replace(/\.$/u, "") === String(i + 1));
}

/** A grid does not change once read, and every step of an import asks for its rows. */
const splits = new WeakMap<SourceGrid, Map<string, SplitRows>>();

/** Tells data rows from the rest: empty rows, totals, headings printed again, numbered columns. Only when clearly so. */
export function splitRows(grid: SourceGrid, plan: Pick<ImportPlan, "headingRow" | "headingRows">): SplitRows {
  const known = splits.get(grid) ?? new Map<string, SplitRows>();
  splits.set(grid, known);
  const name = `${plan.headingRow},${plan.headingRows ?? 1}`;
  const found = known.get(name) ?? split(grid, plan);
  known.set(name, found);
  return found;
}

function split(grid: SourceGrid, plan: Pick<ImportPlan, "headingRow" | "headingRows">): SplitRows {
  const first = addressStart(grid.source.address).row + 1;
  const headed = plan.headingRow >= 0;
  const rows = headed ? (plan.headingRows ?? 1) : 0;
  const start = headed ? plan.headingRow + rows : 0;
  const headings = headingTexts(grid, { row: headed ? plan.headingRow + rows - 1 : -1, rows: 1 });
  const data: DataRow[] = [];
  const skipped: SkippedRow[] = [];
  let emptyRows = 0;
  for (let index = start; index < grid.cells.length; index++) {
    const cells = grid.cells[index] ?? [];
    const why = whySkipped(cells, headings, headed && index === start);
    const sourceRow = first + index;
    if (why === null) data.push({ index, sourceRow, cells });
    else if (why === "EMPTY") emptyRows++;
    else skipped.push({ sourceRow, why, text: cells.map(cellText).filter(Boolean).slice(0, 4).join(" · ") });
  }
  return { data, skipped, emptyRows };
}

function whySkipped(
  cells: readonly SourceCell[],
  headings: readonly string[],
  firstUnderHeading: boolean,
): SkippedRow["why"] | null {
  if (cells.every(isBlank)) return "EMPTY";
  if (firstUnderHeading && isColumnNumbers(cells)) return "HEADING";
  const again = headings.filter((text) => text !== "").length >= 2;
  if (again && headings.every((text, place) => text === cellText(cells[place]).replace(/\s+/gu, " "))) return "HEADING";
  return isTotal(cells) ? "TOTAL" : null;
}
