import type { Words } from "../registers/words.ts";

/** How long one period of a KPI is (domain.md, section 6). Periods are half open and lie in the institution's civil time. */
export const PERIODS = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** What a figure may be about, narrowest first. */
export const SCOPE_KINDS = [
  "SERVICE",
  "RESOURCE",
  "PROCESS",
  "INSTITUTION",
  "SECTOR",
  "MUNICIPALITY",
  "STATE",
] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** What a figure is about; `id` is null for whole institutions and wider, which `code` names. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
}

/** A period of a kind: first day, and the first day after it, `YYYY-MM-DD`. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: string;
  readonly to: string;
}

/** A figure in parts, so that roll-ups add parts and never average ratios. No data has no value, which is never zero. */
export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many rows (or measurements) it rests on. */
  readonly count: number;
}

export const STATUSES = ["MET", "AT_RISK", "MISSED", "NO_DATA"] as const;
export type Status = (typeof STATUSES)[number];

/** One result of a KPI: of one scope in one period, with its target and where it came from. */
export interface KpiResult extends Figure {
  readonly kpi: { readonly id: string; readonly code: string; readonly name: string; readonly unit: string };
  readonly scope: Scope;
  readonly period: Period;
  readonly target: number | null;
  /** Where the value should be at the period's end on the straight way from the baseline to the target; null without them. */
  readonly expected: number | null;
  readonly critical: number | null;
  /** 0 … 1.2, sign-safe; null without a value or a target. */
  readonly attainment: number | null;
  /** Null where there is no target. */
  readonly status: Status | null;
  /** Value less that of the period before; null where either is missing. */
  readonly change: number | null;
  /** Share of parts (services of an institution, institutions of a sector) that have data, 0 … 1. */
  readonly coverage: number | null;
  /** Edition of the formula, or null of what was measured by hand or fed. */
  readonly edition: number | null;
  /** Number of the last event that the figure takes into account, as text. */
  readonly watermark: string;
  /** Instant, UTC. */
  readonly computedAt: string;
}

/** Words for a signal of a series, such as “8 months in a row below the mean”. */
export interface Signal {
  readonly kind: "OUTSIDE" | "RUN" | "NEAR_LIMIT";
  /** First days of the periods that make it. */
  readonly periods: readonly string[];
  readonly words: Words;
}

/** How a series moves (anchors.md, “Definitions”: XmR, Theil–Sen). */
export interface Movement {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Limits rest on fewer than 12 periods. */
  readonly provisional: boolean;
  readonly signals: readonly Signal[];
  /** Value a period, Theil–Sen; null under 3 points. */
  readonly slope: number | null;
  /** Where the slope leads at the target's date. */
  readonly forecast: { readonly day: string; readonly value: number; readonly meets: boolean | null } | null;
  /** All of it in a sentence or two. */
  readonly words: Words;
}

/** A KPI in one scope over time: what a tile and its trend line show. */
export interface KpiSeries {
  readonly latest: KpiResult;
  /** Oldest first, without holes: a period without data has a result without a value. */
  readonly results: readonly KpiResult[];
  readonly movement: Movement;
  readonly direction: "HIGHER" | "LOWER" | "RANGE";
  readonly low: number | null;
  readonly high: number | null;
  readonly audience: string;
}
