import { formatValue, isDateFormat } from "../xlsx/hucre.ts";
import { type Culture } from "./culture.ts";
import { type CellContent } from "./operations.ts";
import { GENERAL } from "./sheet.ts";
import { TEXT_FORMAT } from "./typing.ts";

/** What a cell shows: its `Range.text`. Column widths are not minded, so no `####`. */
export function cellText(content: CellContent | null, format: string, culture: Culture, date1904: boolean): string {
  if (content === null) return "";
  const { value } = content;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? culture.trueWord : culture.falseWord;
  if (format === GENERAL || format === TEXT_FORMAT) return general(value).replace(".", culture.decimal);
  const shown = formatValue(value, format, { is1904: date1904 });
  if (culture.decimal === "." || isDateFormat(format)) return shown;
  return shown.replace(/[.,]/g, (mark) => (mark === "." ? culture.decimal : culture.thousands));
}

/** A number without a format: eleven digits at most, powers of ten for the very large and small. */
function general(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size >= 1e11 || size < 1e-9) {
    const [digits = "", power = ""] = value.toExponential(5).split("e");
    const sign = power.startsWith("-") ? "-" : "+";
    const exponent = power.replace(/^[+-]/, "").padStart(2, "0");
    return `${digits.replace(/\.?0+$/, "")}E${sign}${exponent}`;
  }
  return String(Number(value.toPrecision(10)));
}
