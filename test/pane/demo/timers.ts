import type { RowTimers } from "../../../schema/timers/answers.ts";

const HOUR = 3_600;
const COUNTED = { lv: "Pakalpojuma laiks, skaitās", en: "Service time, counted" };
const basis = {
  priority: "P2",
  level: { id: "l1", code: "SL-0001", name: "Dzīvesvietas deklarēšana: līmenis 2026" },
  calendar: { id: "c1", code: "CAL-0001", name: "Darbdienās 8.30–17.00" },
};

/** An incident taken up in time, restored too late over a holiday, and waited for. */
export const DEMO_TIMERS: RowTimers = {
  timers: [
    {
      ...{ ...basis, kind: "REACTION", state: "MET", from: "2026-06-22T06:30:00Z", to: "2026-06-22T06:50:00Z" },
      ...{ target: 60, used: 1_200, clock: 1_200, remaining: 2_400 },
      ...{ due: "2026-06-22T07:30:00Z", warning: "2026-06-22T07:18:00Z" },
      pieces: [
        { kind: "COUNTED", from: "2026-06-22T06:30:00Z", to: "2026-06-22T06:50:00Z", counted: 1_200, why: COUNTED },
      ],
    },
    {
      ...{ ...basis, kind: "RESTORATION", state: "OVERDUE", from: "2026-06-18T11:00:00Z", to: null },
      ...{ target: 240, used: 5 * HOUR, clock: 166 * HOUR, remaining: -HOUR },
      ...{ due: "2026-06-25T06:30:00Z", warning: "2026-06-25T05:42:00Z" },
      pieces: [
        { kind: "COUNTED", from: "2026-06-18T11:00:00Z", to: "2026-06-18T12:00:00Z", counted: HOUR, why: COUNTED },
        {
          ...{ kind: "PAUSED", from: "2026-06-18T12:00:00Z", to: "2026-06-18T14:00:00Z", counted: 0 },
          why: { lv: "Gaida uz: Saņēmējs", en: "Waits for: Recipient" },
        },
        {
          ...{ kind: "CLOSED", from: "2026-06-18T14:00:00Z", to: "2026-06-25T05:30:00Z", counted: 0 },
          why: {
            lv: "Ārpus darba laika: 22.06. darba diena pārcelta uz 27.06.; 23.06. Līgo diena; 24.06. Jāņu diena",
            en: "Outside service hours: 22.06. working day moved to 27.06.; 23.06. Midsummer Eve; 24.06. Midsummer Day",
          },
        },
        { kind: "COUNTED", from: "2026-06-25T05:30:00Z", to: "2026-06-25T09:30:00Z", counted: 4 * HOUR, why: COUNTED },
      ],
    },
  ],
  turns: [{ at: "2026-06-18T11:20:00Z", what: { lv: "Prioritāte: P3 → P2", en: "Priority: P3 → P2" } }],
};
