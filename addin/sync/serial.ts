import type { DateSystem } from "../workbook/port.ts";

const DAY = 86_400_000;
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
