import type { Box, LaidChart } from "../laid.ts";

/** Makes charts, or lets those of the same name show the cells as they lie now. */
export async function layCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  charts: readonly LaidChart[],
): Promise<void> {
  const known = charts.map(({ name }) => sheet.charts.getItemOrNullObject(name));
  for (const chart of known) chart.load("name");
  await context.sync();
  charts.forEach((laid, at) => {
    const range = rangeOf(sheet, laid.over);
    const found = known[at]!;
    const chart = found.isNullObject ? sheet.charts.add(laid.type, range, Excel.ChartSeriesBy.columns) : found;
    if (found.isNullObject) {
      chart.name = laid.name;
      chart.legend.position = Excel.ChartLegendPosition.bottom;
      // Where the person moved it, it stays.
      const { row, column, rows, columns } = laid.at;
      chart.setPosition(
        sheet.getRangeByIndexes(row, column, 1, 1),
        sheet.getRangeByIndexes(row + rows - 1, column + columns - 1, 1, 1),
      );
    } else chart.setData(range, Excel.ChartSeriesBy.columns);
    chart.title.text = laid.title;
  });
  await context.sync();
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Box): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);
