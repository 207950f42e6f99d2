import type { Cell } from "../../schema/registers/register.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { Language, Words } from "../../schema/registers/words.ts";
import type { ListSheet } from "../workbook/port.ts";
import type { Maker } from "./maker.ts";
import type { CellConflict, HistoryEntry, Outcome, Refusal } from "../../schema/sync/protocol.ts";

/**
 * What the pane asks of the workbook and the server together. The pane knows nothing of Excel or GraphQL; this is its
 * only door. Every long call reports progress and can be cancelled; a cancelled call leaves sheet and server sound.
 */

export type Phase = "SHEETS" | "READ" | "PULL" | "COMPARE" | "SEND" | "WRITE";
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
  readonly code:
    "COLUMN_MISSING" | "TABLE_MISSING" | "BASE_MISSING" | "HEADING_TWICE" | "OTHER_INSTITUTION" | "SHEET_CHANGING";
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
  /** Set when the row is retired on the server and is still in the sheet: no edit of it can be published. */
  readonly retired?: RetiredRow;
}
/** `OTHERS`: it stays only for what the person typed. `OURS`: this sheet had it retired, and the person put it back. */
export interface RetiredRow {
  readonly by: "OTHERS" | "OURS";
  /** The publish that retired it and can be undone here, where known. */
  readonly batch: { readonly batch: string; readonly at: string; readonly rows: number } | null;
}

export interface ChangeSet {
  readonly register: RegisterKey;
  readonly rows: readonly PendingRow[];
  readonly problems: readonly SheetProblem[];
  /**
   * Of the rows, how many the last publish or check refused without the refusal being among them: there were too many
   * to remember. The next publish or check tells. Absent when there are none.
   */
  readonly unlisted?: number;
  /** Columns of the table that the register does not know, in the table's order; absent when there are none. */
  readonly own?: readonly OwnColumn[];
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

/** The rows the person was asked about; those deleted since, or before a publish is tried again, are left. All, when not given. */
interface Asked {
  readonly rows?: readonly string[];
}
/** What to do with rows that were deleted from the sheet: the person is asked. */
export type Deleted =
  | ({ readonly do: "RETIRE"; readonly reason: string } & Asked)
  | ({ readonly do: "PUT_BACK" } & Asked)
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
  /** What the sheet says now, published or not; null where it says nothing. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** A column of a register's table that the register does not know: the person's own. */
export interface OwnColumn {
  /** The table column's id. */
  readonly id: string;
  readonly heading: string;
}

export interface SheetService {
  status(): Promise<readonly RegisterStatus[]>;
  /** Creates the sheet and fills it, or brings the existing one to the front. */
  open(register: RegisterKey, language: Language, work?: Work): Promise<void>;
  /**
   * Makes the sheets of these registers in order, as far as they are not there yet, and a start sheet before them.
   * Progress counts sheets. Cancelled, the sheets made until then stay.
   */
  openAll(registers: readonly RegisterKey[], language: Language, maker: Maker, work?: Work): Promise<void>;
  /** Makes a sheet of its own with a plain list, which nothing keeps in step with the server. */
  list(sheet: ListSheet): Promise<void>;
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
  /** Writes one cell of a row as if the person had typed it, such as a reference chosen among candidates. */
  fill(register: RegisterKey, row: string, column: string, cell: Cell, work?: Work): Promise<ChangeSet>;
  /** Gives up a row's unpublished edits, taking the base copy's values. */
  discard(register: RegisterKey, rows: readonly string[], work?: Work): Promise<ChangeSet>;
  /**
   * Makes a custom field of the person's own column, so that everyone gets it; what stands in it counts as typed into
   * the field from then on. Gives what stands in the way; nothing when it is done.
   */
  keep(register: RegisterKey, column: OwnColumn, work?: Work): Promise<readonly Refusal[]>;
  /** Puts the cursor on the row's cell and brings its sheet to the front. */
  jump(register: RegisterKey, row: string, column: string | null): Promise<void>;
  selectedRow(): Promise<SelectedRow | null>;
  history(register: RegisterKey, row: string): Promise<readonly HistoryEntry[]>;
  /** Hints, never the truth: something in a register's sheet, or the selection, may have changed. Returns how to stop. */
  onHint(hint: (what: "CHANGED" | "SELECTED") => void): () => void;
}
