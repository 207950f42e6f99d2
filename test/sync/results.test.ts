import { beforeEach, describe, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { ReportLine } from "../../addin/sync/results/report.ts";
import { createResultsService } from "../../addin/sync/results/service.ts";
import { RESULT_KEYS, type ResultRow } from "../../addin/sync/results/table.ts";
import { createLaidPort } from "../../addin/workbook/excel/lay.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";

const NOTHING = Object.fromEntries(RESULT_KEYS.map((key) => [key, null])) as ResultRow;

/** A result of an availability KPI in per cent, with its parts. */
function result(scope: string, month: number, numerator: number, denominator: number, more: Partial<ResultRow> = {}) {
  const from = `2026-${String(month).padStart(2, "0")}-01`;
  return {
    ...NOTHING,
    ...{ kpiCode: "0001", kpiName: "=Pieejamība", unit: "%", scopeKind: "SERVICE", scopeCode: scope, scopeName: scope },
    ...{ periodKind: "MONTH", from, to: `2026-${String(month + 1).padStart(2, "0")}-01`, year: 2026, month },
    ...{ numerator, denominator, value: (100 * numerator) / denominator, count: 1, target: 99, status: "MISSED" },
    ...{ attainment: 0.5, watermark: "12345678901234567890", computedAt: "2026-11-21T08:00:00Z" },
    ...more,
  } satisfies ResultRow;
}

let results: ResultRow[];
let excel: ExcelInNode;
let pages: number;
const signal = new AbortController();

function open(institution = "one") {
  vi.stubGlobal("Excel", excel.Excel);
  vi.stubGlobal("Office", excel.Office);
  return createResultsService({
    port: createExcelPort(),
    laid: createLaidPort(),
    institution,
    // Two rows a page: what a page brings is no matter of the sheet's.
    server: {
      page: async ({ after }) => {
        pages++;
        const at = Number(after ?? 0);
        const part = results.slice(at, at + 2);
        const values = RESULT_KEYS.map((key) => part.map((row) => row[key]));
        return {
          columns: RESULT_KEYS,
          values,
          count: part.length,
          next: at + 2 < results.length ? String(at + 2) : null,
        };
      },
    },
  });
}

/** The table as lines of named cells, in the sheet's order. */
function shown() {
  const { sheet, box } = excel.model.table("SaimeKpiResults");
  const [heads = [], ...lines] = excel.model
    .contents({ sheet, ...box })
    .map((line) => line.map((content) => content?.value ?? ""));
  return lines.map((line) => Object.fromEntries(heads.map((head, at) => [String(head), line[at] ?? ""])));
}
const cell = (row: number, heading: string) => {
  const { sheet, box, columns } = excel.model.table("SaimeKpiResults");
  return { sheet, row: box.row + 1 + row, column: box.column + columns.findIndex(({ name }) => name === heading) };
};

const tabs = () => excel.model.sheets.flatMap(({ name, visibility }) => (visibility === "Visible" ? [name] : []));

beforeEach(() => {
  excel = createExcel({ culture: "lv-LV" });
  pages = 0;
  results = [result("P-0001", 1, 90, 100), result("P-0002", 1, 10, 10), result("P-0001", 2, 50, 100)];
});

describe("the sheet of results", () => {
  test("texts stay text, days are days, figures show in their unit, keys show as words", async () => {
    const report = await open().refresh("lv");
    expect(report).toEqual({ rows: 3, added: 3, changed: 0, removed: 0 });
    expect(pages).toBe(2);
    const [first] = shown();
    expect(first).toMatchObject({
      ...{
        "Rādītāja kods": "0001",
        Rādītājs: "=Pieejamība",
        "Tvēruma veids": "Pakalpojums",
        "Perioda veids": "Mēnesis",
      },
      ...{ No: 46023, Vērtība: 90, Statuss: "Nav sasniegts", "Pēdējais notikums": "12345678901234567890", Izmaiņa: "" },
    });
    const format = (heading: string) => {
      const { sheet, row, column } = cell(0, heading);
      return excel.model.sheet(sheet).formats.get(row, column);
    };
    expect(["Rādītāja kods", "No", "Vērtība", "Izpilde"].map(format)).toEqual(["@", "dd.mm.yyyy", '0.00"%"', "0%"]);
  });

  test("is refreshed in place: columns renamed, moved and added, rows sorted, notes beside them stay", async () => {
    await open().refresh("lv");
    const { sheet, box } = excel.model.table("SaimeKpiResults");
    excel.person.type(sheet, box.row, box.column + box.columns, "Mana piezīme");
    const renamed = cell(0, "Vērtība");
    excel.person.type(sheet, box.row, renamed.column, "Cik?");
    excel.model.apply({ type: "moveColumns", sheet, from: renamed.column, count: 1, to: box.column + 2 }, "person");
    const body = { sheet, row: box.row + 1, column: box.column, rows: 3, columns: box.columns + 1 };
    excel.model.apply({ type: "reorderRows", area: body, order: [2, 1, 0] }, "person");
    const note = cell(1, "Mana piezīme");
    excel.person.type(sheet, note.row, note.column, "par P-0002");
    excel.person.type(sheet, 40, 2, "ārpus tabulas");

    results = [result("P-0002", 1, 9, 10), result("P-0001", 2, 50, 100), result("P-0003", 2, 1, 1, { unit: "h" })];
    const report = await open().refresh("en");
    expect(report).toEqual({ rows: 3, added: 1, changed: 1, removed: 1 });
    expect(shown().map((line) => [line["Tvēruma kods"], line["Cik?"], line["Mana piezīme"]])).toEqual([
      ["P-0001", 50, ""],
      ["P-0002", 90, "par P-0002"],
      ["P-0003", 100, ""],
    ]);
    expect(shown()[2]?.["Statuss"]).toBe("Nav sasniegts");
    // One row went and one came.
    expect(excel.model.value(sheet, 40, 2)).toBe("ārpus tabulas");
    const again = await open().refresh("lv");
    expect(again).toEqual({ rows: 3, added: 0, changed: 0, removed: 0 });
  });

  test("a row with somebody's note whose result is gone stays, and counts no longer", async () => {
    await open().refresh("lv");
    const { sheet, box } = excel.model.table("SaimeKpiResults");
    excel.person.type(sheet, box.row, box.column + box.columns, "Piezīme");
    const note = cell(0, "Piezīme");
    excel.person.type(sheet, note.row, note.column, "svarīgi");
    results = results.slice(1);
    await open().refresh("lv");
    expect(shown()).toHaveLength(3);
    expect(shown()[0]).toMatchObject({ Piezīme: "svarīgi", Skaitītājs: "", Saucējs: "", Statuss: "" });
  });

  test("a deleted column comes back filled", async () => {
    await open().refresh("lv");
    const { sheet } = excel.model.table("SaimeKpiResults");
    excel.model.apply({ type: "deleteColumns", sheet, at: cell(0, "Saucējs").column, count: 1 }, "person");
    await open().refresh("lv");
    expect(shown().map((line) => line["Saucējs"])).toEqual([100, 10, 100]);
  });

  test("another institution's sheet is left alone, and a cancelled refresh writes nothing", async () => {
    await open().refresh("lv");
    await expect(open("two").refresh("lv")).rejects.toThrow("another institution");
    signal.abort();
    results = [];
    await expect(open().refresh("lv", { signal: signal.signal })).rejects.toMatchObject({ code: "CANCELLED" });
    expect(shown()).toHaveLength(3);
  });
});

describe("one click", () => {
  test("makes ratios with a chart, statuses with theirs, and PivotTables that add up parts of services alone", async () => {
    results.push(result("IEST", 1, 100, 110, { scopeKind: "INSTITUTION", scopeName: "Iestāde" }));
    await open().analyse("lv");
    expect(tabs()).toEqual([
      ...["Sheet1", "Rezultāti", "Rezultāti – attiecība", "Rezultāti – statusi"],
      ...["Pēc pakalpojuma un mēneša", "Pēc statusa"],
    ]);
    expect(excel.model.charts.map(({ name, series }) => [name, series.length])).toEqual([
      ["SaimeRatio", 2],
      ["SaimeStatuses", 4],
    ]);
    const pivot = excel.model.pivots.find(({ name }) => name === "SaimePivotServices")!;
    const lines = excel.model
      .contents({ sheet: pivot.sheet, ...pivot.box })
      .map((line) => line.map((content) => content?.value ?? ""));
    expect(lines.find((line) => line[1] === "P-0001")?.slice(2)).toEqual([90, 100, 1, 50, 100, 1, 140, 200, 2]);
    // All services together: 90 + 10 of 100 + 10, and not the institution's own 100 of 110 once more.
    expect(lines.find((line) => String(line[0]).endsWith("Total"))?.slice(2, 5)).toEqual([100, 110, 2]);
  });

  test("values are made of sums as the server makes them: minutes of hours, counts of themselves", async () => {
    results = [
      result("P-0001", 1, 3, 2, { kpiCode: "A", measure: "MTRS", unit: "min" }),
      result("P-0001", 1, 7, 1, { kpiCode: "B", measure: "INCIDENTS", unit: "skaits" }),
      result("P-0001", 1, 9, 10, { kpiCode: "C", unit: "%" }),
    ];
    await open().analyse("lv");
    const sheet = excel.model.sheet("Rezultāti – attiecība");
    const lines = [...sheet.cells.filled()].map(([, cells]) => cells.slice(-5));
    expect(lines).toEqual(
      expect.arrayContaining([
        ["A", "=Pieejamība", "min", 60, 0],
        ["B", "=Pieejamība", "skaits", 1, 1],
        ["C", "=Pieejamība", "%", 100, 0],
      ]),
    );
    expect(shown().map((line) => line["Mērs"])).toEqual(["Vidējais atjaunošanas laiks", "Incidentu skaits", ""]);
  });

  test("once more doubles nothing, takes in what is new and keeps what the person chose and wrote", async () => {
    results.push(result("P-0001", 3, 1, 2, { kpiCode: "0002", kpiName: "Cits" }));
    await open().analyse("lv");
    const ratio = excel.model.sheet("Rezultāti – attiecība").id;
    excel.person.type(ratio, 2, 1, "0002");
    excel.person.type(ratio, 70, 0, "mana piezīme");
    const [chart] = excel.model.charts;
    excel.model.apply({ type: "setChart", chart: { ...chart!, left: 500 } }, "person");
    results.push(result("P-0009", 3, 5, 5));
    await open().analyse("lv");
    expect(tabs()).toHaveLength(6);
    expect(excel.model.charts).toHaveLength(2);
    expect(excel.model.charts[0]).toMatchObject({ left: 500 });
    expect(excel.model.charts[0]?.series[0]?.values.rows).toBe(3);
    expect(excel.model.pivots).toHaveLength(2);
    expect(excel.model.value(ratio, 2, 1)).toBe("0002");
    expect(excel.model.value(ratio, 70, 0)).toBe("mana piezīme");
    const pivot = excel.model.pivots.find(({ name }) => name === "SaimePivotServices")!;
    const labels = excel.model.contents({ sheet: pivot.sheet, ...pivot.box }).map((line) => line[1]?.value);
    expect(labels).toContain("P-0009");
  });

  test("makes anew what was deleted, also where a file kept a PivotTable's cells alone", async () => {
    await open().analyse("lv");
    excel.model.apply({ type: "deleteSheet", sheet: "Rezultāti – statusi" }, "person");
    const snapshot = excel.model.snapshot();
    excel.model.restore({ ...snapshot, pivots: [] });
    await open().analyse("lv");
    expect(excel.model.pivots).toHaveLength(2);
    expect(excel.model.charts).toHaveLength(2);
    expect(tabs()).toHaveLength(6);
  });

  test("asks of Excel no more than the manifest demands", async () => {
    await open().analyse("lv");
    expect(Number(excel.usage.highest().split(".")[1])).toBeLessThanOrEqual(14);
    expect(excel.usage.outsideExcelApi()).toEqual([]);
  });
});

test("a report says what was known when it was made, and the next one takes its place", async () => {
  const line: ReportLine = {
    ...{ code: "KPI-0001", name: "Pieejamība", scope: "Iestāde", unit: "%", period: "2026-10", value: 99.1 },
    ...{ target: 99, attainment: 1, status: "MET", change: -0.2, movement: "=8 mēnešus pēc kārtas" },
  };
  const view = { institution: "Iestāde", audience: "vadība", until: "31.10.2026", made: "21.11.2026", lines: [line] };
  await open().report(view, "lv");
  await open().report({ ...view, lines: [line, { ...line, code: "KPI-0002" }] }, "lv");
  expect(excel.model.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Pārskats"]);
  expect(excel.model.charts.map(({ name }) => name)).toEqual(["SaimeReportStatuses", "SaimeReportAttainment"]);
  const sheet = excel.model.sheet("Pārskats");
  expect(sheet.value(7, 0)).toBe("KPI-0001 Pieejamība");
  expect(sheet.value(8, 0)).toBe("KPI-0002 Pieejamība");
  expect(sheet.content(7, 8)).toEqual({ value: "=8 mēnešus pēc kārtas" });
  expect(sheet.value(7, 6)).toBe("Sasniegts");
});
