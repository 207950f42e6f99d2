import { expect, it, test } from "vitest";
import { addWorkingDays, STATE_WORKING_DAYS } from "./working-days.ts";

test.each([
  // 18 November 2026 is a Wednesday.
  ["2026-11-16", 5, "2026-11-24"],
  ["2026-11-20", 1, "2026-11-23"],
  ["2026-11-22", 5, "2026-11-27"],
  ["2026-11-20", 0, "2026-11-20"],
  // Holidays at the end of the year, and the next begins on a Friday.
  ["2026-12-23", 1, "2026-12-28"],
  ["2026-12-30", 1, "2027-01-04"],
  // 2 January 2026 was moved to Saturday the 17th, 22 June to Saturday the 27th.
  ["2025-12-30", 1, "2026-01-05"],
  ["2026-01-16", 1, "2026-01-17"],
  ["2026-06-19", 2, "2026-06-26"],
  ["2026-06-26", 1, "2026-06-27"],
])("%s and %i working days are %s", (day, count, then) => {
  expect(addWorkingDays(STATE_WORKING_DAYS, day, count)).toBe(then);
});

it("a day that the institution closed does not count, nor does a calendar that never opens hold anybody up", () => {
  const exceptions = [{ day: "2026-11-23", windows: [], why: "Pārcelta", own: false }];
  expect(addWorkingDays({ ...STATE_WORKING_DAYS, exceptions }, "2026-11-20", 1)).toBe("2026-11-24");
  const [law] = STATE_WORKING_DAYS.editions;
  const shut = { editions: law ? [{ ...law, week: [] }] : [], exceptions: [] };
  expect(addWorkingDays(shut, "2026-11-20", 1)).toBe("2027-11-21");
});

it("where no edition holds, the law's working days count", () => {
  expect(addWorkingDays({ editions: [], exceptions: [] }, "2026-11-17", 1)).toBe("2026-11-19");
});
