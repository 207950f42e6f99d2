import { type CellValue } from "./operations.ts";
import { type Summary } from "./pivot-plan.ts";

/** A value of a field, by which rows of the source are grouped. */
export interface Item {
  readonly key: string;
  readonly value: CellValue;
}

export const BLANK = "(blank)";

/** The item a cell belongs to; empty cells are one of their own. */
export const itemOf = (value: CellValue): Item =>
  value === "" ? { key: "b", value: BLANK } : { key: `${typeof value} ${String(value)}`, value };

/** Numbers before texts before the rest, each in order: how a PivotTable sorts its items. */
export function compareItems(a: Item, b: Item): number {
  const rank = ({ key }: Item): number => (key.startsWith("n") ? 0 : key.startsWith("s") ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a.value === "number" && typeof b.value === "number") return a.value - b.value;
  return String(a.value).localeCompare(String(b.value), "lv", { numeric: true });
}

/** The different items of some cells, in order. */
export function itemsOf(values: Iterable<CellValue>): Item[] {
  const found = new Map<string, Item>();
  for (const value of values) {
    const item = itemOf(value);
    if (!found.has(item.key)) found.set(item.key, item);
  }
  return [...found.values()].sort(compareItems);
}

/** A summary of cells; null where there is nothing to summarise. Texts count but do not add up. */
export function summarise(values: readonly CellValue[], by: Summary): number | null {
  const filled = values.filter((value) => value !== "");
  if (by === "Count") return filled.length === 0 ? null : filled.length;
  const numbers = filled.filter((value) => typeof value === "number");
  if (numbers.length === 0) return by === "Sum" && filled.length > 0 ? 0 : null;
  const sum = numbers.reduce((total, value) => total + value, 0);
  switch (by) {
    case "Sum":
      return sum;
    case "Average":
      return sum / numbers.length;
    case "Max":
      return numbers.reduce((most, value) => Math.max(most, value), -Infinity);
    case "Min":
      return numbers.reduce((least, value) => Math.min(least, value), Infinity);
  }
}
