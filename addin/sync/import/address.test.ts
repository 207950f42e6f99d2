import { expect, test } from "vitest";
import { addressStart, cellAddress, columnLetters } from "./address.ts";

test("addresses start where Excel says, with or without sheet, quotes and dollars", () => {
  expect(addressStart("'Mana ! lapa'!$B$4:F20")).toEqual({ row: 3, column: 1 });
  expect(addressStart("AA10")).toEqual({ row: 9, column: 26 });
  expect(addressStart("C:F")).toEqual({ row: 0, column: 2 });
});
test("cells are named within a range that does not start at A1", () => {
  expect(cellAddress("Lapa!B4:F20", 2, 1)).toBe("C6");
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});
