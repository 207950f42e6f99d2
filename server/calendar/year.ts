import type { Actor } from "../../schema/api/context.ts";
import { type YearDay, yearOf } from "../../schema/calendar/year.ts";
import { readableRow } from "../overview/readable-row.ts";
import type { Store } from "../store/store.ts";
import { loadCalendars } from "./calendars.ts";

/** Days of a calendar in a year; null where there is no such calendar. Throws SaimeError FORBIDDEN. */
export async function calendarYear(
  store: Store,
  actor: Actor,
  calendar: string,
  year: number,
): Promise<readonly YearDay[] | null> {
  const row = await readableRow(store, actor, "calendars", calendar);
  const found = row && (await loadCalendars(store, actor.institutionId)).get(row.id);
  return found ? yearOf(found, year) : null;
}
