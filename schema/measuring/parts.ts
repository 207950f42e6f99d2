import type { Figure } from "./results.ts";

export const NO_FIGURE: Figure = { value: null, numerator: null, denominator: null, count: 0 };

/** What a quotient is multiplied by to stand in the unit: 100 in per cent, 1,000 in per mille, else 1. */
export function factorOf(unit: string | null): number {
  const text = unit?.trim() ?? "";
  if (text.startsWith("%")) return 100;
  return text.startsWith("‰") ? 1000 : 1;
}

/** The value of parts, to 15 digits: what sums of decimals miss by is no part of it. Without a numerator, or over a denominator of zero, there is none. */
export function valueOf(numerator: number | null, denominator: number | null, factor: number): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return Number(((factor * numerator) / denominator).toPrecision(15));
}

/**
 * Figures added up part by part: ratios are never averaged. Figures without parts add nothing, and nothing added is no
 * value, not zero.
 */
export function sumOf(figures: Iterable<Figure>, factor: number): Figure {
  let [numerator, denominator, count, any] = [0, 0, 0, false];
  for (const one of figures) {
    if (one.numerator === null || one.denominator === null) continue;
    any = true;
    numerator += one.numerator;
    denominator += one.denominator;
    count += one.count;
  }
  return any ? { value: valueOf(numerator, denominator, factor), numerator, denominator, count } : NO_FIGURE;
}

/**
 * A measurement in parts. A plain value weighs 1: its numerator is the value as a plain quotient (45 % is 0.45), its
 * denominator 1, so a roll-up of plain values is their mean. Who wants weights writes numerator and denominator.
 */
export function partsOf(
  measured: { readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null },
  factor: number,
): Figure {
  const { value, numerator, denominator } = measured;
  if (numerator !== null && denominator !== null)
    return { value: valueOf(numerator, denominator, factor), numerator, denominator, count: 1 };
  return value === null ? NO_FIGURE : { value, numerator: value / factor, denominator: 1, count: 1 };
}
