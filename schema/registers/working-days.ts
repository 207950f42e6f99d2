/**
 * The day that is `count` working days after `day` (both `YYYY-MM-DD`). Working days are plain weekdays, Monday to
 * Friday: public holidays and moved days are not known yet.
 */
export function addWorkingDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  for (let left = count; left > 0;) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0) left--;
  }
  return date.toISOString().slice(0, 10);
}
