import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { civilToInstant } from "../registers/instants.ts";
import { ALWAYS } from "./always.ts";
import type { CalendarEdition, ServiceCalendar } from "./calendar.ts";
import { type DayWindow, readHours } from "./hours.ts";
import { isOpen } from "../../test/calendar/open-oracle.ts";
import {
  afterServiceSeconds,
  compileServiceTime,
  type Interval,
  serviceSeconds,
  serviceSecondsWithout,
  uniteIntervals,
} from "./service-time.ts";

const OFFICE = readHours("08:30–17:00") ?? [];
const edition = (more: Partial<CalendarEdition> = {}): CalendarEdition => ({
  ...{ validFrom: "2000-01-01", validTo: null, timeZone: "Europe/Riga" },
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  ...{ holidays: "LV", movedDays: true, shortDays: false },
  ...more,
});
const STATE: ServiceCalendar = { editions: [edition()], exceptions: [] };
const riga = (civil: string): number =>
  Date.parse(civilToInstant(`${civil.replace(" ", "T")}:00`, "Europe/Riga")) / 1000;
const time = compileServiceTime(STATE, "2025-01-01", "2027-01-01");
const always = compileServiceTime(ALWAYS, "2025-01-01", "2027-01-01");

describe("worked cases", () => {
  test.each([
    ["2026-01-16 16:00", 120, "2026-01-17 09:30"],
    ["2026-06-18 16:00", 600, "2026-06-25 09:00"],
    ["2026-02-06 16:00", 60, "2026-02-06 17:00"],
    ["2026-02-06 16:00", 61, "2026-02-09 08:31"],
    ["2026-02-07 12:00", 1, "2026-02-09 08:31"],
  ])("%s and %i minutes of service are %s", (from, minutes, due) => {
    expect(afterServiceSeconds(time, riga(from), minutes * 60)).toBe(riga(due));
  });
  test.each([
    ["24×7 over the night that loses an hour", always, "2026-03-28 12:00", "2026-03-30 12:00", 2_820],
    ["24×7 over the night that gains one", always, "2026-10-24 12:00", "2026-10-26 12:00", 2_940],
    ["office hours over it", time, "2026-03-27 16:00", "2026-03-30 10:00", 150],
  ])("%s", (_name, calendar, from, to, minutes) => {
    expect(serviceSeconds(calendar, riga(from), riga(to))).toBe(minutes * 60);
  });
  it("pauses that overlap count once", () => {
    const pauses = [
      { from: riga("2026-02-02 10:00"), to: riga("2026-02-02 12:00") },
      { from: riga("2026-02-02 11:00"), to: riga("2026-02-02 13:00") },
    ];
    const [from, to] = [riga("2026-02-02 09:00"), riga("2026-02-02 16:00")];
    expect(serviceSecondsWithout(time, from, to, pauses)).toBe(240 * 60);
    expect(afterServiceSeconds(time, from, 240 * 60, pauses)).toBe(to);
  });
});

it("the hour before a public holiday is closed where days are shortened, and only the last of several windows", () => {
  const hours = readHours("08:30–12:00, 12:30–17:00") ?? [];
  const week = [hours, hours, hours, hours, hours, [], []];
  const short = compileServiceTime(
    { editions: [edition({ week, shortDays: true })], exceptions: [] },
    "2026-12-01",
    "2027-01-01",
  );
  const on = (day: string) => serviceSeconds(short, riga(`${day} 00:00`), riga(`${day} 23:59`)) / 3600;
  expect(["2026-12-22", "2026-12-23", "2026-12-24", "2026-12-28", "2026-12-30", "2026-12-31"].map(on)).toEqual([
    ...[8, 7, 0],
    ...[8, 7, 0],
  ]);
});

it("of what says something about a day the nearest counts", () => {
  const exceptions = [
    { day: "2026-01-17", windows: [], why: "slēgts", own: true },
    { day: "2026-01-17", windows: [{ from: 0, to: 60 }], why: "visiem", own: false },
    { day: "2026-06-23", windows: [{ from: 600, to: 660 }], why: "dežūra", own: false },
  ];
  const on = (calendar: ServiceCalendar, day: string) =>
    serviceSeconds(
      compileServiceTime(calendar, "2026-01-01", "2027-01-01"),
      riga(`${day} 00:00`),
      riga(`${day} 23:59`),
    );
  expect(on({ ...STATE, exceptions }, "2026-01-17")).toBe(0);
  expect(on({ ...STATE, exceptions }, "2026-06-23")).toBe(3_600);
  // What closes the offices does not stop a service that keeps no holidays.
  const shut = [{ day: "2026-06-22", windows: [], why: "iestāde slēgta", own: false }];
  const free = { editions: [edition({ holidays: "NONE", movedDays: false })], exceptions: shut };
  expect(on(free, "2026-06-22")).toBe(8.5 * 3_600);
  expect(on({ ...STATE, exceptions: shut }, "2026-06-25")).toBe(8.5 * 3_600);
});

