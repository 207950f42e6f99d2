import type { YearDay } from "../../../../schema/calendar/year.ts";

/** A service calendar as it is chosen. */
export interface CalendarChoice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface CalendarService {
  /** Calendars in use, by name. */
  calendars(signal?: AbortSignal): Promise<readonly CalendarChoice[]>;
  /** Every day of a year; null for a calendar that is not there any more. */
  year(calendar: string, year: number, signal?: AbortSignal): Promise<readonly YearDay[] | null>;
}
