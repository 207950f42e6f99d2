import type { CellContent } from "../model/operations.ts";

export interface Reading {
  /** `""` empties the cell. */
  readonly content: CellContent | "";
  /** The number format that the text asks for; only cells formatted General take it. */
  readonly format?: string;
}

const GENERAL = "General";
const SIGNIFICANT_DIGITS = 15;
const TEXT = (value: string): Reading => ({ content: { value } });

/**
 * Reads what a person typed or pasted as text the way Excel reads it: `@` keeps every character, a leading apostrophe
 * makes text, `=` a formula, TRUE and FALSE booleans; numbers with a point or a comma, percentages, dates as
 * `31.12.2026`, `2026-12-31` (with or without a time) and times become numbers with a fitting format. Anything else is
 * text.
 */
export function readTyped(text: string, format: string = GENERAL): Reading {
  if (text === "") return { content: "" };
  if (isTextFormat(format)) return TEXT(text);
  if (text.startsWith("'")) return TEXT(text.slice(1));
  if (text.length > 1 && text.startsWith("=")) return { content: { value: "", formula: text } };
  const plain = text.trim();
  if (/^(true|false)$/i.test(plain)) return { content: { value: plain.toLowerCase() === "true" } };
  const read = readMoment(plain) ?? readPercent(plain) ?? readNumber(plain);
  if (read === null) return TEXT(text);
  const content: CellContent = { value: read.value };
  return read.format !== undefined && format === GENERAL ? { content, format: read.format } : { content };
}

export const isTextFormat = (format: string): boolean => format === "@";

interface Numeric {
  readonly value: number;
  readonly format?: string;
}

function readNumber(text: string): Numeric | null {
  const plain = ungrouped(text);
  if (plain === null) return null;
  const value = Number(firstDigits(plain));
  return Number.isFinite(value) ? { value } : null;
}

function readPercent(text: string): Numeric | null {
  if (!text.endsWith("%")) return null;
  const number = readNumber(text.slice(0, -1).trimEnd());
  if (number === null) return null;
  const whole = Number.isInteger(number.value);
  return { value: Number((number.value / 100).toPrecision(SIGNIFICANT_DIGITS)), format: whole ? "0%" : "0.00%" };
}

/** Digits with a point for the decimal mark and no spaces between thousands, or null for what is no number. */
function ungrouped(text: string): string | null {
  const spaced = /^[-+]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/;
  const usual = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d{1,3})?$/i;
  if (!spaced.test(text) && !usual.test(text)) return null;
  return text.replace(/[ \u00a0\u202f]/g, "").replace(",", ".");
}

/** Excel keeps fifteen digits of a typed number and writes zeros for the rest. */
function firstDigits(number: string): string {
  let seen = 0;
  const [mantissa = "", exponent = ""] = number.split(/(?=e)/i);
  const kept = mantissa.replace(/\d/g, (digit) => {
    if (seen > 0 || digit !== "0") seen++;
    return seen > SIGNIFICANT_DIGITS ? "0" : digit;
  });
  return kept + exponent;
}

const LATVIAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?(?:\s+(.+))?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(.+))?$/;
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;

function readMoment(text: string): Numeric | null {
  const clock = readClock(text);
  if (clock) return clock;
  const latvian = LATVIAN.exec(text);
  if (latvian) return dated(latvian[3], latvian[2], latvian[1], latvian[4], "dd.mm.yyyy");
  const iso = ISO.exec(text);
  return iso ? dated(iso[1], iso[2], iso[3], iso[4], "yyyy-mm-dd") : null;
}

function readClock(text: string): Numeric | null {
  const [, hours, minutes, seconds] = CLOCK.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23) return null;
  const value = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { value, format: seconds === undefined ? "hh:mm" : "hh:mm:ss" };
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: string | undefined,
  format: string,
): Numeric | null {
  const serial = dateSerial(Number(year), Number(month), Number(day));
  if (serial === null) return null;
  if (time === undefined) return { value: serial, format };
  const clock = readClock(time);
  return clock && { value: serial + clock.value, format: `${format} hh:mm` };
}

/** Excel's day number in the 1900 system, or null for a day that does not exist or lies before 1900. */
export function dateSerial(year: number, month: number, day: number): number | null {
  const instant = Date.UTC(year, month - 1, day);
  const date = new Date(instant);
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = instant / 86_400_000 + 25_569;
  // Excel counts a 29 February 1900 that never was.
  return serial < 61 ? serial - 1 : serial;
}
