import { readHours } from "../calendar/hours.ts";
import type { Column, Guard } from "./register.ts";
import type { Words } from "./words.ts";

/** Hours of a day as people write them, in one cell. */
export const hoursColumn = (label: Words, help: Words, also: readonly string[]) =>
  ({ type: "text", max: 200, label, help, also, width: 24 }) as const satisfies Column;

/** Hours that can be read (schema/calendar/hours.ts). */
export const hoursReadable = (column: string) =>
  ({
    rule: "CALENDAR_HOURS_READABLE",
    column,
    broken: (row) => {
      const cell = row[column];
      return typeof cell === "string" && readHours(cell) === null;
    },
    message: {
      lv: "Stundas nav saprotamas. Rakstiet “08:30–12:00, 12:30–17:00”, visu diennakti “00:00–24:00”; pāri pusnaktij – katru dienu savā šūnā.",
      en: "The hours cannot be read. Write “08:30–12:00, 12:30–17:00”, a whole day “00:00–24:00”; over midnight each day in its own cell.",
    },
  }) as const satisfies Guard;
