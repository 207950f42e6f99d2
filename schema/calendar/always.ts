import type { ServiceCalendar } from "./calendar.ts";
import { WHOLE_DAY } from "./hours.ts";

/** 24×7: what counts for a service without a calendar. */
export const ALWAYS: ServiceCalendar = {
  editions: [
    {
      validFrom: "0001-01-01",
      validTo: null,
      timeZone: "UTC",
      week: Array.from({ length: 7 }, () => [WHOLE_DAY]),
      holidays: "NONE",
      movedDays: false,
      shortDays: false,
    },
  ],
  exceptions: [],
};
