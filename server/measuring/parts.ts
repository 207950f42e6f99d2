import { FORMULAS, type MeasureKey } from "../../schema/measuring/formulas.ts";

/**
 * Measures that are computed together and kept in one row of `figure`: they share the rows they count and the period
 * these belong to. A row's `parts` are numerator, denominator and count of each measure in this order, then what else
 * its formulas name under `more`.
 */
export const PARTS = {
  DETECTED: ["INCIDENTS", "MAJOR_INCIDENTS", "SLA_RESTORE", "SLA_REACT"],
  RESTORED: ["MTRS"],
  RESOLVED: ["REOPENED", "FIRST_LINE", "KNOWLEDGE_USED"],
  OPEN: ["BACKLOG_AGE"],
  WORKAROUNDS: ["WORKAROUND_OPEN"],
  OUTAGES: ["AVAILABILITY", "MTBF"],
  CHANGES: ["CHANGE_SUCCESS", "CHANGE_ON_TIME", "CHANGE_EMERGENCY", "CHANGE_UNAUTHORISED", "CHANGE_LEAD_TIME"],
  PROBLEMS: ["PROBLEM_CAUSE_KNOWN"],
  REQUESTS: ["REQUEST_ON_TIME"],
  APPLICATIONS: ["COMPLAINTS"],
  RATINGS: ["SATISFACTION"],
  KNOWLEDGE: ["KNOWLEDGE_FRESH"],
  RESOURCES: ["CI_VERIFIED"],
  CAPACITY: ["CAPACITY_USE"],
  FINANCES: ["BUDGET", "UNIT_COST"],
} as const satisfies Record<string, readonly MeasureKey[]>;

export type Part = keyof typeof PARTS;
export const PART_KEYS = Object.keys(PARTS) as readonly Part[];

/** Where a measure stands: its part, and its place among the part's measures. */
export interface Place {
  readonly part: Part;
  readonly at: number;
}

const PLACES = new Map<MeasureKey, Place>(
  PART_KEYS.flatMap((part) => PARTS[part].map((measure, at) => [measure, { part, at }] as const)),
);

export function placeOf(measure: MeasureKey): Place {
  const place = PLACES.get(measure);
  if (!place) throw new Error(`the measure ${measure} is in no part`);
  return place;
}

/** Editions of a part's formulas, measure by measure, as its rows keep them. */
export const editionsOf = (part: Part): readonly number[] => PARTS[part].map((measure) => FORMULAS[measure].edition);

/** Numbers in a part's row. */
export const widthOf = (part: Part): number =>
  PARTS[part].reduce((width, measure) => width + 3 + (FORMULAS[measure].more?.length ?? 0), 0);
