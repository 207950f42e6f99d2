import { expect, test } from "vitest";
import { addWorkingDays } from "./working-days.ts";

test.each([
  ["2026-11-16", 5, "2026-11-23"],
  ["2026-11-20", 1, "2026-11-23"],
  ["2026-11-21", 1, "2026-11-23"],
  ["2026-11-22", 5, "2026-11-27"],
  ["2026-12-31", 2, "2027-01-04"],
  ["2026-11-20", 0, "2026-11-20"],
])("%s and %i working days is %s", (day, count, then) => {
  expect(addWorkingDays(day, count)).toBe(then);
});
