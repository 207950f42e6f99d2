import type { PeriodKind } from "./results.ts";

/** Periods in sentences, with the cases and numbers that Latvian asks for. */

interface Forms {
  readonly en: readonly [one: string, many: string];
  /** Accusative: how long something lasts. */
  readonly during: readonly [one: string, many: string];
  /** Dative: after “no” with a number, and after “pēdējiem”. */
  readonly of: readonly [one: string, many: string];
  /** Locative: in one, a period; and in many. */
  readonly inside: readonly [one: string, many: string];
}

const FORMS: Record<PeriodKind, Forms> = {
  DAY: {
    en: ["day", "days"],
    during: ["dienu", "dienas"],
    of: ["dienai", "dienām"],
    inside: ["dienā", "dienās"],
  },
  WEEK: {
    en: ["week", "weeks"],
    during: ["nedēļu", "nedēļas"],
    of: ["nedēļai", "nedēļām"],
    inside: ["nedēļā", "nedēļās"],
  },
  MONTH: {
    en: ["month", "months"],
    during: ["mēnesi", "mēnešus"],
    of: ["mēnesim", "mēnešiem"],
    inside: ["mēnesī", "mēnešos"],
  },
  QUARTER: {
    en: ["quarter", "quarters"],
    during: ["ceturksni", "ceturkšņus"],
    of: ["ceturksnim", "ceturkšņiem"],
    inside: ["ceturksnī", "ceturkšņos"],
  },
  YEAR: {
    en: ["year", "years"],
    during: ["gadu", "gadus"],
    of: ["gadam", "gadiem"],
    inside: ["gadā", "gados"],
  },
};

/** Latvian counts 1, 21, 31, … in the singular, but 11, 111, … in the plural. */
const one = (count: number): boolean => count % 10 === 1 && count % 100 !== 11;
const pick = ([single, many]: readonly [string, string], singular: boolean): string => (singular ? single : many);

/** “8 mēnešus”, “21 mēnesi”: for how long. */
export const duringLv = (count: number, kind: PeriodKind): string => `${count} ${pick(FORMS[kind].during, one(count))}`;
/** “4 mēnešiem”: of how many, as in “3 no 4 mēnešiem”. */
export const ofLv = (count: number, kind: PeriodKind): string => `${count} ${pick(FORMS[kind].of, one(count))}`;
/** “pēdējos 12 mēnešos”, “pēdējā 21 mēnesī”. */
export const lastLv = (count: number, kind: PeriodKind): string =>
  `${one(count) ? "pēdējā" : "pēdējos"} ${count} ${pick(FORMS[kind].inside, one(count))}`;
/** “mēnesī”: in one of them. */
export const eachLv = (kind: PeriodKind): string => FORMS[kind].inside[0];
/** “8 months”, “1 month”. */
export const countEn = (count: number, kind: PeriodKind): string => `${count} ${pick(FORMS[kind].en, count === 1)}`;
/** “month”. */
export const eachEn = (kind: PeriodKind): string => FORMS[kind].en[0];
