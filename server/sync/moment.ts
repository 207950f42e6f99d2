import type { Moment } from "../../schema/registers/prepare-row.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { USUAL_SETTINGS, type Settings } from "../../schema/registers/settings.ts";
import type { Sql } from "../store/store.ts";

/** What an institution sets for itself, completed by what is usual. */
export async function settingsOf(sql: Sql, institutionId: string): Promise<Settings> {
  const [row] = await sql.query<{ settings: Partial<Settings> }>("select settings from institution where id = $1", [
    institutionId,
  ]);
  return { ...USUAL_SETTINGS, ...row?.settings };
}

/** The database's instant to the second, as cells hold it. */
export const secondOf = (at: string): string => `${at.slice(0, 19)}Z`;

/** The moment of a write at the database's instant `at` (ISO 8601, UTC). */
export function momentAt(at: string, settings: Settings, person: string | null): Moment {
  const now = secondOf(at);
  return { now, today: dayOf(now, settings.timeZone), person, settings };
}

/** The day it is in the institution, by the server's clock, `YYYY-MM-DD`. */
export async function todayIn(sql: Sql, institutionId: string): Promise<string> {
  const { timeZone } = await settingsOf(sql, institutionId);
  return dayOf(new Date().toISOString(), timeZone);
}
