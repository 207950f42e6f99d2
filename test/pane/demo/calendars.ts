import { ServerError } from "../../../addin/sync/server.ts";
import type { CalendarService } from "../../../addin/taskpane/pages/calendar/port.ts";
import type { ServiceCalendar } from "../../../schema/calendar/calendar.ts";
import { readHours } from "../../../schema/calendar/hours.ts";
import { yearOf } from "../../../schema/calendar/year.ts";
import type { Scenario } from "./scenario.ts";

const hours = readHours("08:30–12:00, 12:30–17:00") ?? [];
const OFFICE: ServiceCalendar = {
  editions: [
    {
      ...{ validFrom: "2020-01-01", validTo: "2027-07-01", timeZone: "Europe/Riga", holidays: "LV" },
      week: [hours, hours, hours, hours, hours, [], []],
      ...{ movedDays: true, shortDays: true },
    },
  ],
  exceptions: [
    { day: "2026-09-12", windows: [{ from: 600, to: 840 }], why: "Atvērto durvju diena", own: true },
    { day: "2026-10-30", windows: [], why: "Arhīva pārvietošana", own: true },
  ],
};
const NONE: ServiceCalendar = { editions: [], exceptions: [] };

/** An office's calendar and one that nobody has given hours yet. */
export function demoCalendars(scenario: Scenario): CalendarService {
  const answer = async <T>(value: T): Promise<T> => {
    if (scenario.fails) throw new ServerError(scenario.fails, "Demo failure");
    return value;
  };
  return {
    calendars: () =>
      answer([
        { id: "c1", code: "CAL-0001", name: "Darbdienās 8.30–17.00" },
        { id: "c2", code: "CAL-0002", name: "Jauns kalendārs" },
      ]),
    year: (calendar, year) => answer(yearOf(calendar === "c1" ? OFFICE : NONE, year)),
  };
}
