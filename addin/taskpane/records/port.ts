import type { Cell } from "../../../schema/registers/register.ts";
import type { RowTimers } from "../../../schema/timers/answers.ts";
import type { Refusal } from "../../../schema/sync/protocol.ts";

/** What the pane asks the server about single records; the sheet plays no part in it. */

/** A step of a record's lifecycle from where it is; texts are in the language of the pane. */
export interface Step {
  readonly to: string;
  readonly label: string;
  readonly allowed: boolean;
  /** Columns to be filled in with the step. */
  readonly needs: readonly string[];
  /** Columns that may be told with it. */
  readonly takes: readonly string[];
  readonly who: string;
  readonly reasons: readonly string[];
  /** What to know before taking it. */
  readonly warnings: readonly string[];
}
export interface Linked {
  readonly direction: "IN" | "OUT";
  readonly column: string;
  readonly columnLabel: string;
  readonly register: string;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly retired: boolean;
  readonly total: number;
}
export interface Subject {
  readonly id: string;
  readonly register: string;
  readonly code: string;
  readonly name: string;
}
/** What goes down; `through` is the next one on the way to what failed. */
export interface Impact {
  readonly failed: readonly Subject[];
  readonly hits: readonly (Subject & { readonly through: string; readonly way: string })[];
}
export interface Waiting {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  readonly items: readonly {
    readonly register: string;
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly why: string;
    readonly since: string | null;
  }[];
}
/** A record that a cell may name; `cell` is what to write for it. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly cell: string;
}
/** What came of a step: taken, or why not. */
export type Taken = { readonly taken: true } | { readonly taken: false; readonly refusals: readonly Refusal[] };

export interface RecordService {
  steps(register: string, row: string, signal?: AbortSignal): Promise<readonly Step[]>;
  /** Takes a step: `cells` are canonical, with the state among them; `version` is the one the person saw. */
  take(register: string, row: string, version: number, cells: Readonly<Record<string, Cell>>): Promise<Taken>;
  links(register: string, row: string, signal?: AbortSignal): Promise<readonly Linked[]>;
  /** Null for a record that is about no service or resource. */
  impact(register: string, row: string, signal?: AbortSignal): Promise<Impact | null>;
  /** Timers of what was agreed; without any for a record that is not timed. */
  timers(register: string, row: string, signal?: AbortSignal): Promise<RowTimers>;
  /** Records that a column referring to `to` may name and whose code or name holds the text. */
  lookUp(to: string, text: string, signal?: AbortSignal): Promise<readonly Candidate[]>;
  overview(signal?: AbortSignal): Promise<readonly Waiting[]>;
}
