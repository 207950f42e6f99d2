import { readFile } from "node:fs/promises";
import { afterEach, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import { openXlsx } from "../../addin/desk/xlsx/open.ts";
import type { SourceGrid } from "../../addin/sync/importing.ts";
import { workbookMemory } from "../../addin/workbook/excel/import-memory.ts";
import { excelSources } from "../../addin/workbook/excel/sources.ts";
import { gridOfFile } from "./grids.ts";

afterEach(() => vi.unstubAllGlobals());

function use(excel: ExcelInNode): ExcelInNode {
  vi.stubGlobal("Excel", excel.Excel);
  vi.stubGlobal("OfficeExtension", excel.OfficeExtension);
  vi.stubGlobal("Office", excel.Office);
  return excel;
}
async function open(name: string): Promise<ExcelInNode> {
  const bytes = await readFile(new URL(`../fixtures/${name}`, import.meta.url));
  return use(createExcel({ workbook: await openXlsx(bytes), culture: "lv-LV" }));
}
const values = ({ cells }: SourceGrid) => cells.map((row) => row.map((cell) => cell.date ?? cell.value));

test("used ranges of visible sheets are offered, tables first, Saime's own sheets never", async () => {
  const { Excel } = await open("services-novads.xlsx");
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.add("Pakalpojumi");
    own.getRange("A1:B2").values = [
      ["Kods", "Nosaukums"],
      ["P-0001", "Noma"],
    ];
    own.tables.add("A1:B2", true).name = "SaimeServices";
    const other = context.workbook.worksheets.add("Cits");
    other.getRange("B3:C5").values = [
      ["Kods", "Nosaukums"],
      ["X-1", "a"],
      ["X-2", "b"],
    ];
    other.tables.add("B3:C5", true).name = "Mani";
    const hidden = context.workbook.worksheets.add("Slepena");
    hidden.getRange("A1").values = [["x"]];
    hidden.visibility = "VeryHidden";
    await context.sync();
  });
  const sources = await excelSources().list();
  expect(sources.map(({ kind, name, rows, columns }) => [kind, name, rows, columns])).toEqual([
    ["TABLE", "Mani", 3, 2],
    ["SHEET", "Pakalpojumi 2024", 16, 9],
    ["SHEET", "Piezīmes", 1, 1],
  ]);
});

test("cells arrive as they are: days by format, shown codes, errors, text", async () => {
  await open("services-novads.xlsx");
  const port = excelSources();
  const sheet = (await port.list()).find(({ name }) => name === "Pakalpojumi 2024");
  const grid = await port.read(sheet?.id ?? "");
  expect(values(grid)).toEqual(values(await gridOfFile("services-novads.xlsx")));
  expect(grid.cells[6]?.[5]).toMatchObject({ date: "2026-12-31" });
  expect(grid.cells[6]?.[6]).toEqual({ value: 12, text: "0012" });
  expect(grid.cells[13]?.[7]).toEqual({ value: "#N/A", text: "#N/A", error: true });
});

test("a source of many cells is read in answers far under Excel's limit, with progress", async () => {
  const excel = await open("services-ee-200.xlsx");
  const port = excelSources();
  const [sheet] = await port.list();
  const seen: number[] = [];
  const grid = await port.read(sheet?.id ?? "", { onProgress: ({ done }) => seen.push(done) });
  expect(values(grid)).toEqual(values(await gridOfFile("services-ee-200.xlsx")));
  expect(seen.at(-1)).toBe(201);
  expect(excel.traffic.largestAnswer).toBeLessThan(2_000_000);
});

test("days are told in workbooks that count from 1904", async () => {
  const { Excel } = use(createExcel({ date1904: true }));
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:A2");
    range.numberFormat = [["@"], ["dd.mm.yyyy"]];
    range.values = [["Sākums"], [46_387 - 1_462]];
    await context.sync();
  });
  const port = excelSources();
  const [sheet] = await port.list();
  expect((await port.read(sheet?.id ?? "")).cells[1]?.[0]).toMatchObject({ date: "2026-12-31" });
});

test("a source that is gone is told in words", async () => {
  await open("services-novads.xlsx");
  await expect(excelSources().read("table:none")).rejects.toMatchObject({ code: "SOURCE_GONE" });
});

test("mappings are remembered in the workbook's own settings", async () => {
  await open("services-novads.xlsx");
  const memory = workbookMemory();
  expect(await memory.load("saime.import.x")).toBeNull();
  await memory.save("saime.import.x", '{"a":1}');
  expect(await memory.load("saime.import.x")).toBe('{"a":1}');
});
