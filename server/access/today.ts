const CALENDAR = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Riga",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in Latvia at `instant` (of the server's clock), `YYYY-MM-DD`. */
export const dayInRiga = (instant: Date): string => CALENDAR.format(instant);
