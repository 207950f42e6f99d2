import type { DateSystem } from "../workbook/port.ts";

const DAY = 86_400_000;
const SECONDS = 86_400;
/** Days from the system's serial 0 to 1970-01-01. In 1900's, serials from 61 on; before, Excel's false 29 February 1900 shifts by one. */
const EPOCH: Readonly<Record<DateSystem, number>> = { 1900: 25_569, 1904: 24_107 };
const LAST: Readonly<Record<DateSystem, number>> = { 1900: 2_958_465, 1904: 2_957_003 };

/** The day `YYYY-MM-DD` of a serial number (a time of day is dropped), or null when it stands for no day. */
export function serialToDay(serial: number, system: DateSystem): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole > LAST[system]) return null;
  if (system === 1904 ? whole < 0 : whole < 1 || whole === 60) return null;
  const days = whole - EPOCH[system] + (system === 1900 && whole < 60 ? 1 : 0);
  return new Date(days * DAY).toISOString().slice(0, 10);
}

/** The serial number of the day `YYYY-MM-DD`, or null when the system has none for it (it is then kept as text). */
export function dayToSerial(day: string, system: DateSystem): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const serial = time / DAY + EPOCH[system];
  const shifted = system === 1900 && serial < 61 ? serial - 1 : serial;
  return serialToDay(shifted, system) === day ? shifted : null;
}

/**
 * The civil time of a serial number in seconds since 1970-01-01T00:00:00 on the same clock, rounded to the second; null
 * when it stands for no day. A serial is a fraction in binary, so that no time of day is exact in it.
 */
export function serialToSeconds(serial: number, system: DateSystem): number | null {
  const total = Math.round(serial * SECONDS);
  const whole = Math.floor(total / SECONDS);
  if (!Number.isFinite(serial) || whole > LAST[system]) return null;
  if (system === 1904 ? whole < 0 : whole < 1 || whole === 60) return null;
  const days = EPOCH[system] - (system === 1900 && whole < 60 ? 1 : 0);
  return total - days * SECONDS;
}

/** The serial number of a civil time, or null when the system has none for it (it is then kept as text). */
export function secondsToSerial(seconds: number, system: DateSystem): number | null {
  const [day, time] = [Math.floor(seconds / SECONDS), seconds - Math.floor(seconds / SECONDS) * SECONDS];
  const whole = day + EPOCH[system] - (system === 1900 && day + EPOCH[system] < 61 ? 1 : 0);
  const serial = whole + time / SECONDS;
  return serialToSeconds(serial, system) === seconds ? serial : null;
}
