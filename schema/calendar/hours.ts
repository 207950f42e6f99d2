/** A stretch of a civil day, in minutes from its midnight, half open; 1,440 is the midnight that ends it. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

export const WHOLE_DAY: DayWindow = { from: 0, to: 1440 };

const WINDOW = /^(\d{1,2})(?:[:.](\d\d))?\s*[-‐‑‒–—−]\s*(\d{1,2})(?:[:.](\d\d))?$/;

/** Minutes of a time such as `8`, `08:30` or `24:00`; null for one that no clock shows. */
function minutes(hour: string | undefined, minute = "00"): number | null {
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total <= WHOLE_DAY.to ? total : null;
}

/**
 * Reads the hours of a day: `08:30–12:00, 12:30–17:00`, also with a hyphen, with points, without minutes, parted by
 * semicolons; `00:00–24:00` is the whole day, an empty text a closed one. Gives windows in order, or null for what is
 * none: unreadable, over midnight, or windows that overlap.
 */
export function readHours(text: string | null): readonly DayWindow[] | null {
  if (text === null || text.trim() === "") return [];
  const windows: DayWindow[] = [];
  for (const part of text.split(/[,;]/)) {
    const [, fromHour, fromMinute, toHour, toMinute] = WINDOW.exec(part.trim()) ?? [];
    const from = minutes(fromHour, fromMinute);
    const to = minutes(toHour, toMinute);
    if (fromHour === undefined || from === null || to === null || from >= to) return null;
    windows.push({ from, to });
  }
  windows.sort((one, other) => one.from - other.from);
  return windows.some(({ from }, at) => from < (windows[at - 1]?.to ?? 0)) ? null : windows;
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Prints windows as they are shown: `08:30–12:00, 12:30–17:00`; a closed day as the empty text. */
export function printHours(windows: readonly DayWindow[]): string {
  return windows.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(", ");
}

/** The windows without the day's last `cut` minutes of service. */
export function closeEarlier(windows: readonly DayWindow[], cut: number): readonly DayWindow[] {
  const kept: DayWindow[] = [];
  let left = cut;
  for (const window of windows.toReversed()) {
    const taken = Math.min(left, window.to - window.from);
    left -= taken;
    if (window.to - taken > window.from) kept.push({ from: window.from, to: window.to - taken });
  }
  return kept.toReversed();
}
