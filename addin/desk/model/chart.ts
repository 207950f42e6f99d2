import { bottom, type Box, onSheet, right } from "./address.ts";
import { type Area } from "./operations.ts";

/** Kinds the desk draws, by Excel's names. */
export const CHART_TYPES = [
  "Line",
  "LineMarkers",
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
] as const;
export type ChartType = (typeof CHART_TYPES)[number];

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

/**
 * The series a chart makes of an area whose first row and first column are headings, as Excel does of a table: down the
 * columns, or along the rows when there are fewer of them.
 */
export function seriesOf(area: Area, by: "Auto" | "Columns" | "Rows"): ChartSeries[] {
  const { sheet, row, column, rows, columns } = area;
  const down = by === "Columns" || (by === "Auto" && rows >= columns);
  const at = (box: Box): Area => onSheet(sheet, box);
  const count = (down ? columns : rows) - 1;
  return Array.from({ length: Math.max(count, 0) }, (_, i) =>
    down
      ? {
          name: at({ row, column: column + 1 + i, rows: 1, columns: 1 }),
          values: at({ row: row + 1, column: column + 1 + i, rows: bottom(area) - row - 1, columns: 1 }),
          categories: at({ row: row + 1, column, rows: bottom(area) - row - 1, columns: 1 }),
        }
      : {
          name: at({ row: row + 1 + i, column, rows: 1, columns: 1 }),
          values: at({ row: row + 1 + i, column: column + 1, rows: 1, columns: right(area) - column - 1 }),
          categories: at({ row, column: column + 1, rows: 1, columns: right(area) - column - 1 }),
        },
  ).filter(({ values }) => values.rows > 0 && values.columns > 0);
}
