import type { Words } from "../registers/words.ts";

/** In what a measure stands. Parts are kept in whole seconds or counts, so that sums are exact in any order. */
export const UNITS = {
  PERCENT: { label: { lv: "%", en: "%" }, factor: 100 },
  PER_THOUSAND: { label: { lv: "uz 1000", en: "per 1,000" }, factor: 1_000 },
  HOURS: { label: { lv: "h", en: "h" }, factor: 1 },
  COUNT: { label: { lv: "skaits", en: "count" }, factor: 1 },
  POINTS: { label: { lv: "balles", en: "points" }, factor: 1 },
  EURO: { label: { lv: "EUR", en: "EUR" }, factor: 1 },
} as const satisfies Record<string, { readonly label: Words; readonly factor: number }>;

/** What a figure of a computed measure may be about. */
export type FigureScope = "SERVICE" | "RESOURCE" | "INSTITUTION";

/** How one measure is computed (domain.md, section 6; anchors.md, “Definitions”). */
export interface Formula {
  /** What it counts, in a sentence. */
  readonly counts: Words;
  readonly numerator: Words;
  readonly denominator: Words;
  readonly unit: keyof typeof UNITS;
  readonly direction: "HIGHER" | "LOWER" | "RANGE";
  /** Begins at 1; another one when what is counted changes, so that a figure tells by which it was computed. */
  readonly edition: number;
  readonly appliesTo: readonly FigureScope[];
  /** SUM: parts of periods add up. LAST: the figure of a longer period is that of the last one inside it that has begun. */
  readonly overTime: "SUM" | "LAST";
  /** Institution from parts of its services and resources, or counted from the rows themselves where a row may be about several. */
  readonly overScopes: "SERVICES" | "ALL" | "ROWS";
  /** Which period a row belongs to. */
  readonly period: Words;
  /** What parts are multiplied by to stand in the unit: whole seconds and percent-seconds into hours, say. */
  readonly scale?: { readonly numerator?: number; readonly denominator?: number };
  /** Further numbers beside the value, in the measure's unit. */
  readonly more?: readonly string[];
}
