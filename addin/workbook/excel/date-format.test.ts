import { expect, test } from "vitest";
import { isDateFormat } from "./date-format.ts";

test.each([
  "dd.mm.yyyy",
  "m/d/yyyy",
  "yyyy-mm-dd hh:mm",
  "[$-426]dd.mm.yyyy;@",
  "mmm yyyy",
  "mmmm",
  'yyyy". gada "d. mmmm',
])("%s shows a day", (format) => expect(isDateFormat(format)).toBe(true));

test.each([
  "General",
  "@",
  "0",
  "0000",
  "#,##0.00",
  '0" days"',
  "[Red]0.00",
  "hh:mm:ss",
  "[h]:mm",
  "0.00E+00",
  "0\\d",
  "#,##0 _d",
])("%s shows no day", (format) => expect(isDateFormat(format)).toBe(false));
