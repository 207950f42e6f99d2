import { type Box } from "./address.ts";
import { internStyle } from "./apply-cells.ts";
import { type Book, type DefinedName } from "./book.ts";
import { type Grid } from "./grid.ts";
import { type LayerSnapshot } from "./layer.ts";
import { type CellStyle, type Chart, type Visibility } from "./operations.ts";
import { type Pivot } from "./pivot.ts";
import { Sheet, type Stored, type Validation } from "./sheet.ts";
import { type Table } from "./table.ts";

/** A grid as plain JSON: filled rows with their numbers, null for an empty cell. */
export type GridSnapshot<T> = readonly (readonly [row: number, cells: readonly (T | null)[]])[];

export interface SheetSnapshot {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly gridlines: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly cells: GridSnapshot<Stored>;
  readonly formats: LayerSnapshot<string>;
  readonly styles: LayerSnapshot<CellStyle>;
  readonly notes: GridSnapshot<string>;
  readonly validations: readonly Validation[];
  readonly merges: readonly Box[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly heights: readonly (readonly [number, number])[];
  readonly widths: readonly (readonly [number, number])[];
}

/** A whole workbook as plain JSON, for keeping it over a reload and for .xlsx. */
export interface WorkbookSnapshot {
  readonly version: 1;
  readonly date1904: boolean;
  readonly sheets: readonly SheetSnapshot[];
  readonly tables: readonly Readonly<Table>[];
  readonly names: readonly DefinedName[];
  readonly active: string;
  readonly selections: readonly (readonly [sheet: string, box: Box])[];
  /** The add-in's document settings: JSON texts by key. */
  readonly settings: Readonly<Record<string, string>>;
  readonly nextSheet: number;
  readonly nextTable: number;
  /** Missing in workbooks kept before there were any. */
  readonly pivots?: readonly Pivot[];
  readonly charts?: readonly Chart[];
  readonly nextObject?: number;
}

export function snapshotSheet(sheet: Sheet): SheetSnapshot {
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    gridlines: sheet.gridlines,
    frozen: { ...sheet.frozen },
    cells: gridOut(sheet.cells),
    formats: sheet.formats.snapshot(),
    styles: sheet.styles.snapshot(),
    notes: gridOut(sheet.notes),
    validations: sheet.validations,
    merges: sheet.merges,
    hiddenRows: [...sheet.hiddenRows.filled()].map(([row]) => row),
    hiddenColumns: lines(sheet.hiddenColumns).map(([column]) => column),
    heights: [...sheet.heights.filled()].map(([row, [height]]) => [row, height ?? 0]),
    widths: lines(sheet.widths),
  };
}

const gridOut = <T>(grid: Grid<T>): GridSnapshot<T> =>
  [...grid.filled()].map(([row, cells]) => [row, Array.from(cells, (value) => value ?? null)]);

const lines = <T>(grid: Grid<T>): [number, T][] =>
  (grid.row(0) ?? []).flatMap((value, column): [number, T][] => (value === undefined ? [] : [[column, value]]));

export function restoreSheet(from: SheetSnapshot): Sheet {
  const sheet = new Sheet(from.id, from.name);
  sheet.visibility = from.visibility;
  sheet.tabColor = from.tabColor;
  sheet.gridlines = from.gridlines;
  sheet.frozen = { ...from.frozen };
  gridIn(sheet.cells, from.cells);
  sheet.mayHaveFormulas = from.cells.some(([, cells]) =>
    cells.some((stored) => typeof stored === "object" && stored?.formula !== undefined),
  );
  gridIn(sheet.notes, from.notes);
  sheet.formats.restore(from.formats);
  sheet.styles.restore({ ...from.styles, palette: from.styles.palette.map(internStyle) });
  sheet.validations = [...from.validations];
  sheet.merges = [...from.merges];
  for (const row of from.hiddenRows) sheet.hiddenRows.set(row, 0, true);
  for (const column of from.hiddenColumns) sheet.hiddenColumns.set(0, column, true);
  for (const [row, height] of from.heights) sheet.heights.set(row, 0, height);
  for (const [column, width] of from.widths) sheet.widths.set(0, column, width);
  return sheet;
}

function gridIn<T>(grid: Grid<T>, rows: GridSnapshot<T>): void {
  for (const [row, cells] of rows)
    grid.replaceRow(
      row,
      cells.map((value) => value ?? undefined),
    );
}

/** A copy that shares nothing with the book that goes on changing. */
export const snapshotTables = (book: Book): Readonly<Table>[] =>
  book.tables.map((table) => ({
    ...table,
    columns: [...table.columns],
    hiddenRows: table.hiddenRows && [...table.hiddenRows],
  }));
