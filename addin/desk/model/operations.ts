import { type PivotPlan } from "./pivot-plan.ts";

/**
 * Every change of a desk workbook is one of this small closed set of operations. The add-in's requests (through
 * office.js), a person's edits (through the grid) and an opened file all become operations; `WorkbookModel.apply`
 * carries them out and announces them with their origin, and the grid mirrors those it did not cause itself.
 * Rows and columns count from 0; `rows`/`columns` are counts.
 */
export type CellValue = string | number | boolean;

/** What a cell holds. `formula` starts with `=`; `value` is then its last result. `error` marks a value such as #N/A. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
  readonly error?: true;
}

export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Only what Saime's sheets and ordinary workbooks need to look right. */
export interface CellStyle {
  readonly fill?: string | null;
  readonly color?: string | null;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly wrap?: boolean;
  readonly align?: "left" | "center" | "right" | "general";
  readonly valign?: "top" | "center" | "bottom";
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface ListValidation {
  readonly kind: "list";
  /** A comma-parted list (at most 255 characters) or a formula such as `=Lists!$A$1:$A$6` or `=SaimeStage`. */
  readonly source: string;
  readonly strict: boolean;
  /** Title and text of the alert for a value outside the list. */
  readonly title?: string;
  readonly message?: string;
  /** Shown beside the cell while it is selected. */
  readonly prompt?: { readonly title: string; readonly message: string };
  /** Empty cells pass; the default. */
  readonly ignoreBlanks?: boolean;
}

/** Charts by Excel's names of their kinds. */
export type ChartType =
  "Line" | "LineMarkers" | "ColumnClustered" | "ColumnStacked" | "ColumnStacked100" | "BarClustered" | "BarStacked";

export interface ChartSeries {
  /** The cell that names it. */
  readonly name: Area | null;
  readonly values: Area;
  readonly categories: Area | null;
}

/** A chart over cells of the workbook; places and sizes are in points from the sheet's first cell, as in Excel. */
export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly type: ChartType;
  /** Empty for none. */
  readonly title: string;
  readonly legend: boolean;
  readonly series: readonly ChartSeries[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Operation =
  /** `null` leaves a cell as it is; `""` empties it. Contents are already typed: a string is text, never parsed. */
  | {
      readonly type: "setCells";
      readonly area: Area;
      readonly contents: readonly (readonly (CellContent | "" | null)[])[];
    }
  | {
      readonly type: "setFormats";
      readonly area: Area;
      readonly formats: readonly (readonly (string | null)[])[] | string;
    }
  | { readonly type: "setStyle"; readonly area: Area; readonly style: CellStyle }
  | { readonly type: "setValidation"; readonly area: Area; readonly rule: ListValidation | null }
  | {
      readonly type: "setNote";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly text: string | null;
    }
  /** Whole rows or columns of a sheet; tables and ranges below or to the right shift. */
  | { readonly type: "insertRows" | "deleteRows"; readonly sheet: string; readonly at: number; readonly count: number }
  | {
      readonly type: "insertColumns" | "deleteColumns";
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
    }
  /** Cells of an area only, the rest of the sheet stays: how Excel inserts and deletes rows of a table. */
  | { readonly type: "insertCells" | "deleteCells"; readonly area: Area; readonly shift: "vertical" | "horizontal" }
  /** Row i of the area becomes row `order[i]` of before: a sort, contents and formats with it. */
  | { readonly type: "reorderRows"; readonly area: Area; readonly order: readonly number[] }
  /** Moves whole columns `from … from+count-1` so that they stand before column `to` (counted before the move). */
  | {
      readonly type: "moveColumns";
      readonly sheet: string;
      readonly from: number;
      readonly count: number;
      readonly to: number;
    }
  | {
      readonly type: "moveRows";
      readonly sheet: string;
      readonly from: number;
      readonly count: number;
      readonly to: number;
    }
  | {
      readonly type: "setRowsHidden" | "setColumnsHidden";
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      readonly hidden: boolean;
    }
  | {
      readonly type: "setColumnWidth";
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      readonly pixels: number;
    }
  | {
      readonly type: "setRowHeight";
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      readonly pixels: number;
    }
  | { readonly type: "setGridlines"; readonly sheet: string; readonly shown: boolean }
  /** The first cell of the area shows through the whole of it; `unmerge` parts every merged area it touches. */
  | { readonly type: "merge" | "unmerge"; readonly area: Area }
  | { readonly type: "freeze"; readonly sheet: string; readonly rows: number; readonly columns: number }
  | {
      readonly type: "addSheet";
      readonly id: string;
      readonly name: string;
      readonly position: number;
      readonly visibility: Visibility;
    }
  | { readonly type: "renameSheet"; readonly sheet: string; readonly name: string }
  | { readonly type: "moveSheet"; readonly sheet: string; readonly position: number }
  | { readonly type: "deleteSheet"; readonly sheet: string }
  | { readonly type: "setVisibility"; readonly sheet: string; readonly visibility: Visibility }
  | { readonly type: "setTabColor"; readonly sheet: string; readonly color: string }
  | { readonly type: "activate"; readonly sheet: string }
  | { readonly type: "select"; readonly area: Area }
  | {
      readonly type: "addTable";
      readonly id: string;
      readonly name: string;
      readonly area: Area;
      readonly style: string;
    }
  | { readonly type: "resizeTable"; readonly table: string; readonly area: Area }
  | { readonly type: "renameTable"; readonly table: string; readonly name: string }
  /** The table goes, its cells stay. */
  | { readonly type: "deleteTable"; readonly table: string }
  | {
      readonly type: "setTableLook";
      readonly table: string;
      readonly style?: string;
      readonly bandedRows?: boolean;
      readonly filterButton?: boolean;
    }
  /** Sheet rows hidden by a table's filter; null shows all. Hidden rows stay in the data. */
  | { readonly type: "filterTable"; readonly table: string; readonly hiddenRows: readonly number[] | null }
  | { readonly type: "setName"; readonly name: string; readonly formula: string | null; readonly visible: boolean }
  /** An empty PivotTable over a table, its first cell that of the area. */
  | {
      readonly type: "addPivot";
      readonly id: string;
      readonly name: string;
      readonly table: string;
      readonly area: Area;
    }
  /** With a plan, shows something else; always works the report out anew. */
  | { readonly type: "setPivot"; readonly pivot: string; readonly plan?: Partial<PivotPlan>; readonly name?: string }
  | { readonly type: "deletePivot"; readonly pivot: string }
  /** Adds a chart, or changes the one with its id. */
  | { readonly type: "setChart"; readonly chart: Chart }
  | { readonly type: "deleteChart"; readonly chart: string };

/** Who caused an operation: the add-in (office.js), the person at the grid, or the file being opened. */
export type Origin = "addin" | "person" | "file";
