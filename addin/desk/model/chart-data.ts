import { type Culture } from "./culture.ts";
import { cellText } from "./number-text.ts";
import { type Area, type Chart } from "./operations.ts";
import { type WorkbookModel } from "./workbook.ts";

/** What a chart shows now. A cell that holds no number leaves a gap; one with an error (NaN) is passed over by a line. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** How the values' cells show numbers. */
  readonly format: string;
}

export function chartData(model: WorkbookModel, { series }: Chart, culture: Culture): ChartData {
  const shown = (area: Area): string[] =>
    cellsOf(area).map(([row, column]) => {
      const format = model.sheet(area.sheet).formats.get(row, column);
      return cellText(model.content(area.sheet, row, column), format, culture, model.date1904);
    });
  const first = series[0];
  return {
    categories: first?.categories ? shown(first.categories) : [],
    series: series.map(({ name, values }, at) => ({
      name: (name && shown(name)[0]) || String(at + 1),
      values: cellsOf(values).map(([row, column]) => {
        const content = model.content(values.sheet, row, column);
        if (content?.error) return NaN;
        return typeof content?.value === "number" ? content.value : null;
      }),
    })),
    format: first ? model.sheet(first.values.sheet).formats.get(first.values.row, first.values.column) : "General",
  };
}

const cellsOf = ({ row, column, rows, columns }: Area): [number, number][] =>
  Array.from({ length: rows * columns }, (_, i) => [row + Math.floor(i / columns), column + (i % columns)]);
