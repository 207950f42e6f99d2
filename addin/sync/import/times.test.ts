import { expect, test } from "vitest";
import type { Column } from "../../../schema/registers/register.ts";
import { readCell } from "./reading.ts";
import { readTime } from "./times.ts";

test.each([
  ["21.11.2026 10:15", "DMY", "2026-11-21T08:15:00Z"],
  ["21/11/2026, 10:15:30", "DMY", "2026-11-21T08:15:30Z"],
  ["11/21/2026 10:15 PM", "MDY", "2026-11-21T20:15:00Z"],
  ["11/21/2026 12:05 AM", "MDY", "2026-11-20T22:05:00Z"],
  ["5.6.2026 9:05", "MDY", "2026-05-06T06:05:00Z"],
  ["2026. gada 21. novembris plkst. 10.15", "DMY", "2026-11-21T08:15:00Z"],
  ["2026-11-21T10:15:00+02:00", null, "2026-11-21T08:15:00Z"],
  ["2026-11-21T08:15:00.123Z", null, "2026-11-21T08:15:00Z"],
] as const)("%s, read %s, is %s", (text, order, instant) => {
  expect(readTime(text, order)).toBe(instant);
});

test("a day alone, a month that is none and an hour of no clock are no times", () => {
  for (const text of ["21.11.2026", "21.13.2026 10:15", "21.11.2026 25:15", "vakar 10:15"])
    expect(readTime(text, "DMY")).toBeNull();
});

const column: Column = { label: { lv: "Laiks", en: "Time" }, help: { lv: "", en: "" }, type: "datetime" };
const read = (cell: Parameters<typeof readCell>[2]) =>
  readCell("at", column, cell, { from: "COLUMN", index: 0 }, "DMY", "A2");

test("a number shown as a day is read with its time of day, to the second", () => {
  const cell = { value: 46_347.427_083_333_336, text: "21.11.2026 10:15", date: "2026-11-21", time: "10:15:00" };
  expect(read(cell)).toEqual({ ok: true, cell: "2026-11-21T08:15:00Z" });
  expect(read({ value: 46_347, text: "21.11.2026", date: "2026-11-21" })).toMatchObject({
    cell: "2026-11-20T22:00:00Z",
  });
});

test("a bare number is no time; the sentence tells where it stands", () => {
  const answer = read({ value: 46_347.43, text: "46347,43" });
  expect(answer).toMatchObject({ ok: false, refusal: { code: "NOT_A_TIME" } });
  expect(answer.ok ? "" : answer.refusal.message.lv).toMatch(/^A2: /);
});
