/**
 * Whether a number format (as `Range.numberFormat` gives it, in English) shows a number as a day. Literal texts,
 * colours, conditions and locales in brackets are no part of the pattern; times of day alone are no days.
 */
export function isDateFormat(format: string): boolean {
  const [positive = ""] = format.split(";");
  const pattern = positive
    .replace(/"[^"]*"/gu, "")
    .replace(/\\./gu, "")
    .replace(/[_*]./gu, "")
    .replace(/\[[^\]]*\]/gu, "")
    .toLowerCase();
  if (pattern === "general" || pattern === "@") return false;
  return /[dy]/u.test(pattern) || /^m{3,5}$/u.test(pattern.trim());
}