it("what was not compiled is not answered", () => {
  expect(() => serviceSeconds(time, riga("2024-12-31 12:00"), riga("2025-01-02 12:00"))).toThrow(RangeError);
  expect(afterServiceSeconds(time, riga("2026-12-30 12:00"), 86_400)).toBeNull();
});

/** Minutes of a day, in steps that make odd hours and windows that touch. */
const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((marks) => marks.toSorted((a, b) => a - b))
  .map((marks) =>
    marks.flatMap((from, at): DayWindow[] =>
      at % 2 === 0 && marks[at + 1] !== undefined ? [{ from: from * 15, to: (marks[at + 1] ?? 0) * 15 }] : [],
    ),
  );
const ZONES = ["Europe/Riga", "America/New_York", "Australia/Lord_Howe"] as const;
/** Days over which a zone's clock jumps, and holidays. */
const DAYS = ["2026-03-27", "2026-10-23", "2026-03-06", "2026-10-30", "2026-04-02", "2026-12-22", "2026-01-15"];
const DAY = 86_400;

const cases = fc.record({
  week: fc.array(windows, { minLength: 7, maxLength: 7 }),
  next: fc.array(windows, { minLength: 7, maxLength: 7 }),
  zone: fc.constantFrom(...ZONES),
  day: fc.constantFrom(...DAYS),
  holidays: fc.constantFrom("LV" as const, "NONE" as const),
  movedDays: fc.boolean(),
  shortDays: fc.boolean(),
  change: fc.integer({ min: 0, max: 6 }),
  exception: fc.option(fc.tuple(fc.integer({ min: 0, max: 4 }), windows, fc.boolean()), { nil: null }),
  from: fc.integer({ min: 0, max: 2 * 1440 }),
  length: fc.integer({ min: 0, max: 3 * 1440 }),
  pauses: fc.array(fc.tuple(fc.integer({ min: -300, max: 4_000 }), fc.integer({ min: 0, max: 900 })), { maxLength: 4 }),
});

const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY * 1000).toISOString().slice(0, 10);

test("a brute force that looks at the clock minute by minute agrees, and the due time is the inverse", () => {
  const property = fc.property(cases, (one) => {
    const { zone: timeZone, holidays, movedDays, shortDays, exception, day } = one;
    const change = later(day, one.change);
    const same = { timeZone, holidays, movedDays, shortDays };
    const calendar: ServiceCalendar = {
      editions: [
        { ...same, validFrom: later(day, -1), validTo: change, week: one.week },
        { ...same, validFrom: change, validTo: null, week: one.next },
      ],
      exceptions: exception
        ? [{ day: later(day, exception[0]), windows: exception[1], own: exception[2], why: "x" }]
        : [],
    };
    const compiled = compileServiceTime(calendar, later(day, -1), later(day, 9));
    const start = Date.parse(`${day}T12:00:00Z`) / 1000;
    const from = start + one.from * 60;
    const to = from + one.length * 60;
    const pauses = one.pauses.map(([at, length]): Interval => ({
      from: start + at * 60,
      to: start + (at + length) * 60,
    }));
    const paused = (at: number) => pauses.some((pause) => pause.from <= at && at < pause.to);
    let [open, free, reached] = [0, 0, from];
    for (let at = from; at < to; at += 60) {
      if (!isOpen(calendar, at)) continue;
      open += 60;
      if (paused(at)) continue;
      free += 60;
      reached = at + 60;
    }
    expect(serviceSeconds(compiled, from, to)).toBe(open);
    expect(serviceSecondsWithout(compiled, from, to, pauses)).toBe(free);
    // The first instant by which so much had passed: the end of the last minute that counted.
    expect(afterServiceSeconds(compiled, from, free, pauses)).toBe(reached);
  });
  fc.assert(property, { numRuns: 60, seed: 20_261_121 });
});

it("intervals are united, those that touch too, empty ones fall away", () => {
  const of = (...pairs: (readonly [number, number])[]) => pairs.map(([from, to]) => ({ from, to }));
  expect(uniteIntervals(of([5, 9], [1, 2], [2, 3], [7, 8], [4, 4], [9, Infinity]))).toEqual(of([1, 3], [5, Infinity]));
});
