import { describe, expect, test } from "vitest";
import { readNumber } from "./numbers.ts";

describe("numbers as people write them", () => {
  test.each([
    ["8 836 132 814", 8836132814],
    ["8\u00a0836\u202f132", 8836132],
    ["1 234,5", 1234.5],
    ["1.234,56", 1234.56],
    ["1,234.56", 1234.56],
    ["1.234.567", 1234567],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["−5", -5],
    ["0", 0],
    ["1'234", 1234],
  ])("%s is %d", (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
  test.each(["", "-", "1,2,3", "1.2.3", "12 gab.", "1,", "15%", "1.23.456", "nav"])("“%s” is no number", (text) => {
    expect(readNumber(text)).toBeNull();
  });
  test("three digits after a single sign are a group only where whole numbers are wanted", () => {
    expect(readNumber("1,234")).toBe(1.234);
    expect(readNumber("1,234", true)).toBe(1234);
    expect(readNumber("1,23", true)).toBe(1.23);
  });
});
