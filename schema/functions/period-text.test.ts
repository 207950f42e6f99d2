import fc from "fast-check";
import { expect, test } from "vitest";
import { periodOf } from "../measuring/periods.ts";
import { PERIODS } from "../measuring/results.ts";
import { periodText, readPeriodText } from "./period-text.ts";

test.each([
  ["2026", "YEAR", "2026-01-01"],
  ["2026-Q1", "QUARTER", "2026-01-01"],
  ["2026 q4", "QUARTER", "2026-10-01"],
  ["2026-03", "MONTH", "2026-03-01"],
  ["2026-3", "MONTH", "2026-03-01"],
  ["2026-W12", "WEEK", "2026-03-16"],
  ["2026-w1", "WEEK", "2025-12-29"],
  ["2020-W53", "WEEK", "2020-12-28"],
  ["2026-03-15", null, "2026-03-15"],
  [" 15.03.2026. ", null, "2026-03-15"],
])("“%s” is a period: %s from %s on", (text, kind, from) => {
  const read = readPeriodText(text) ?? expect.unreachable();
  expect(read.kind).toBe(kind);
  expect(read.kind === null ? read.day : periodOf(read.kind, read.day).from).toBe(from);
});

test.each(["", "marts", "2026-13", "2026-00", "2026-Q5", "2026-W00", "2026-W54", "2025-W53", "2026-02-30", "26-03"])(
  "“%s” is no period",
  (text) => expect(readPeriodText(text)).toBeNull(),
);

test("a period is read as it was written, whichever it is", () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...PERIODS), days, (kind, day) => {
      const period = periodOf(kind, day);
      const read = readPeriodText(periodText(period)) ?? expect.unreachable();
      // A day says no length of its own.
      expect(periodOf(read.kind ?? "DAY", read.day)).toEqual(period);
    }),
    { seed: 20_261_121 },
  );
});
