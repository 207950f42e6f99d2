import type { ServiceCalendar } from "./calendar.ts";
import { dayNumber, dayText } from "./civil-day.ts";
import { daysOf } from "./days.ts";
import { WHOLE_DAY } from "./hours.ts";

/** Working days of a state body by law: Monday to Friday without public holidays, with the days that the Cabinet moves. */
export const STATE_WORKING_DAYS: ServiceCalendar = {
  editions: [
    {
      validFrom: "0001-01-01",
      validTo: null,
      timeZone: "Europe/Riga",
      week: [[WHOLE_DAY], [WHOLE_DAY], [WHOLE_DAY], [WHOLE_DAY], [WHOLE_DAY], [], []],
      holidays: "LV",
      movedDays: true,
      shortDays: false,
    },
  ],
  exceptions: [],
};

/** Whether a calendar has hours on the day of this number; where no edition of it holds, whether the law makes it a working day. */
function isWorkingDay(calendar: ServiceCalendar, day: number): boolean {
  for (const { kind, windows } of daysOf(calendar, day, day + 1)) {
    if (kind !== "OUTSIDE") return windows.length > 0;
  }
  return isWorkingDay(STATE_WORKING_DAYS, day);
}

/** The day that is `count` working days of the calendar after `day` (both `YYYY-MM-DD`). */
export function addWorkingDays(calendar: ServiceCalendar, day: string, count: number): string {
  let at = dayNumber(day);
  // A calendar that is closed for ever has no working days to count: a year without one ends it.
  for (let [left, idle] = [count, 0]; left > 0 && idle < 366; idle++) {
    at++;
    if (!isWorkingDay(calendar, at)) continue;
    left--;
    idle = 0;
  }
  return dayText(at);
}
