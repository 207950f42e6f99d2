import { isTimeZone } from "../calendar/zone-shifts.ts";
import { hoursColumn, hoursReadable } from "./hours-columns.ts";
import { PORTFOLIO_OWNERS } from "./owners.ts";
import { VALIDITY_ORDER, validColumns } from "./periods.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";
import type { Words } from "./words.ts";

/** Columns of the days of the week, Monday first. */
export const WEEKDAY_COLUMNS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const day = (lv: string, en: string, ...also: readonly string[]) =>
  hoursColumn(
    { lv, en },
    {
      lv: "Stundas, piemēram, 08:30–12:00, 12:30–17:00; visa diennakts 00:00–24:00; tukšs – slēgts.",
      en: "Hours, such as 08:30–12:00, 12:30–17:00; a whole day 00:00–24:00; empty means closed.",
    },
    also,
  );

const yesNo = (label: Words, help: Words, also: readonly string[]) =>
  ({ type: "boolean", label, help, also, width: 13 }) as const;

/** Weekly hours of service calendars, from day to day, so that a change of hours leaves the past as it was. */
export const calendarEditions = {
  key: "calendarEditions",
  type: "CalendarEdition",
  label: { lv: "Darba laiku redakcijas", en: "Calendar editions" },
  one: { lv: "Darba laika redakcija", en: "Calendar edition" },
  help: {
    lv: "Nedēļas stundas katram darba laikam, no kuras dienas līdz kurai. Ja stundas mainās, sākas jauna redakcija.",
    en: "Weekly hours of each service calendar, from which day to which. When hours change, a new edition begins.",
  },
  code: { column: "code", prefix: "CE", digits: 4 },
  title: "code",
  namedBy: "code",
  matchBy: ["calendar", "validFrom"],
  columns: {
    code: codeColumn("Redakcijas kods", "Edition code"),
    calendar: {
      type: "reference",
      to: "calendars",
      required: true,
      // Another calendar's hours are another edition: what it was would be lost from the calendar's past.
      lockedFrom: "CURRENT",
      label: { lv: "Darba laiks", en: "Service calendar" },
      help: { lv: "Kura darba laika stundas tās ir.", en: "The calendar whose hours these are." },
      also: ["Kalendārs", "Calendar"],
      width: 30,
    },
    validFrom: { ...validColumns.validFrom, required: true },
    validTo: validColumns.validTo,
    timeZone: {
      type: "text",
      max: 60,
      label: { lv: "Laika josla", en: "Time zone" },
      help: {
        lv: "Piemēram, Europe/Riga; tukšs – iestādes laika josla.",
        en: "Such as Europe/Riga; empty means that of the institution.",
      },
      also: ["Zona", "Zone"],
      width: 16,
    },
    monday: day("Pirmdiena", "Monday", "P", "Pirmd.", "Mon"),
    tuesday: day("Otrdiena", "Tuesday", "O", "Otrd.", "Tue"),
    wednesday: day("Trešdiena", "Wednesday", "T", "Trešd.", "Wed"),
    thursday: day("Ceturtdiena", "Thursday", "C", "Ceturtd.", "Thu"),
    friday: day("Piektdiena", "Friday", "Pk", "Piektd.", "Fri"),
    saturday: day("Sestdiena", "Saturday", "S", "Sestd.", "Sat"),
    sunday: day("Svētdiena", "Sunday", "Sv", "Svētd.", "Sun"),
    holidays: {
      type: "choice",
      options: {
        LV: { label: { lv: "Latvijas, pēc likuma", en: "Latvian, by law" }, also: ["Latvija", "Latvia", "jā", "yes"] },
        NONE: { label: { lv: "Neievēro", en: "None" }, also: ["nav", "nē", "no"] },
      },
      required: true,
      label: { lv: "Svētku dienas", en: "Public holidays" },
      help: {
        lv: "Vai svētku dienās un to vietā noteiktajās brīvdienās ir slēgts.",
        en: "Whether it is closed on public holidays and the days off that come with them.",
      },
      also: ["Brīvdienas", "Holidays"],
      width: 20,
    },
    movedDays: yesNo(
      { lv: "Pārceltās darba dienas", en: "Moved working days" },
      {
        lv: "Vai ievēro Ministru kabineta pārceltās darba dienas (pašvaldības izvēlas pašas).",
        en: "Whether it follows working days moved by the Cabinet (municipalities choose).",
      },
      ["Pārceltās dienas", "Moved days"],
    ),
    shortDays: yesNo(
      { lv: "Saīsinātās dienas", en: "Shortened days" },
      {
        lv: "Vai piecu dienu darba nedēļā dienu pirms svētkiem slēdz stundu agrāk.",
        en: "Whether, in a five-day week, it closes an hour earlier on the day before a public holiday.",
      },
      ["Pirmssvētku dienas", "Short days"],
    ),
    endReason,
    state: currentState,
  },
  lifecycle: currentThenEnded("endCalendarEdition", PORTFOLIO_OWNERS),
  guards: [
    VALIDITY_ORDER,
    ...WEEKDAY_COLUMNS.map(hoursReadable),
    {
      rule: "CALENDAR_ZONE_KNOWN",
      column: "timeZone",
      broken: ({ timeZone }) => typeof timeZone === "string" && !isTimeZone(timeZone),
      message: {
        lv: "Tādas laika joslas nav. Rakstiet, piemēram, Europe/Riga, vai atstājiet tukšu.",
        en: "There is no such time zone. Write Europe/Riga, for example, or leave it empty.",
      },
    },
    {
      rule: "CALENDAR_EDITIONS_APART",
      column: "validFrom",
      broken: ({ state }) => state !== "RETIRED",
      fact: "CALENDAR_EDITION_OVERLAP",
      message: {
        lv: "Tajā pašā laikā šim darba laikam jau ir redakcija: {names}. Mainiet tai vai šai “Spēkā no” un “Spēkā līdz”.",
        en: "The calendar already has an edition for the same time: {names}. Change “Valid from” and “Valid to” of that one or of this.",
      },
    },
  ],
  rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
} as const satisfies Register;
