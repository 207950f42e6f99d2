import { bottom, formatBox, quoteSheet, right } from "../model/address.ts";
import { type Area, type Chart, type ChartType } from "../model/operations.ts";
import { type Sheet } from "../model/sheet.ts";
import { type WorkbookModel } from "../model/workbook.ts";
import { type FileWriteSheet } from "./hucre.ts";

type FileChart = NonNullable<FileWriteSheet["charts"]>[number];

const KINDS: Readonly<Record<ChartType, Pick<FileChart, "type" | "barGrouping">>> = {
  Line: { type: "line" },
  LineMarkers: { type: "line" },
  ColumnClustered: { type: "column", barGrouping: "clustered" },
  ColumnStacked: { type: "column", barGrouping: "stacked" },
  ColumnStacked100: { type: "column", barGrouping: "percentStacked" },
  BarClustered: { type: "bar", barGrouping: "clustered" },
  BarStacked: { type: "bar", barGrouping: "stacked" },
};

/** The charts of a sheet as the file has them: between the cells that they cover. Names of series become fixed texts. */
export function chartsTo(model: WorkbookModel, sheet: Sheet): FileChart[] {
  return model.charts
    .filter((chart) => chart.sheet === sheet.id && chart.series.length > 0)
    .map((chart) => ({
      ...KINDS[chart.type],
      ...(chart.title !== "" && { title: chart.title }),
      series: chart.series.map(({ name, values, categories }) => ({
        ...(name && { name: String(model.value(name.sheet, name.row, name.column)) }),
        values: reference(model, values),
        ...(categories && { categories: reference(model, categories) }),
        ...(chart.type === "Line" && { marker: { symbol: "none" as const } }),
      })),
      legend: chart.legend ? ("bottom" as const) : (false as const),
      anchor: anchorOf(sheet, chart),
    }));
}

const reference = (model: WorkbookModel, { sheet, ...box }: Area): string =>
  `${quoteSheet(model.sheet(sheet).name)}!${formatBox(box, true)}`;

/** Cells at whose edges the chart begins and ends, nearest from below. */
function anchorOf(sheet: Sheet, { left, top, width, height }: Chart): FileChart["anchor"] {
  const down = (row: number): number => (sheet.heights.get(row, 0) ?? 20) * 0.75;
  const across = (column: number): number => (sheet.widths.get(0, column) ?? 64) * 0.75;
  const box = {
    row: lineAt(top, down),
    column: lineAt(left, across),
    rows: 1,
    columns: 1,
  };
  const end = { row: lineAt(top + height, down), col: lineAt(left + width, across) };
  return {
    from: { row: box.row, col: box.column },
    to: { row: Math.max(end.row, bottom(box)), col: Math.max(end.col, right(box)) },
  };
}

function lineAt(place: number, size: (line: number) => number): number {
  let line = 0;
  for (let rest = place - size(0); rest >= 0 && line < 10_000; rest -= size(line)) line++;
  return line;
}
