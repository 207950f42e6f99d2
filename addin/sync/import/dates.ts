import type { DateOrder } from "../importing.ts";

/** Month names by their first letters, folded; the longer spelling decides between March/mai and the like. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan"],
  ["feb"],
  ["mar"],
  ["apr"],
  ["mai", "may"],
  ["jun", "jūn"],
  ["jul", "jūl"],
  ["aug"],
  ["sep"],
  ["okt", "oct"],
  ["nov"],
  ["dec"],
];
const TIME = /(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AP]\.?M\.?)?(?:Z|[+-]\d{2}:?\d{2})?)$/iu;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
type Shape =
  | { readonly kind: "CERTAIN"; readonly parts: Parts }
  /** `first` and `second` are day and month in an order the text does not tell. */
  | { readonly kind: "ORDERED"; readonly first: number; readonly second: number; readonly year: number };

/** Two digits of a year as spreadsheets read them: 00–29 are this century. */
const fullYear = (digits: string) =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900);

function monthByName(name: string): number | null {
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((starts) => starts.some((start) => lower.startsWith(start)));
  return index < 0 ? null : index + 1;
}

function shapeOf(text: string): Shape | null {
  const day = text.trim().replace(TIME, "").trim();
  const yearFirst = /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?$/u.exec(day);
  if (yearFirst) return certain(yearFirst[1], yearFirst[2], yearFirst[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(day);
  if (compact) return certain(compact[1], compact[2], compact[3]);
  const yearLast = /^(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4}|\d{2})\.?(?:\s*g\.?)?$/u.exec(day);
  if (yearLast) {
    const [, first = "", second = "", year = ""] = yearLast;
    return { kind: "ORDERED", first: Number(first), second: Number(second), year: fullYear(year) };
  }
  return namedMonth(day);
}

/** `2023. gada 31. decembris`, `31. decembris 2023`, `31 Dec 2023`, `December 31, 2023`. */
function namedMonth(day: string): Shape | null {
  const latvian = /^(\d{4})\.?\s*g(?:ada|\.)?\s*(\d{1,2})\.?\s*(\p{L}{3,})\.?$/u.exec(day);
  if (latvian) return named(latvian[1], latvian[3], latvian[2]);
  const dayFirst = /^(\d{1,2})\.?[\s-]*(\p{L}{3,})\.?,?[\s-]*(\d{4})\.?(?:\s*g(?:ads|ada|\.)?)?$/u.exec(day);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(day);
  return monthFirst ? named(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}
function certain(year = "", month = "", day = ""): Shape {
  return { kind: "CERTAIN", parts: { year: Number(year), month: Number(month), day: Number(day) } };
}
function named(year = "", month = "", day = ""): Shape | null {
  const number = monthByName(month);
  return number === null ? null : { kind: "CERTAIN", parts: { year: Number(year), month: number, day: Number(day) } };
}

/** `YYYY-MM-DD`, or null for a day that no calendar has. */
function iso({ year, month, day }: Parts): string | null {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/**
 * Reads a date written as text: ISO, `dd.mm.yyyy`, `dd-mm-yyyy`, `dd/mm/yyyy`, a named month, each with or without a
 * time (which is dropped). Without an order, texts that do not tell day from month are not read.
 */
export function readDate(text: string, order: DateOrder | null): string | null {
  const shape = shapeOf(text);
  if (shape === null) return null;
  if (shape.kind === "CERTAIN") return iso(shape.parts);
  const { first, second, year } = shape;
  if (order === null) return null;
  return iso(order === "DMY" ? { year, month: second, day: first } : { year, month: first, day: second });
}

/**
 * What a column's texts say of their order. AMBIGUOUS: every one could be read both ways, so the person is asked;
 * NONE: nothing depends on the order.
 */
export function detectDateOrder(texts: Iterable<string>): DateOrder | "AMBIGUOUS" | "NONE" {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const text of texts) {
    const shape = shapeOf(text);
    if (shape?.kind !== "ORDERED") continue;
    if (shape.first > 12 && shape.second <= 12) dayFirst++;
    else if (shape.second > 12 && shape.first <= 12) monthFirst++;
    // 05.05.2024 is the same day in both orders and decides nothing.
    else if (shape.first !== shape.second) either++;
  }
  if (dayFirst > 0 || monthFirst > 0) return dayFirst >= monthFirst ? "DMY" : "MDY";
  return either > 0 ? "AMBIGUOUS" : "NONE";
}

/** Whether a text looks like a date in any order. */
export function looksLikeDate(text: string): boolean {
  return readDate(text, "DMY") !== null || readDate(text, "MDY") !== null;
}
