/** A working day that the Cabinet moved for state bodies with a five-day week (Labour Law, section 133(4)). */
export interface MovedDay {
  /** The working day that is free. */
  readonly off: string;
  /** The Saturday that is worked instead, with the hours of the day moved. */
  readonly on: string;
}

/**
 * By year, as the Cabinet ordered. Years that are missing here moved none that is known; what the Cabinet moves from
 * now on, an institution enters as exceptions of its calendars until it stands here.
 */
const BY_YEAR: Readonly<Record<number, readonly MovedDay[]>> = {
  2017: [{ off: "2017-05-05", on: "2017-05-13" }],
  2023: [{ off: "2023-05-05", on: "2023-05-20" }],
  2024: [
    { off: "2024-12-23", on: "2024-12-14" },
    { off: "2024-12-30", on: "2024-12-28" },
  ],
  2025: [
    { off: "2025-05-02", on: "2025-05-10" },
    { off: "2025-11-17", on: "2025-11-08" },
  ],
  2026: [
    { off: "2026-01-02", on: "2026-01-17" },
    { off: "2026-06-22", on: "2026-06-27" },
  ],
};

/** Every day moved, oldest first. */
export const MOVED_DAYS: readonly MovedDay[] = Object.values(BY_YEAR).flat();

/** By the day that is free: the Saturday worked for it. */
export const MOVED_OFF: ReadonlyMap<string, string> = new Map(MOVED_DAYS.map(({ off, on }) => [off, on]));
/** By the Saturday worked: the day that it stands for. */
export const MOVED_ON: ReadonlyMap<string, string> = new Map(MOVED_DAYS.map(({ off, on }) => [on, off]));
