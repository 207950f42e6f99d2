import type { Cell } from "../../schema/registers/register.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { Language, Words } from "../../schema/registers/words.ts";
import type { CellConflict, HistoryEntry, Outcome, Refusal } from "../../schema/sync/protocol.ts";

/**
 * What the pane asks of the workbook and the server together. The pane knows nothing of Excel or GraphQL; this is its
 * only door. Every long call reports progress and can be cancelled; a cancelled call leaves sheet and server sound.
 */

export type Phase = "READ" | "PULL" | "COMPARE" | "SEND" | "WRITE";
export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
}
export interface Work {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What is wrong with a register's sheet as a whole, such as a column that was deleted. */
export interface SheetProblem {
  readonly code: "COLUMN_MISSING" | "TABLE_MISSING" | "BASE_MISSING" | "HEADING_TWICE" | "OTHER_INSTITUTION";
  readonly column?: string;
  readonly message: Words;
}

export interface RegisterStatus {
  readonly register: RegisterKey;
  readonly sheet: "NONE" | "OPEN" | "BROKEN";
  /** Rows of the sheet's table, the empty ones left out. */
  readonly rows: number;
  /** Rows with unpublished edits, new and deleted ones among them. */
  readonly pending: number;
  readonly conflicts: number;
  /** ISO 8601 UTC, or null when never. */
  readonly lastSync: string | null;
  readonly problems: readonly SheetProblem[];
}

export interface PendingCell {
  readonly column: string;
  readonly from: Cell;
  /** The canonical cell, or what was typed where that is no sound cell. */
  readonly to: Cell;
}
export interface PendingRow {
  readonly row: string;
  readonly kind: "NEW" | "EDIT" | "DELETE";
  readonly code: string | null;
  readonly title: string;
  readonly cells: readonly PendingCell[];
  /** Found in the sheet itself, or by the last check or publish; gone once the cell is edited again. */
  readonly refusals: readonly Refusal[];
  /** Cells others changed too; the person chooses. */
  readonly conflicts: readonly CellConflict[];
}

export interface ChangeSet {
  readonly register: RegisterKey;
  readonly rows: readonly PendingRow[];
  readonly problems: readonly SheetProblem[];
}

export type Counts = Readonly<Record<Outcome, number>>;
export interface PublishReport {
  readonly batch: string;
  readonly counts: Counts;
  /** Changes as they stand afterwards: what was refused or is in conflict. */
  readonly changes: ChangeSet;
}
export interface RefreshReport {
  readonly changedRows: number;
  readonly newRows: number;
  readonly retiredRows: number;
  readonly conflicts: number;
}

/** What to do with rows that were deleted from the sheet: the person is asked. */
export type Deleted =
  | {
      readonly do: "RETIRE";
      readonly reason: string;
      /** The rows the person was asked about; those deleted since are left. All, when not given. */
      readonly rows?: readonly string[];
    }
  | { readonly do: "PUT_BACK" }
  | { readonly do: "LEAVE" };

export interface Choice {
  readonly row: string;
  readonly column: string;
  readonly take: "MINE" | "THEIRS";
}
export interface SelectedRow {
  readonly register: RegisterKey;
  /** The row's id, or null for a row that was never published. */
  readonly row: string | null;
  readonly code: string | null;
  readonly title: string;
}

export interface SheetService {
  status(): Promise<readonly RegisterStatus[]>;
  /** Creates the sheet and fills it, or brings the existing one to the front. */
  open(register: RegisterKey, language: Language, work?: Work): Promise<void>;
  refresh(register: RegisterKey, work?: Work): Promise<RefreshReport>;
  changes(register: RegisterKey, work?: Work): Promise<ChangeSet>;
  /** Publishes as a dry run: nothing changes but the refusals and conflicts shown. */
  check(register: RegisterKey, work?: Work): Promise<PublishReport>;
  publish(register: RegisterKey, deleted: Deleted, work?: Work): Promise<PublishReport>;
  undo(register: RegisterKey, batch: string, work?: Work): Promise<PublishReport>;
  /** The last publish of this workbook that can be undone, or null. */
  lastBatch(
    register: RegisterKey,
  ): Promise<{ readonly batch: string; readonly at: string; readonly rows: number } | null>;
  resolve(register: RegisterKey, choices: readonly Choice[], work?: Work): Promise<ChangeSet>;
  /** Gives up a row's unpublished edits, taking the base copy's values. */
  discard(register: RegisterKey, rows: readonly string[], work?: Work): Promise<ChangeSet>;
  /** Puts the cursor on the row's cell and brings its sheet to the front. */
  jump(register: RegisterKey, row: string, column: string | null): Promise<void>;
  selectedRow(): Promise<SelectedRow | null>;
  history(register: RegisterKey, row: string): Promise<readonly HistoryEntry[]>;
  /** Hints, never the truth: something in a register's sheet, or the selection, may have changed. Returns how to stop. */
  onHint(hint: (what: "CHANGED" | "SELECTED") => void): () => void;
}
