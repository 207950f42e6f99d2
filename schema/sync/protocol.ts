import type { CustomField } from "../registers/custom.ts";
import type { Cell } from "../registers/register.ts";
import type { Words } from "../registers/words.ts";

/**
 * The whole wire protocol between a sheet and the server, carried by the GraphQL fields `pull`, `push` and `undo`.
 * Rows are identified by UUID. A sheet makes the UUID of a new row itself, before the first push, so that a lost
 * reply and a retry can never double the row. Versions are the server's, from 1, by one a change.
 */

/** A page of `pull`. `columns[i]` is the name of `rows[i]`: a matrix by column, each of the page's length. */
export interface PullPage {
  /** Always starts with `id`, `version`, `retired`, then the register's columns in declared order. */
  readonly columns: readonly string[];
  /** One array a column; `id` strings, `version` numbers, `retired` booleans, else {@link Cell}s. */
  readonly values: readonly (readonly unknown[])[];
  readonly count: number;
  /** To be given to the next `pull`, whether for the next page or for later changes. Opaque. */
  readonly cursor: string;
  /** True while further pages of the same pull wait. */
  readonly more: boolean;
  /** True when the page belongs to a whole picture: what a sheet has and a whole picture lacks is not in the register any more. */
  readonly full: boolean;
  /** The institution's own columns of the register in use, which stand among `columns` in this order; none when left out. */
  readonly fields?: readonly CustomField[];
}

/** A changed row of a push. Only the cells that changed travel; `null` empties a cell. */
export interface PushRow {
  /** The row's id; for a new row the UUID that the sheet made. */
  readonly row: string;
  /** The version of the base copy, or null for a row that the sheet believes to be new. */
  readonly base: number | null;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Asks to retire the row; the reason goes into the register's reason column through `cells`. */
  readonly retire?: boolean;
}

export interface PushRequest {
  readonly register: string;
  /** UUID of the publish. The same batch and part again is answered from memory, never applied twice. */
  readonly batch: string;
  /** A large publish travels in parts 0, 1, …; each part stands for itself and `undo(batch)` takes all back. */
  readonly part: number;
  readonly rows: readonly PushRow[];
  readonly dryRun: boolean;
}

export const OUTCOMES = ["APPLIED", "MERGED", "CONFLICT", "REFUSED", "UNCHANGED"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One cell that two people changed. `theirs` is the server's value now; nobody's edit is applied to the row. */
export interface CellConflict {
  readonly column: string;
  readonly base: Cell;
  readonly mine: Cell;
  readonly theirs: Cell;
  /** Who set `theirs` and when (ISO 8601 UTC). */
  readonly by: string;
  readonly at: string;
}

/** Why a row was refused: on which column, in both languages, with what may be written instead. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The column at fault, or null when it is the row as a whole. */
  readonly column: string | null;
  readonly message: Words;
  /** What may be written instead, as people read it: options, states or candidates. */
  readonly allowed?: readonly Words[];
  /** The rule that would be broken, where the code is RULE. */
  readonly rule?: string;
}

export const REFUSAL_CODES = [
  "FORBIDDEN",
  "NOT_FOUND",
  "UNKNOWN_COLUMN",
  "READ_ONLY",
  "REQUIRED",
  "TOO_LONG",
  "NOT_AN_OPTION",
  "NOT_A_DATE",
  "NOT_A_TIME",
  "NOT_A_NUMBER",
  "NOT_A_LINK",
  "OUT_OF_RANGE",
  "UNKNOWN_REFERENCE",
  "AMBIGUOUS_REFERENCE",
  "DUPLICATE_CODE",
  "CODE_IS_FIXED",
  "NO_SUCH_STEP",
  "STEP_NEEDS",
  "STATE_NEEDS",
  "STEP_FORBIDDEN",
  "FOUR_EYES",
  "LOCKED",
  "RETIRED",
  "DUPLICATE_ROW",
  "CELL_ERROR",
  "RULE",
  "TOO_MANY_ROWS",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The answer for one row. */
export interface RowResult {
  /** As the sheet sent it. */
  readonly row: string;
  readonly outcome: Outcome;
  /** The server's id; differs from `row` only where that UUID could not be used. Absent when refused. */
  readonly id?: string;
  /** The version after the push; for CONFLICT the version that `theirs` has. */
  readonly version?: number;
  readonly retired?: boolean;
  /** Canonical cells that differ from what the sheet sent: stamped, normalised, or merged in from others. */
  readonly cells?: Readonly<Record<string, Cell>>;
  readonly conflicts?: readonly CellConflict[];
  readonly refusals?: readonly Refusal[];
}

export interface PushAnswer {
  readonly batch: string;
  readonly part: number;
  readonly dryRun: boolean;
  /** True when the batch had been applied before and this is the answer of that time. */
  readonly repeated: boolean;
  readonly results: readonly RowResult[];
}

/** `undo` puts back what nobody has changed since; a row that others changed is kept and told with its outcome CONFLICT. */
export interface UndoAnswer {
  readonly batch: string;
  /** The batch under which the undoing itself is recorded. */
  readonly undoneBy: string;
  readonly results: readonly RowResult[];
  /** Records of other registers that the publish had opened or ended, as far as the person sees them. */
  readonly followed?: readonly FollowedUndo[];
}

/** What became of a record of another register; one that somebody has gone on with stays: CONFLICT. */
export interface FollowedUndo {
  readonly register: string;
  readonly row: string;
  readonly code: string;
  readonly outcome: Outcome;
  readonly refusals?: readonly Refusal[];
}

/** One entry of a row's history. */
export interface HistoryEntry {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly kind: "CREATE" | "CHANGE" | "RETIRE" | "RESTORE" | "UNDO";
  readonly batch: string;
  readonly changes: readonly { readonly column: string; readonly from: Cell; readonly to: Cell }[];
}
