import { expect, test } from "vitest";
import { readXlsx } from "../../addin/desk/xlsx/hucre.ts";
import { saveXlsx } from "../../addin/desk/xlsx/save.ts";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { WorkbookModel } from "../../addin/desk/model/workbook.ts";

const ROWS = [
  ["KPI", "Service", "Month", "Numerator", "Denominator", "Kind"],
  ["A", "S1", 46023, 1, 2, "own"],
  ["A", "S2", 46023, 3, 10, "own"],
  ["A", "S1", 46054, 4, 5, "own"],
  ["B", "S1", 46023, 7, 8, "own"],
  ["A", "all", 46023, 4, 12, "sum"],
];

/** A table of results and a PivotTable over it, made as the pane makes one. */
async function made() {
  const excel = createExcel();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("A1:F6");
    range.values = ROWS;
    sheet.getRange("C2:C6").numberFormat = "mm.yyyy" as unknown as string[][];
    sheet.tables.add(range, true).name = "Results";
    const target = context.workbook.worksheets.add("Pivot");
    const pivot = target.pivotTables.add(
      "ByService",
      context.workbook.tables.getItem("Results"),
      target.getRange("A4"),
    );
    pivot.layout.layoutType = "Tabular";
    for (const name of ["KPI", "Service"]) pivot.rowHierarchies.add(pivot.hierarchies.getItem(name));
    pivot.columnHierarchies.add(pivot.hierarchies.getItem("Month"));
    const kind = pivot.hierarchies.getItem("Kind");
    pivot.filterHierarchies.add(kind);
    kind.fields.getItem("Kind").applyFilter({ manualFilter: { selectedItems: ["own"] } });
    for (const [field, name] of [
      ["Numerator", "Σ n"],
      ["Denominator", "Σ d"],
    ] as const) {
      const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem(field));
      data.summarizeBy = "Sum";
      data.name = name;
      data.numberFormat = "0.0";
    }
    await context.sync();
  });
  const shown = () => {
    const { sheet, box } = excel.model.pivots[0]!;
    return excel.model.contents({ sheet, ...box }).map((line) => line.map((cell) => cell?.value ?? ""));
  };
  return { excel, shown };
}

test("a report adds the parts of each group, its totals from the rows and not from other totals", async () => {
  const { shown, excel } = await made();
  expect(shown()).toEqual([
    ["Kind", "own", "", "", "", "", "", ""],
    ["", "", "", "", "", "", "", ""],
    ["", "", "Month", "", "", "", "", ""],
    ["", "", 46023, "", 46054, "", "Total Σ n", "Total Σ d"],
    ["KPI", "Service", "Σ n", "Σ d", "Σ n", "Σ d", "", ""],
    ["A", "S1", 1, 2, 4, 5, 5, 7],
    ["", "S2", 3, 10, "", "", 3, 10],
    ["A Total", "", 4, 12, 4, 5, 8, 17],
    ["B", "S1", 7, 8, "", "", 7, 8],
    ["B Total", "", 7, 8, "", "", 7, 8],
    ["Grand Total", "", 11, 20, 4, 5, 15, 25],
  ]);
  const { sheet, box } = excel.model.pivots[0]!;
  expect(excel.model.sheet(sheet).formats.get(box.row + 3, box.column + 2)).toBe("mm.yyyy");
  expect(excel.model.sheet(sheet).formats.get(box.row + 5, box.column + 2)).toBe("0.0");
});

test("a refresh shows the source as it is now and leaves nothing of the former picture", async () => {
  const { excel, shown } = await made();
  const { sheet, box } = excel.model.table("Results");
  excel.model.apply({ type: "deleteRows", sheet, at: box.row + 4, count: 1 }, "person");
  excel.person.type(sheet, box.row + 1, 3, "100");
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Pivot").pivotTables.getItem("ByService").refresh();
    await context.sync();
  });
  expect(shown().slice(5)).toEqual([
    ["A", "S1", 100, 2, 4, 5, 104, 7],
    ["", "S2", 3, 10, "", "", 3, 10],
    ["A Total", "", 103, 12, 4, 5, 107, 17],
    ["Grand Total", "", 103, 12, 4, 5, 107, 17],
  ]);
  const target = excel.model.sheet("Pivot");
  expect(target.cells.bounds()?.rows).toBe(excel.model.pivots[0]!.box.rows);
});

