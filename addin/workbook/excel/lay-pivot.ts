import type { LaidPivot } from "../laid.ts";
import { tableName } from "../names.ts";

/** Refreshes a PivotTable that is there, as the person arranged it, or makes it. */
export async function layPivot(context: Excel.RequestContext, sheet: Excel.Worksheet, laid: LaidPivot): Promise<void> {
  const known = sheet.pivotTables.getItemOrNullObject(laid.name);
  known.load("name");
  const left = sheet.getUsedRangeOrNullObject(true);
  left.load("address");
  await context.sync();
  if (!known.isNullObject) {
    known.refresh();
    await context.sync();
    return;
  }
  // A file saved by the desk has the cells of a PivotTable without the PivotTable.
  if (!left.isNullObject) left.clear();
  const table = context.workbook.tables.getItem(tableName(laid.register));
  const target = sheet.getRangeByIndexes(laid.at.row, laid.at.column, 1, 1);
  const pivot = sheet.pivotTables.add(laid.name, table, target);
  const field = (name: string) => pivot.hierarchies.getItem(name);
  pivot.layout.layoutType = Excel.PivotLayoutType.tabular;
  for (const name of laid.rows) pivot.rowHierarchies.add(field(name));
  for (const name of laid.columns) pivot.columnHierarchies.add(field(name));
  for (const { field: name } of laid.filters) pivot.filterHierarchies.add(field(name));
  for (const { field: name, by, format, name: label } of laid.data) {
    const data = pivot.dataHierarchies.add(field(name));
    data.summarizeBy = Excel.AggregationFunction[by === "Sum" ? "sum" : "count"];
    data.name = label;
    data.numberFormat = format;
  }
  pivot.layout.showColumnGrandTotals = laid.totals;
  await context.sync();
  // Items are known once the fields stand.
  for (const { field: name, items } of laid.filters)
    field(name)
      .fields.getItem(name)
      .applyFilter({ manualFilter: { selectedItems: [...items] } });
  await context.sync();
}
