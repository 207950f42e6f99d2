import type { DayWindow } from "./hours.ts";

/** Public holidays that an edition of a calendar keeps: none, or those of Latvian law. */
export const HOLIDAY_SETS = ["NONE", "LV"] as const;
export type HolidaySet = (typeof HOLIDAY_SETS)[number];

/** Windows of Monday to Sunday, in this order; a day without windows is closed. */
export type WeeklyHours = readonly (readonly DayWindow[])[];

/** Weekly hours and what they bend to, for days from `validFrom` until before `validTo`. */
export interface CalendarEdition {
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The first day that no longer belongs, `YYYY-MM-DD`; null without an end. */
  readonly validTo: string | null;
  /** IANA name; windows are civil time of this zone. */
  readonly timeZone: string;
  readonly week: WeeklyHours;
  /** On the set's holidays and the days off that come with them it is closed. */
  readonly holidays: HolidaySet;
  /** Whether it follows working days that the Cabinet moves (Labour Law, section 133(4)): municipalities choose. */
  readonly movedDays: boolean;
  /** Whether it closes an hour earlier on the day before a public holiday (Labour Law, section 135). */
  readonly shortDays: boolean;
}

/** The windows of one day instead of what the edition says; none closes it. */
export interface CalendarException {
  readonly day: string;
  readonly windows: readonly DayWindow[];
  readonly why: string;
  /**
   * Whether it was set for this calendar. One set for all of the institution's calendars counts only where the edition
   * keeps public holidays or moved days: a service that runs at all hours stays open when the offices close.
   */
  readonly own: boolean;
}

/** When a service is to be there. Days outside every edition are closed; editions do not overlap. */
export interface ServiceCalendar {
  /** Oldest first. */
  readonly editions: readonly CalendarEdition[];
  /** By day; of two on one day the calendar's own counts. */
  readonly exceptions: readonly CalendarException[];
}
