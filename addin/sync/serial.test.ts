import { expect, test } from "vitest";
import { dayToSerial, serialToDay } from "./serial.ts";

test.each([
  [1900, 1, "1900-01-01"],
  [1900, 59, "1900-02-28"],
  [1900, 61, "1900-03-01"],
  [1900, 36_526, "2000-01-01"],
  [1900, 2_958_465, "9999-12-31"],
  [1904, 0, "1904-01-01"],
  [1904, 35_064, "2000-01-01"],
  [1904, 2_957_003, "9999-12-31"],
] as const)("in the system of %i the serial %i is the day %s, and back", (system, serial, day) => {
  expect(serialToDay(serial, system)).toBe(day);
  expect(dayToSerial(day, system)).toBe(serial);
});

test("a time of day is dropped; the false leap day, days before the system and beyond 9999 are none", () => {
  expect(serialToDay(36_526.75, 1900)).toBe("2000-01-01");
  for (const serial of [60, 0, -1, 2_958_466, NaN]) expect(serialToDay(serial, 1900)).toBeNull();
  expect(serialToDay(-1, 1904)).toBeNull();
  expect(dayToSerial("1899-12-31", 1900)).toBeNull();
  expect(dayToSerial("1903-12-31", 1904)).toBeNull();
  expect(dayToSerial("2023-02-29", 1900)).toBeNull();
});
