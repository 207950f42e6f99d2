import type { Figure } from "../../schema/measuring/results.ts";

/** A figure in parts with where it came from, before it is held against anything. */
export interface Part {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly count: Figure["count"];
  /** Edition of the formula; null of what was measured. */
  readonly edition: number | null;
  /** Number of the last event it takes into account; "0" where that is not known. */
  readonly watermark: string;
  /** When it was computed; null of what is added up while asked. */
  readonly computedAt: string | null;
  /** Of a roll-up: how many of its parts have data, and how many of those are in use. */
  readonly withData: number;
  readonly withDataInUse: number;
}

/** Parts by edition of the KPI, institution, scope (empty for the whole) and first day of the period. */
export class Parts {
  readonly #by = new Map<string, Part>();

  put(edition: string, institution: string, scope: string, from: string, part: Part): void {
    this.#by.set(`${edition} ${institution} ${scope} ${from}`, part);
  }

  of(edition: string, institution: string, scope: string, from: string): Part | undefined {
    return this.#by.get(`${edition} ${institution} ${scope} ${from}`);
  }
}

/** The later of two watermarks, which are numbers too long for a number. */
export const laterMark = (one: string, other: string): string => (BigInt(one) < BigInt(other) ? other : one);
