import { bottom, type Box, onSheet, right } from "./address.ts";
import { type Area, type ChartSeries, type ChartType } from "./operations.ts";

/** Kinds the desk draws. */
export const CHART_TYPES: readonly ChartType[] = [
  "Line",
  "LineMarkers",
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
];

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
