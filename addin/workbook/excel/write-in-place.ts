import type { SheetValue } from "../port.ts";
import type { Block } from "./blocks.ts";
import { askPlace, rangeOf, samePlace, type TablePlace } from "./find.ts";
import { TEXT_FORMAT, toWritten } from "./formats.ts";

/** Cells to be written at once; null leaves a cell, or its format, as it is. */
export interface Target {
  readonly block: Block<unknown>;
  readonly values: (SheetValue | null)[][];
  readonly formats: (string | null)[][] | null;
}

/**
 * Writes cells that were found fit for it at `place`, with the ids beside them. A person may sort the table or insert a
 * row right before the writing: the same round trip therefore tells where the table stood and what the cells held, and
 * when that is not where it was, what they held is written back. Ends with false then: nothing is written.
 */
export async function writeInPlace(
  context: Excel.RequestContext,
  register: string,
  { place, ids }: { readonly place: TablePlace; readonly ids: readonly SheetValue[] },
  idColumn: string,
  targets: readonly Target[],
): Promise<boolean> {
  const asked = askPlace(context, register, place.dates);
  const stood = rangeOf(place, { column: idColumn, first: 0, cells: ids.map(() => null) });
  stood.load("values");
  const held = targets.map(({ block }) => {
    const range = rangeOf(place, block);
    range.load("values,valueTypes,formulas,numberFormat");
    return range;
  });
  for (const { block, values, formats } of targets) {
    const range = rangeOf(place, block);
    if (formats) range.numberFormat = formats as string[][];
    range.values = values;
  }
  await context.sync();
  const now = asked.place();
  if (now !== null && samePlace(place, now) && ids.every((id, row) => stood.values[row]![0] === id)) return true;
  targets.forEach(({ block, values, formats }, at) => {
    const range = rangeOf(place, block);
    const before = held[at]!;
    if (formats) {
      const shown = before.numberFormat as string[][];
      range.numberFormat = formats.map(([format], i) => [format === null ? null : shown[i]![0]]) as string[][];
    }
    range.formulas = values.map(([value], i) => [value === null ? null : contentOf(before, i, 0)]);
  });
  await context.sync();
  return false;
}

/**
 * What has to be written for a cell of a range to hold again what it held; `values`, `valueTypes`, `formulas` and
 * `numberFormat` are loaded.
 */
export function contentOf(range: Excel.Range, i: number, j: number): unknown {
  const value: unknown = range.values[i]![j];
  const formula: unknown = range.formulas[i]![j];
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  if (isFormula || range.valueTypes[i]![j] === Excel.RangeValueType.error) return formula;
  const isText = range.numberFormat[i]![j] === TEXT_FORMAT;
  return typeof value === "string" ? toWritten(value, isText ? "TEXT" : "NUMBER") : value;
}
