import type { Words } from "../registers/words.ts";
import type { TimerKind, TimerState } from "./timer.ts";
import type { TimerPiece } from "./why.ts";

/** What names a level or a calendar. */
export interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A stretch of a timer as it is told: instants as UTC text. */
export interface ToldPiece extends Pick<TimerPiece, "kind" | "counted" | "why"> {
  readonly from: string;
  readonly to: string;
}

/** Something that happened to a timer underway. */
export interface TimerTurn {
  readonly at: string;
  readonly what: Words;
}

/** A timer of a row, with everything that it was computed from. Instants are UTC text, lengths are seconds. */
export interface RowTimer {
  readonly kind: TimerKind;
  readonly state: TimerState;
  readonly from: string;
  /** Null while it runs. */
  readonly to: string | null;
  readonly priority: string | null;
  /** Service minutes agreed. */
  readonly target: number | null;
  readonly level: Named | null;
  /** Null where service time is 24×7. */
  readonly calendar: Named | null;
  readonly used: number;
  readonly clock: number;
  readonly remaining: number | null;
  readonly due: string | null;
  readonly warning: string | null;
  readonly pieces: readonly ToldPiece[];
}

/** A row's timers, and what happened to them underway, oldest first. */
export interface RowTimers {
  readonly timers: readonly RowTimer[];
  readonly turns: readonly TimerTurn[];
}
