import { type Culture } from "./culture.ts";
import { serialOf } from "./days.ts";
import { type CellContent } from "./operations.ts";
import { GENERAL } from "./sheet.ts";

/** How the text of a cell is read: by whose habits, in which date system, in which year when none is written. */
export interface TypingRules {
  readonly culture: Culture;
  readonly date1904: boolean;
  readonly year: number;
}

/** What a cell comes to hold; `format` when Excel would give a General cell one, as for a date. */
export interface Typed {
  readonly content: CellContent | "";
  readonly format?: string;
}

export const TEXT_FORMAT = "@";

const text = (value: string): Typed => ({ content: value === "" ? "" : { value } });

/**
 * What Excel makes of a value written into a cell of the given number format, typed by a person or set through
 * `Range.values`. A text cell (`@`) takes everything as text as it stands. Elsewhere texts that look like formulas,
 * numbers, days, times or truth values become those; a leading apostrophe keeps the rest a text.
 */
export function typed(value: unknown, format: string, rules: TypingRules): Typed {
  if (typeof value === "boolean" || typeof value === "number") {
    const shown = typeof value === "boolean" ? String(value).toUpperCase() : String(value);
    return format === TEXT_FORMAT ? text(shown) : { content: { value } };
  }
  const written = typeof value === "string" ? value : "";
  if (written === "" || format === TEXT_FORMAT) return text(written);
  if (written.startsWith("'")) return text(written.slice(1));
  const read = formula(written) ?? plain(written.trim(), rules);
  if (!read) return text(written);
  return format === GENERAL ? read : { content: read.content };
}

/**
 * `=1+1`, and what Excel takes for the beginning of one: `+a`, `-a`, `@a`. Signed numbers are numbers. Of words in a
 * row, such as `- to do`, Excel would say that they are no formula; here they stay the text they are.
 */
function formula(written: string): Typed | null {
  const first = written.charAt(0);
  if (written.length < 2 || !"=+-@".includes(first)) return null;
  if (first !== "=") {
    if (/^[+-]\s*[\d.,]/.test(written) && !/\d\s*[-+*/^&(]/.test(written)) return null;
    if (/[\p{L}\p{N})]\s+[\p{L}\p{N}(]/u.test(written)) return null;
  }
  return { content: { value: 0, formula: first === "=" ? written : `=${written}` } };
}

const ERRORS = new Set(["#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);

function plain(written: string, rules: TypingRules): Typed | null {
  const upper = written.toUpperCase();
  if (ERRORS.has(upper)) return { content: { value: upper, error: true } };
  if (upper === "TRUE" || upper === rules.culture.trueWord) return { content: { value: true } };
  if (upper === "FALSE" || upper === rules.culture.falseWord) return { content: { value: false } };
  return number(written, rules.culture) ?? day(written, rules) ?? time(written) ?? moment(written, rules);
}

/** Excel keeps fifteen digits of a number. */
const DIGITS = 15;
const fifteenDigits = (value: number): number => Number(value.toPrecision(DIGITS));

/** Of a typed number's digits the first fifteen; Excel writes zeros for the rest. */
function firstDigits(written: string): string {
  let seen = 0;
  return written.replace(/\d/g, (digit) => {
    if (seen > 0 || digit !== "0") seen++;
    return seen > DIGITS ? "0" : digit;
  });
}

function number(written: string, culture: Culture): Typed | null {
  const { decimal } = culture;
  const group = culture.thousands === "," ? "," : "[ \\u00a0\\u202f]";
  const point = decimal === "," ? "," : "\\.";
  const pattern = new RegExp(
    `^([+-]?)([€$]?)((?:\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${point}\\d*)?)(?:e([+-]?\\d{1,3}))?\\s?([%€]?)$`,
    "i",
  );
  const match = pattern.exec(written);
  const [, sign = "", before = "", digits = "", exponent = "0", after = ""] = match ?? [];
  if (!match || !/\d/.test(digits)) return null;
  const bare = digits.replace(new RegExp(group, "g"), "").replace(decimal, ".");
  const size = Number(`${firstDigits(bare)}e${exponent}`) / (after === "%" ? 100 : 1);
  if (!Number.isFinite(size)) return null;
  const content = { value: fifteenDigits(sign === "-" ? -size : size) };
  if (after === "%") return { content, format: bare.includes(".") ? "0.00%" : "0%" };
  if (before !== "" || after === "€") return { content, format: before === "$" ? "$#,##0.00" : "#,##0.00 €" };
  return exponent !== "0" ? { content, format: "0.00E+00" } : { content };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function day(written: string, rules: TypingRules): Typed | null {
  const { shortDate } = rules.culture;
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(written);
  if (iso) return dated(rules, iso[1], iso[2], iso[3], shortDate);
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*(?:[- ](\d{2,4}))?$/i.exec(written);
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1;
    return month > 0 ? dated(rules, named[3], String(month), named[1], named[3] ? "d-mmm-yy" : "d-mmm") : null;
  }
  if (rules.culture.name === "lv-LV") {
    const parts = /^(\d{1,2})[./-](\d{1,2})(?:[./-](?:(\d{2}|\d{4})\.?)?)?$/.exec(written);
    return parts && dated(rules, parts[3], parts[2], parts[1], parts[3] ? shortDate : "dd.mmm");
  }
  const parts = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2}|\d{4}))?$/.exec(written);
  return parts && dated(rules, parts[3], parts[1], parts[2], parts[3] ? shortDate : "d-mmm");
}

function dated(
  rules: TypingRules,
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
  format: string,
): Typed | null {
  const written = year === undefined ? rules.year : Number(year);
  const century = year?.length === 2 ? (written < 30 ? 2000 : 1900) : 0;
  const serial = serialOf(century + written, Number(month), Number(dayOfMonth), rules.date1904);
  return serial === null ? null : { content: { value: serial }, format };
}

function time(written: string): Typed | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])m?)?$/i.exec(written);
  if (!match) return null;
  const [, hours = "0", minutes = "0", seconds = "0", half] = match;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hours);
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const value = fifteenDigits((hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400);
  return { content: { value }, format: match[3] ? "h:mm:ss" : "h:mm" };
}

/** A day and, after a blank or a `T`, a time. */
function moment(written: string, rules: TypingRules): Typed | null {
  const [, first, second] = /^(\S+?)(?:\s+|T)(\d{1,2}:\S+(?:\s*[ap]m?)?)$/i.exec(written) ?? [];
  const date = first === undefined ? null : day(first, rules);
  const clock = second === undefined ? null : time(second);
  if (!date || !clock || date.content === "" || clock.content === "") return null;
  const value = Number(date.content.value) + Number(clock.content.value);
  return { content: { value }, format: `${date.format ?? ""} ${clock.format ?? ""}` };
}
