import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilToInstant, instantToCivil, USUAL_ZONE } from "../../schema/registers/instants.ts";
import type { Column, Register } from "../../schema/registers/register.ts";
import { services } from "../../schema/registers/services.ts";
import { civilOf, civilText, instantOf } from "./civil-time.ts";
import { codecsOf, type ColumnCodec } from "./codec.ts";
import { secondsToSerial, serialToSeconds } from "./serial.ts";

const column: Column = { label: { lv: "Laiks", en: "Time" }, help: { lv: "", en: "" }, type: "datetime" };
const register: Register = { ...services, columns: { at: column } };
const codec = (dates: 1900 | 1904): ColumnCodec => codecsOf(register, "lv", dates)[0]!;

const SYSTEMS = [1900, 1904] as const;
/** Weekends of the change to and from summer time, UTC, with a day around each; and any time at all. */
const CHANGES = ["1997-03-30", "1997-10-26", "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"];
const instants = fc
  .oneof(
    fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -86_400, max: 172_800 }))
      .map(([day, seconds]) => Date.parse(`${day}T00:00:00Z`) / 1_000 + seconds),
    fc.integer({ min: Date.parse("1905-01-01") / 1_000, max: Date.parse("2199-12-31") / 1_000 }),
  )
  .map((seconds) => `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`);

describe("the clock of Riga, hour by hour remembered", () => {
  test("shows what the calendar's own arithmetic says", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(civilText(civilOf(instant))).toBe(instantToCivil(instant, USUAL_ZONE));
      }),
      { numRuns: 500 },
    );
  });

  test("and means the same instant, of doubled and skipped hours too", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        // Any civil time near a change, the skipped ones included.
        const civil = Date.parse(instant) / 1_000;
        expect(instantOf(civil)).toBe(civilToInstant(civilText(civil), USUAL_ZONE));
      }),
      { numRuns: 500 },
    );
  });
});

describe.each(SYSTEMS)("date-and-time cells in the system of %i", (system) => {
  test("what Saime wrote is no edit, and reads back to what the clock shows", () => {
    const time = codec(system);
    fc.assert(
      fc.property(instants, (instant) => {
        const shown = time.show(instant);
        expect(typeof shown).toBe("number");
        expect(time.says(shown, instant)).toBe(true);
        // Seconds stay; of a doubled hour the first is read.
        expect(civilOf(String(time.read(shown).cell))).toBe(civilOf(instant));
      }),
      { numRuns: 500 },
    );
  });

  test("a second more or less is an edit, unless the clock shows the same", () => {
    const time = codec(system);
    fc.assert(
      fc.property(instants, fc.constantFrom(-3_600, -60, -1, 1, 60, 3_600), (instant, by) => {
        const other = `${new Date(Date.parse(instant) + by * 1_000).toISOString().slice(0, 19)}Z`;
        expect(time.says(time.show(other), instant)).toBe(
          instantToCivil(other, USUAL_ZONE) === instantToCivil(instant, USUAL_ZONE),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("the serial of every second comes back to it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_050_000_000, max: 7_000_000_000 }), (seconds) => {
        const serial = secondsToSerial(seconds, system);
        if (serial !== null) expect(serialToSeconds(serial, system)).toBe(seconds);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a date-and-time cell", () => {
  const time = codec(1900);

  test("autumn's doubled hour: neither of the two is an edit, each shown alike", () => {
    const [first, second] = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"] as const;
    expect(time.show(first)).toBe(time.show(second));
    for (const instant of [first, second]) {
      expect(time.says(time.show(instant), instant)).toBe(true);
      expect(time.says("25.10.2026 03:30", instant)).toBe(true);
    }
    expect(time.read(time.show(second)).cell).toBe(first);
    // A text with an offset says which of the two it means.
    expect(time.says("2026-10-25T03:30:00+02:00", first)).toBe(false);
    expect(time.says("2026-10-25T03:30:00+02:00", second)).toBe(true);
  });

  test("spring's skipped hour is moved on by it", () => {
    expect(time.read(46_110 + 3.5 / 24).cell).toBe("2026-03-29T01:30:00Z");
    expect(time.read("29.03.2026 03:30").cell).toBe("2026-03-29T01:30:00Z");
  });

  test.each([
    ["21.11.2026 10:15", "2026-11-21T08:15:00Z"],
    ["2026-11-21 10:15:30", "2026-11-21T08:15:30Z"],
    ["2026-11-21T10:15:00+02:00", "2026-11-21T08:15:00Z"],
    ["2026-11-21T08:15:00Z", "2026-11-21T08:15:00Z"],
    ["21.07.2026. plkst. 10.15", "2026-07-21T07:15:00Z"],
  ])("typed as %s it is %s", (typed, instant) => {
    expect(time.read(typed)).toEqual({ cell: instant });
    expect(time.says(typed, instant)).toBe(true);
  });

  test("a time without a day, a word and an error are refused as typed", () => {
    expect(time.read(0.5)).toMatchObject({ cell: 0.5, refusal: { code: "NOT_A_TIME", column: "at" } });
    expect(time.read("rīt")).toMatchObject({ cell: "rīt", refusal: { code: "NOT_A_TIME" } });
    expect(time.read({ fault: "#N/A" })).toMatchObject({ refusal: { code: "CELL_ERROR" } });
  });

  test("a time before the date system stays text that reads back", () => {
    const old = "1899-06-01T10:00:00Z";
    expect(typeof time.show(old)).toBe("string");
    expect(time.says(time.show(old), old)).toBe(true);
  });
});
