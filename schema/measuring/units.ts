import { UNITS } from "./formula.ts";
import { FORMULAS, type MeasureKey } from "./formulas.ts";
import { factorOf, NO_FIGURE, valueOf } from "./parts.ts";
import type { Figure } from "./results.ts";

/** How many of them an hour is. What begins otherwise is hours. */
const AN_HOUR: readonly (readonly [RegExp, number])[] = [
  [/^(s|sek)(\W|$)|^second/iu, 3_600],
  [/^min/iu, 60],
  [/^(d|day|dien)/iu, 1 / 24],
];

/** What numerator over denominator is multiplied by to stand in the KPI's unit; computed times, which are kept in hours, may stand in minutes, seconds or days. */
export function scaleOf(unit: string, measure: MeasureKey | null): number {
  if (measure === null) return factorOf(unit);
  const { factor } = UNITS[FORMULAS[measure].unit];
  if (FORMULAS[measure].unit !== "HOURS") return factor;
  return AN_HOUR.find(([named]) => named.test(unit.trim()))?.[1] ?? factor;
}

/** A figure of parts, its value in the unit. What is counted is its numerator, however many of them are added up. */
export function figureOf(
  part: Pick<Figure, "numerator" | "denominator" | "count"> | null,
  { unit, formula }: { readonly unit: string; readonly formula: MeasureKey | null },
): Figure {
  if (part === null || part.numerator === null) return NO_FIGURE;
  const { numerator, denominator, count } = part;
  const counted = formula !== null && FORMULAS[formula].unit === "COUNT";
  const value = counted ? numerator : valueOf(numerator, denominator, scaleOf(unit, formula));
  return { value, numerator, denominator, count };
}
