import { hoursColumn, hoursReadable } from "./hours-columns.ts";
import { PORTFOLIO_OWNERS } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** Single days on which a calendar departs from its hours, both ways: closed days and extra open ones. */
export const calendarDays = {
  key: "calendarDays",
  type: "CalendarDay",
  label: { lv: "Darba laiku izņēmumi", en: "Calendar exceptions" },
  one: { lv: "Darba laika izņēmums", en: "Calendar exception" },
  help: {
    lv: "Dienas, kurās stundas ir citas: slēgtas dienas, darba sestdienas, iestādes pārceltas dienas.",
    en: "Days with other hours: closed days, working Saturdays, days that the institution moves.",
  },
  code: { column: "code", prefix: "CD", digits: 4 },
  title: "code",
  namedBy: "code",
  matchBy: ["calendar", "day"],
  columns: {
    code: codeColumn("Izņēmuma kods", "Exception code"),
    calendar: {
      type: "reference",
      to: "calendars",
      lockedFrom: "CURRENT",
      label: { lv: "Darba laiks", en: "Service calendar" },
      help: {
        lv: "Kuram darba laikam; tukšs – visiem, kas ievēro svētku vai pārceltās dienas.",
        en: "For which calendar; empty means all that follow public holidays or moved days.",
      },
      also: ["Kalendārs", "Calendar"],
      width: 30,
    },
    day: {
      type: "date",
      notBefore: "1900-01-01",
      required: true,
      label: { lv: "Diena", en: "Day" },
      help: { lv: "Kurā dienā.", en: "On which day." },
      also: ["Datums", "Date"],
      width: 13,
    },
    hours: hoursColumn(
      { lv: "Stundas", en: "Hours" },
      {
        lv: "Šīs dienas stundas, piemēram, 09:00–13:00; tukšs – slēgts.",
        en: "The hours of this day, such as 09:00–13:00; empty means closed.",
      },
      ["Darba stundas", "Open"],
    ),
    why: {
      type: "text",
      max: 500,
      required: true,
      label: { lv: "Kāpēc", en: "Why" },
      help: { lv: "Iemesls, piemēram, inventarizācija.", en: "The reason, such as stocktaking." },
      also: ["Iemesls", "Piezīme", "Reason", "Note"],
      width: 36,
    },
    endReason,
    state: currentState,
  },
  lifecycle: currentThenEnded("endCalendarDay", PORTFOLIO_OWNERS),
  guards: [
    hoursReadable("hours"),
    {
      rule: "CALENDAR_DAY_ONCE",
      column: "day",
      broken: ({ state }) => state !== "RETIRED",
      fact: "CALENDAR_DAY_TWICE",
      message: {
        lv: "Šai dienai jau ir izņēmums: {names}. Labojiet to.",
        en: "There is an exception for this day already: {names}. Change that one.",
      },
    },
  ],
  rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
} as const satisfies Register;
