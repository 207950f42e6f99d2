import type { Column } from "../../../schema/registers/register.ts";
import type { DateOrder, ImportPlan, SourceGrid } from "../importing.ts";
import { detectDateOrder } from "./dates.ts";
import { cellText, isBlank } from "./grid.ts";
import { optionParts, optionsOf, readOption } from "./options.ts";
import type { FromColumn } from "./reading.ts";
import { splitRows } from "./rows.ts";

/** Where the data of a source begins. */
type HeadingOf = Pick<ImportPlan, "headingRow" | "headingRows">;

/** A source value, how many rows hold it, and the option it is read as: "" leaves empty, undefined asks the person. */
export interface SourceValue {
  readonly value: string;
  readonly count: number;
  readonly option: string | undefined;
}

/** The different values of a source column that is mapped to a column of options, commonest first. */
export function sourceValues(plan: ImportPlan, grid: SourceGrid, key: string, column: Column): readonly SourceValue[] {
  const mapping = plan.mapping[key];
  const options = optionsOf(column);
  if (mapping?.from !== "COLUMN" || !options) return [];
  const counts = new Map<string, number>();
  for (const row of splitRows(grid, plan).data) {
    const cell = row.cells[mapping.index];
    if (isBlank(cell) || cell?.error) continue;
    const text = cellText(cell);
    const parts = column.type === "choices" ? optionParts(options, text, mapping.values) : [text];
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, option: readOption(options, value, mapping.values) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The texts of a source column as far as they are text; dates and numbers that Excel knows as such are left out. */
export function columnTexts(plan: HeadingOf, grid: SourceGrid, index: number): readonly string[] {
  return splitRows(grid, plan).data.flatMap(({ cells }) => {
    const cell = cells[index];
    return cell && !cell.error && cell.date === undefined && typeof cell.value === "string" && cell.value.trim() !== ""
      ? [cell.value]
      : [];
  });
}

/** What a mapped date column's texts say of their order; AMBIGUOUS: the person is asked. */
export function dateOrderIn(plan: HeadingOf, grid: SourceGrid, index: number): DateOrder | "AMBIGUOUS" | "NONE" {
  return detectDateOrder(columnTexts(plan, grid, index));
}

/** The order in which a mapped date column is read: as its texts prove, else as the person said, else the plan's. */
export function dateOrderFor(plan: ImportPlan, grid: SourceGrid, mapping: FromColumn): DateOrder | null {
  const found = dateOrderIn(plan, grid, mapping.index);
  return found === "DMY" || found === "MDY" ? found : (mapping.dateOrder ?? plan.dateOrder);
}

/** The first different values of a source column, as the person sees them, for showing beside it. */
export function samples(plan: ImportPlan, grid: SourceGrid, index: number, count: number): readonly string[] {
  const found = new Set<string>();
  for (const { cells } of splitRows(grid, plan).data) {
    const cell = cells[index];
    if (!isBlank(cell)) found.add(cell?.text.trim() || cellText(cell));
    if (found.size >= count) break;
  }
  return [...found];
}
