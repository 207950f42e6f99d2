import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { ServiceCalendar } from "../calendar/calendar.ts";
import { readHours } from "../calendar/hours.ts";
import { compileServiceTime, serviceSecondsWithout } from "../calendar/service-time.ts";
import { civilToInstant } from "../registers/instants.ts";
import { timing, type TimerFacts } from "./timer.ts";
import { explain } from "./why.ts";

const hours = readHours("08:30–17:00") ?? [];
const OFFICE: ServiceCalendar = {
  editions: [
    {
      ...{ validFrom: "2020-01-01", validTo: null, timeZone: "Europe/Riga", holidays: "LV" },
      week: [hours, hours, hours, hours, hours, [], []],
      ...{ movedDays: true, shortDays: false },
    },
  ],
  exceptions: [{ day: "2026-06-19", windows: [], why: "Inventarizācija", own: true }],
};
const time = compileServiceTime(OFFICE, "2026-01-01", "2027-01-01");
const riga = (civil: string): number =>
  Date.parse(civilToInstant(`2026-${civil.replace(" ", "T")}:00`, "Europe/Riga")) / 1000;
const MINUTE = 60;
const HOUR = 3_600;
const facts = (more: Partial<TimerFacts>): TimerFacts => ({
  ...{ from: riga("02-02 09:00"), to: null, target: 4 * HOUR, pauses: [] },
  ...more,
});
const to = (civil: string) => ({ to: riga(civil) });

describe("how a timer stands", () => {
  test.each([
    ["RUNNING", "02-02 12:00", {}],
    ["WARNING", "02-02 12:12", {}],
    ["WARNING", "02-02 13:00", {}],
    ["OVERDUE", "02-02 13:01", {}],
    ["MET", "02-20 13:01", to("02-02 13:00")],
    ["BREACHED", "02-20 13:01", to("02-02 13:01")],
    ["MET", "02-20 13:01", to("02-01 13:01")],
    ["NO_TARGET", "02-20 13:01", { target: null }],
    ["PAUSED", "02-02 11:00", { pauses: [{ from: riga("02-02 10:00"), to: Infinity }] }],
    ["OVERDUE", "02-02 16:00", { pauses: [{ from: riga("02-02 15:00"), to: Infinity }] }],
  ] as const)("%s at %s", (state, now, more) => {
    expect(timing(time, facts(more), riga(now)).state).toBe(state);
  });

  it("due, warning and what remains follow the pauses; overlapping ones count once", () => {
    const pauses = [
      { from: riga("02-02 10:00"), to: riga("02-02 12:00") },
      { from: riga("02-02 11:00"), to: riga("02-02 13:00") },
    ];
    expect(timing(time, facts({ pauses }), riga("02-02 14:00"))).toEqual({
      ...{ state: "RUNNING", used: 2 * HOUR, clock: 5 * HOUR, remaining: 2 * HOUR },
      ...{ due: riga("02-02 16:00"), warning: riga("02-02 15:12") },
    });
    expect(timing(time, facts({ pauses: [{ from: riga("02-02 10:00"), to: Infinity }] }), riga("02-03 10:00"))).toEqual(
      {
        ...{ state: "PAUSED", used: HOUR, clock: 25 * HOUR, remaining: 3 * HOUR, due: null, warning: null },
      },
    );
  });

  it("another target is another due time, over the whole time", () => {
    const now = riga("02-02 11:00");
    expect(timing(time, facts({ target: HOUR }), now)).toMatchObject({
      state: "OVERDUE",
      remaining: -HOUR,
      due: riga("02-02 10:00"),
    });
    expect(timing(time, facts({ target: 9 * HOUR }), now)).toMatchObject({
      state: "RUNNING",
      due: riga("02-03 09:30"),
    });
  });
});

describe("why", () => {
  const FOR = { lv: "Gaida uz saņēmēju", en: "Waits for the recipient" };

  it("tells every stretch: counted, paused and for whom, closed and why", () => {
    const span = { from: riga("06-18 16:00"), to: riga("06-25 09:30") };
    const pauses = [{ from: riga("06-18 16:30"), to: riga("06-25 08:45"), forWhom: FOR }];
    const pieces = explain(OFFICE, time, span, pauses, "Europe/Riga");
    expect(
      pieces.map(({ kind, from, to: until, counted }) => [kind, (until - from) / MINUTE, counted / MINUTE]),
    ).toEqual([
      ["COUNTED", 30, 30],
      ["PAUSED", 30, 0],
      ["CLOSED", (6 * 24 + 15.5) * 60, 0],
      ["PAUSED", 15, 0],
      ["COUNTED", 45, 45],
    ]);
    expect(pieces[1]?.why).toEqual(FOR);
    expect(pieces[2]?.why).toEqual({
      lv: "Ārpus darba laika: 19.06. Inventarizācija; 22.06. darba diena pārcelta uz 27.06.; 23.06. Līgo diena; 24.06. Jāņu diena",
      en: "Outside service hours: 19.06. Inventarizācija; 22.06. working day moved to 27.06.; 23.06. Midsummer Eve; 24.06. Midsummer Day",
    });
  });

  test("stretches follow one another without a gap, and what they count is what the timer counted", () => {
    const minute = fc.integer({ min: 0, max: 20 * 24 * 60 });
    const property = fc.property(
      minute,
      minute,
      fc.array(fc.tuple(minute, minute), { maxLength: 4 }),
      (one, other, all) => {
        const at = (minutes: number) => riga("03-20 00:00") + minutes * MINUTE;
        const span = { from: at(Math.min(one, other)), to: at(Math.max(one, other)) };
        const pauses = all.map(([from, until]) => ({ from: at(from), to: at(Math.max(from, until)), forWhom: FOR }));
        const pieces = explain(OFFICE, time, span, pauses, "Europe/Riga");
        expect(pieces.reduce((sum, { counted }) => sum + counted, 0)).toBe(
          serviceSecondsWithout(time, span.from, span.to, pauses),
        );
        let last = span.from;
        for (const piece of pieces) {
          expect(piece.from).toBe(last);
          expect(piece.to).toBeGreaterThan(piece.from);
          last = piece.to;
        }
        expect(last).toBe(span.to);
      },
    );
    fc.assert(property, { numRuns: 100, seed: 20_261_121 });
  });
});
