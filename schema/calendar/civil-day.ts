/** Arithmetic on civil days, counted from 1970-01-01; no zone and no clock is meant, so a day is a step of one. */

const MS = 86_400_000;

/** The number of a day `YYYY-MM-DD`. Throws RangeError for what is no day. */
export function dayNumber(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`no day: ${day}`);
  return at / MS;
}

/** The day `YYYY-MM-DD` of a number. */
export function dayText(number: number): string {
  return new Date(number * MS).toISOString().slice(0, 10);
}

/** The day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return dayText(dayNumber(day) + count);
}

/** 0 for Monday … 6 for Sunday. */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}