test("nobody types into a report or tears it; it moves with its rows and goes with its sheet", async () => {
  const { excel } = await made();
  const { sheet, box } = excel.model.pivots[0]!;
  expect(() => excel.person.type(sheet, box.row + 5, 2, "1")).toThrow("PivotTable");
  expect(() => excel.model.apply({ type: "insertRows", sheet, at: box.row + 3, count: 1 }, "person")).toThrow();
  excel.model.apply({ type: "insertRows", sheet, at: 0, count: 2 }, "person");
  expect(excel.model.pivots[0]!.box.row).toBe(box.row + 2);
  excel.model.apply({ type: "deleteSheet", sheet }, "person");
  expect(excel.model.pivots).toEqual([]);
});

test("a report that would run over filled cells is refused and changes nothing", async () => {
  const { excel, shown } = await made();
  const { sheet, box } = excel.model.pivots[0]!;
  excel.person.type(sheet, box.row + box.rows, 0, "mine");
  const before = shown();
  const { box: table, sheet: source } = excel.model.table("Results");
  excel.person.type(source, table.row + table.rows, 0, "C");
  await expect(
    excel.Excel.run(async (context) => {
      const pivot = context.workbook.worksheets.getItem("Pivot").pivotTables.getItem("ByService");
      pivot.hierarchies.getItem("Kind").fields.getItem("Kind").clearAllFilters();
      await context.sync();
    }),
  ).rejects.toThrow("PivotTable");
  expect(shown()).toEqual(before);
});

test("what the desk does not have of PivotTables and charts fails by name", async () => {
  const { excel } = await made();
  const refused = (batch: (sheet: Excel.Worksheet) => unknown) =>
    expect(
      excel.Excel.run(async (context) => {
        batch(context.workbook.worksheets.getItem("Pivot"));
        await context.sync();
      }),
    ).rejects.toThrow(/does not implement/);
  await refused((sheet) => sheet.pivotTables.add("x", sheet.getRange("A1:B2"), sheet.getRange("Z1")));
  await refused((sheet) => sheet.charts.add("Pie", sheet.getRange("A1:B2")));
  await refused((sheet) => (sheet.pivotTables.getItem("ByService").layout.layoutType = "Outline"));
});

test("a chart names its cells, moves with them, and comes back from a snapshot with the reports", async () => {
  const { excel } = await made();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const chart = sheet.charts.add("LineMarkers", sheet.getRange("C1:E6"), "Columns");
    chart.name = "Trend";
    chart.title.text = "Trend";
    chart.setPosition("H2", "K10");
    await context.sync();
    chart.series.load("items/name");
    chart.load("left,top,width,height,chartType");
    await context.sync();
    expect(chart.series.items.map(({ name }) => name)).toEqual(["Numerator", "Denominator"]);
    expect([chart.left, chart.top, chart.width, chart.height]).toEqual([7 * 48, 15, 4 * 48, 9 * 15]);
  });
  const { sheet } = excel.model.table("Results");
  excel.model.apply({ type: "insertRows", sheet, at: 0, count: 3 }, "person");
  const [chart] = excel.model.charts;
  expect(chart?.series[1]?.values).toEqual({ sheet, row: 4, column: 4, rows: 5, columns: 1 });
  const again = new WorkbookModel(JSON.parse(JSON.stringify(excel.model.snapshot())) as never);
  expect(again.charts).toEqual(excel.model.charts);
  expect(again.pivots).toEqual(excel.model.pivots);
});

test("a saved file has the charts, and of reports the cells they show", async () => {
  const { excel, shown } = await made();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Pivot");
    sheet.charts.add("ColumnStacked", context.workbook.worksheets.getItem("Sheet1").getRange("C1:E6"), "Columns");
    await context.sync();
  });
  const file = await readXlsx(await saveXlsx(excel.model));
  const saved = file.sheets.find(({ name }) => name === "Pivot");
  expect(saved?.charts?.[0]?.series?.map(({ name, valuesRef }) => [name, valuesRef])).toEqual([
    ["Numerator", "Sheet1!$D$2:$D$6"],
    ["Denominator", "Sheet1!$E$2:$E$6"],
  ]);
  const { box } = excel.model.pivots[0]!;
  expect(saved?.rows[box.row + 5]?.slice(0, 4)).toEqual(shown()[5]?.slice(0, 4));
  expect(saved?.pivotTables ?? []).toEqual([]);
});
