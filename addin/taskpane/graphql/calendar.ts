import type { CalendarService } from "../pages/calendar/port.ts";
import type { ApiClient } from "./client.ts";
import { graphql } from "./tada.ts";

const CALENDARS = graphql(`
  query Calendars {
    calendars(first: 1000) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const YEAR = graphql(`
  query CalendarYear($calendar: ID!, $year: Int!) {
    calendarYear(calendar: $calendar, year: $year) {
      day
      kind
      hours
      name {
        lv
        en
      }
      other
    }
  }
`);

/** Service calendars as the server works them out. */
export function createCalendars(api: ApiClient): CalendarService {
  return {
    calendars: async (signal) => {
      const { nodes } = (await api.query(CALENDARS, {}, signal)).calendars;
      return nodes.toSorted((one, other) => one.name.localeCompare(other.name, "lv"));
    },
    year: async (calendar, year, signal) => (await api.query(YEAR, { calendar, year }, signal)).calendarYear,
  };
}
