const DAY = 86_400_000;
/** Days from 1900's day 0 to 1904's. */
export const GAP_1904 = 1462;

/**
 * The day number Excel keeps for a calendar day, or null when there is no such day. Reckoned in UTC; Excel's own
 * 1900-02-29, which never was, is left out as Excel's day 60.
 */
export function serialOf(year: number, month: number, day: number, date1904 = false): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const since = Math.round((time - Date.UTC(1899, 11, 31)) / DAY);
  const serial = since >= 60 ? since + 1 : since;
  const shown = date1904 ? serial - GAP_1904 : serial;
  return shown < 0 ? null : shown;
}
