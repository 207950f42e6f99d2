import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { readInstant } from "./instants.ts";

/** The same without any short way. */
function read(text: string): string | null {
  try {
    return Temporal.Instant.from(text.trim()).toString({ smallestUnit: "second" });
  } catch {
    return null;
  }
}

test("an instant in the form in which it is kept is read as it is", () => {
  for (const text of ["2026-01-05T08:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-29T12:00:00Z"])
    expect(readInstant(text)).toBe(text);
});

test("what only looks so is read, or refused, as any other text", () => {
  const odd = [
    ...["2026-02-29T08:00:00Z", "2026-02-30T08:00:00Z", "2026-13-01T08:00:00Z", "2026-00-01T08:00:00Z"],
    ...["2026-01-00T08:00:00Z", "2026-01-05T24:00:00Z", "2026-01-05T23:60:00Z", "2016-12-31T23:59:60Z"],
    ...["2026-01-05T08:00:61Z", " 2026-01-05T08:00:00Z ", "2026-01-05T08:00:00.999Z", "2026-01-05T08:00:00+02:00"],
    ...["2026-01-05T08:00:00Z\n", "1900-02-29T00:00:00Z", "2000-02-29T00:00:00Z", "2026-04-31T00:00:00Z"],
  ];
  for (const text of odd) expect(readInstant(text), text).toBe(read(text));
});

test("any digits in that form are read as without the short way", () => {
  const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, "0"));
  const four = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, "0"));
  const texts = fc
    .tuple(four, two, two, two, two, two)
    .map(([y, mo, d, h, mi, s]) => `${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  const near = fc
    .date({ min: new Date(0), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true })
    .map((at) => `${at.toISOString().slice(0, 19)}Z`);
  fc.assert(
    fc.property(fc.oneof(texts, near), (text) => {
      expect(readInstant(text)).toBe(read(text));
    }),
    { seed: 8, numRuns: 500 },
  );
});
