import type { SheetValue, Steps } from "./port.ts";

/** Sheets that Saime lays out from results: figures worked out by formulas, charts over them, PivotTables. */

/** A cell of a block: a value, shown as it is, or a formula as Excel has it in English. */
export type LaidCell = SheetValue | { readonly formula: string };

/** Cells side by side and one under another; rows and columns count from 0. */
export interface LaidBlock {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly LaidCell[])[];
  /** Number formats by column; `General` where left out. */
  readonly formats?: readonly (string | undefined)[];
  /** How many of the first rows are headings. */
  readonly headings: number;
}

/** A cell in which a person chooses one of these texts; what was chosen stays when the sheet is laid out anew. */
export interface LaidChoice {
  readonly row: number;
  readonly column: number;
  readonly values: readonly string[];
  readonly first: string;
}

export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A chart over cells of its sheet: the first row names its series, the first column its categories. */
export interface LaidChart {
  /** By which it is found again. */
  readonly name: string;
  readonly title: string;
  readonly type: "LineMarkers" | "ColumnStacked" | "BarClustered";
  readonly over: Box;
  readonly at: Box;
}

/** A PivotTable over a register's table; fields are named by headings. */
export interface LaidPivot {
  readonly name: string;
  readonly register: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Only these items count. */
  readonly filters: readonly { readonly field: string; readonly items: readonly string[] }[];
  readonly data: readonly {
    readonly field: string;
    readonly name: string;
    readonly by: "Sum" | "Count";
    readonly format: string;
  }[];
  /** Totals over rows only make sense where rows may be added up. */
  readonly totals: boolean;
}

export interface LaidSheet {
  /** The defined name by which it is found again, whatever it is called by then. */
  readonly key: string;
  /** The tab's name; the port makes it unique and fit for Excel. */
  readonly name: string;
  /** Characters by column. */
  readonly widths: readonly number[];
  readonly blocks: readonly LaidBlock[];
  readonly choices: readonly LaidChoice[];
  readonly charts: readonly LaidChart[];
  readonly pivots: readonly LaidPivot[];
}

/** Cells of one column of a table's body, one under another, that show numbers alike. */
export interface FormatRun {
  readonly column: string;
  readonly first: number;
  readonly count: number;
  readonly code: string;
}

export interface LaidPort {
  /**
   * Makes these sheets, or brings those that are there up to date: blocks are written anew, charts show the new cells,
   * PivotTables are refreshed and left as the person arranged them. The first one comes to the front.
   */
  lay(sheets: readonly LaidSheet[], steps?: Steps): Promise<void>;
  /** Formats numbers in a register's table. */
  format(register: string, runs: readonly FormatRun[]): Promise<void>;
}
