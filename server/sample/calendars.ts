import type { Cell } from "../../schema/registers/register.ts";

type Cells = Readonly<Record<string, Cell>>;

const EVERY_HOUR = "00:00–24:00";
const workdays = (hours: string): Cells => ({
  ...{ monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
  ...{ holidays: "LV", movedDays: true, shortDays: true },
});
const OFFICE = "Darbdienās 8.30–17.00";

/** Calendars of the sample, one of them the institution's own. */
export const CALENDARS: readonly Cells[] = [
  { name: "24×7", description: "Elektroniskie pakalpojumi bez pārtraukuma." },
  { name: OFFICE, description: "Iestādes darba laiks.", workingDays: true },
  { name: "Darbdienās 9.00–17.00" },
  { name: "Darbdienās 8.00–18.00" },
  { name: "Otrdienās un ceturtdienās 9.00–16.00", description: "Apmeklētāju pieņemšana." },
];

const FROM = { validFrom: "2015-01-01" };

/** Hours of each; the institution's were others until 2024. */
export const CALENDAR_EDITIONS: readonly Cells[] = [
  {
    ...FROM,
    calendar: "24×7",
    ...{ monday: EVERY_HOUR, tuesday: EVERY_HOUR, wednesday: EVERY_HOUR, thursday: EVERY_HOUR },
    ...{ friday: EVERY_HOUR, saturday: EVERY_HOUR, sunday: EVERY_HOUR },
    ...{ holidays: "NONE", movedDays: false, shortDays: false },
  },
  { ...FROM, validTo: "2024-01-01", calendar: OFFICE, ...workdays("08:30–12:00, 12:30–17:00") },
  { validFrom: "2024-01-01", calendar: OFFICE, ...workdays("08:30–17:00") },
  { ...FROM, calendar: "Darbdienās 9.00–17.00", ...workdays("09:00–17:00") },
  { ...FROM, calendar: "Darbdienās 8.00–18.00", ...workdays("08:00–18:00") },
  {
    ...FROM,
    calendar: "Otrdienās un ceturtdienās 9.00–16.00",
    ...{ tuesday: "09:00–16:00", thursday: "09:00–16:00", holidays: "LV", movedDays: false, shortDays: false },
  },
];

/** Days that are otherwise. */
export const CALENDAR_DAYS: readonly Cells[] = [
  { calendar: OFFICE, day: "2026-09-12", hours: "10:00–14:00", why: "Atvērto durvju diena" },
  { calendar: OFFICE, day: "2026-10-30", why: "Arhīva pārvietošana, iestāde slēgta" },
];
