import type { Cell } from "../../schema/registers/register.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { CustomField } from "../../schema/registers/custom.ts";
import type { Words } from "../../schema/registers/words.ts";
import type { CellConflict, Refusal, UndoAnswer } from "../../schema/sync/protocol.ts";
import type { ShownCell } from "../workbook/port.ts";
import type { Counts, Work } from "./service.ts";

/** A table or the used range of a sheet that an import can read. */
export interface ImportSource {
  readonly id: string;
  readonly kind: "TABLE" | "SHEET" | "SELECTION";
  readonly sheet: string;
  readonly name: string;
  readonly address: string;
  readonly rows: number;
  readonly columns: number;
}

/** A cell of a source. */
export type SourceCell = ShownCell;
export interface SourceGrid {
  readonly source: ImportSource;
  readonly cells: readonly (readonly SourceCell[])[];
}

/** How the parts of a date written as text are ordered. ISO and a year that comes first need no order. */
export type DateOrder = "DMY" | "MDY";

/** Where a register column's cells come from: a column of the source, one value for all rows, or nowhere. */
export type ColumnMapping =
  | {
      readonly from: "COLUMN";
      readonly index: number;
      /** Source values, as read, to options' keys; "" leaves the cell empty. */
      readonly values?: Readonly<Record<string, string>>;
      /** How this column's dates are read where it differs from the plan's own order. */
      readonly dateOrder?: DateOrder;
    }
  | { readonly from: "FIXED"; readonly value: Cell }
  | { readonly from: "NONE" };

export interface ImportPlan {
  readonly register: RegisterKey;
  readonly source: string;
  /** Index of the first heading row in the grid; −1 when there is none. Rows above it are titles. */
  readonly headingRow: number;
  /** How many rows the heading takes; 1 when left out. Group headings over headings make two. */
  readonly headingRows?: number;
  readonly mapping: Readonly<Record<string, ColumnMapping>>;
  /** Register columns by which a source row finds its row in the register. */
  readonly key: readonly string[];
  /** How dates written as text are read; null: only ISO. */
  readonly dateOrder: DateOrder | null;
  /** What an empty source cell does to a value the register has; KEEP when left out. */
  readonly emptyCells?: "KEEP" | "CLEAR";
}

/** Why a mapping was proposed. */
export type HintReason = "REMEMBERED" | "HEADING" | "SYNONYM" | "SIMILAR" | "VALUES";
export interface MappingHint {
  /** 0…1. */
  readonly confidence: number;
  readonly reason: HintReason;
}
export interface ImportProposal extends ImportPlan {
  /** By register column, for those that were mapped. */
  readonly hints: Readonly<Record<string, MappingHint>>;
}

export interface ImportRow {
  /** Row number in the source's sheet, as Excel shows it. */
  readonly sourceRow: number;
  readonly outcome: "NEW" | "CHANGED" | "UNCHANGED" | "REFUSED" | "CONFLICT";
  readonly title: string;
  /** The cells that the import sets; of a changed row only those that differ from the register. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** What the register has in those cells; absent for a new row. */
  readonly was?: Readonly<Record<string, Cell>>;
  readonly refusals: readonly Refusal[];
  readonly conflicts?: readonly CellConflict[];
}

/** A row of the source that is no data. */
export interface SkippedRow {
  readonly sourceRow: number;
  readonly why: "EMPTY" | "TOTAL" | "HEADING";
  readonly text: string;
}
export interface ImportPreview {
  readonly rows: readonly ImportRow[];
  readonly counts: Readonly<Record<ImportRow["outcome"], number>>;
  /** Totals and repeated headings; empty rows are only counted. */
  readonly skipped: readonly SkippedRow[];
  readonly emptyRows: number;
}
export interface ImportReport {
  readonly batch: string;
  readonly counts: Counts;
  readonly created: number;
  readonly changed: number;
  /** Rows that did not go in, conflicts among them. */
  readonly refused: readonly ImportRow[];
  /** Set when the import ended early: what was sent before has landed and can be undone, the rest can be run again. */
  readonly stopped?: {
    readonly why: "CANCELLED" | "OFFLINE" | "FAILED";
    readonly unsent: number;
    readonly message: Words;
  };
}

/** A source column with a heading that fills no column of the register yet. */
export interface UnusedColumn {
  readonly index: number;
  readonly heading: string;
}
/** The field made of one, or what stands in its way. */
export type AddedField = { readonly field: CustomField } | { readonly refusals: readonly Refusal[] };

/** Imports go straight to the server in one batch that can be undone, then the register's sheet is refreshed. */
export interface ImportService {
  sources(): Promise<readonly ImportSource[]>;
  read(source: string, work?: Work): Promise<SourceGrid>;
  /**
   * Heading row, mapping by heading (both languages, synonyms, similarity) and by values; a remembered mapping wins.
   * With `heading` the person has said where the heading is.
   */
  propose(
    register: RegisterKey,
    grid: SourceGrid,
    heading?: { readonly row: number; readonly rows: number },
  ): Promise<ImportProposal>;
  preview(plan: ImportPlan, grid: SourceGrid, work?: Work): Promise<ImportPreview>;
  run(plan: ImportPlan, grid: SourceGrid, work?: Work): Promise<ImportReport>;
  /** Makes a custom field of a source column, for everyone, to be mapped like any other. */
  addField(plan: ImportPlan, grid: SourceGrid, column: UnusedColumn, work?: Work): Promise<AddedField>;
  /** Takes an import back, as far as nobody has changed its rows since. */
  undo(register: RegisterKey, batch: string, work?: Work): Promise<UndoAnswer>;
  /** Puts the cursor on the source's cell for a register column (or on the row) and brings its sheet to the front. */
  jump(plan: ImportPlan, grid: SourceGrid, sourceRow: number, column: string | null): Promise<void>;
}
