import type { Cell } from "../../schema/registers/register.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { Refusal } from "../../schema/sync/protocol.ts";
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

/** A cell of a source: what it holds and how it is shown. `date` is set when the number is shown as a day: `YYYY-MM-DD`. */
export interface SourceCell {
  readonly value: string | number | boolean;
  readonly text: string;
  readonly date?: string;
  /** Set when the cell holds an error such as #N/A. */
  readonly error?: true;
}
export interface SourceGrid {
  readonly source: ImportSource;
  readonly cells: readonly (readonly SourceCell[])[];
}

/** Where a register column's cells come from: a column of the source, one value for all rows, or nowhere. */
export type ColumnMapping =
  | {
      readonly from: "COLUMN";
      readonly index: number;
      /** Source values, as read, to options' keys. */ readonly values?: Readonly<Record<string, string>>;
    }
  | { readonly from: "FIXED"; readonly value: Cell }
  | { readonly from: "NONE" };

export interface ImportPlan {
  readonly register: RegisterKey;
  readonly source: string;
  /** Index of the heading row in the grid; −1 when there is none. Rows above it are titles. */
  readonly headingRow: number;
  readonly mapping: Readonly<Record<string, ColumnMapping>>;
  /** Register columns by which a source row finds its row in the register. */
  readonly key: readonly string[];
  /** How dates written as text are read; null: only ISO. */
  readonly dateOrder: "DMY" | "MDY" | null;
}

export interface ImportRow {
  /** Row number in the source's sheet, as Excel shows it. */
  readonly sourceRow: number;
  readonly outcome: "NEW" | "CHANGED" | "UNCHANGED" | "REFUSED" | "CONFLICT";
  readonly title: string;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly refusals: readonly Refusal[];
}
export interface ImportPreview {
  readonly rows: readonly ImportRow[];
  readonly counts: Readonly<Record<ImportRow["outcome"], number>>;
}
export interface ImportReport {
  readonly batch: string;
  readonly counts: Counts;
  readonly refused: readonly ImportRow[];
}

/** Imports go straight to the server in one batch that can be undone, then the register's sheet is refreshed. */
export interface ImportService {
  sources(): Promise<readonly ImportSource[]>;
  read(source: string, work?: Work): Promise<SourceGrid>;
  /** Heading row, mapping by heading (both languages, synonyms, similarity) and by values; a remembered mapping wins. */
  propose(register: RegisterKey, grid: SourceGrid): Promise<ImportPlan>;
  preview(plan: ImportPlan, grid: SourceGrid, work?: Work): Promise<ImportPreview>;
  run(plan: ImportPlan, grid: SourceGrid, work?: Work): Promise<ImportReport>;
}
