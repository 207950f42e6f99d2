import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { WorkbookSnapshot } from "../../addin/desk/model/snapshot.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import { TableMoving } from "../../addin/workbook/moving.ts";
import type { TableImage } from "../../addin/workbook/port.ts";
import { withTrips } from "./trips.ts";

/** A person works in the table while it is read over several round trips of the real office.js. */
const REGISTER = "services";
const TABLE = "SaimeServices";
/** Read in one chunk, and in two. */
const [FEW, MANY] = [20, 2_100];
const HEADINGS = ["_id", ...Array.from({ length: 19 }, (_, at) => `Column ${at + 1}`)];
/** Every cell says where it belongs, so that a cell misread anywhere shows. */
const cell = (row: number, heading: string) => (heading === "_id" ? `id-${row}` : `${heading} of id-${row}`);
const workbooks = new Map<number, WorkbookSnapshot>();
let excel: ExcelInNode;

beforeAll(async () => {
  for (const rows of [FEW, MANY]) {
    const made = createExcel();
    await made.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Data");
      const range = sheet.getRangeByIndexes(0, 0, rows + 1, HEADINGS.length);
      range.values = [HEADINGS, ...Array.from({ length: rows }, (_, row) => HEADINGS.map((one) => cell(row, one)))];
      sheet.tables.add(range, true).name = TABLE;
      await context.sync();
    });
    workbooks.set(rows, made.model.snapshot());
  }
});
const open = (rows: number) => (excel = createExcel({ workbook: workbooks.get(rows)! }));
beforeEach(() => open(MANY));
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Reads the table; `act` happens after each round trip, which are counted from 1. */
function reading(act: (trip: number) => void): Promise<TableImage | null> {
  vi.stubGlobal("Excel", withTrips(excel.Excel, { after: act }));
  vi.stubGlobal("Office", excel.Office);
  return createExcelPort().read(REGISTER);
}
function sound({ columns, values }: TableImage): boolean {
  const ids = values[columns.findIndex(({ heading }) => heading === "_id")]!;
  return columns.every(({ heading }, at) =>
    ids.every((id, row) => {
      const text = typeof id === "object" ? id.fault : String(id);
      return text === ""
        ? values[at]![row] === ""
        : values[at]![row] === (heading === "_id" ? id : `${heading} of ${text}`);
    }),
  );
}
const sheet = () => excel.model.table(TABLE).sheet;

const DEEDS: readonly (readonly [string, () => void])[] = [
  ["a column is moved", () => excel.person.moveColumn(sheet(), 3, 9)],
  ["a column is inserted before the table", () => excel.person.insertColumns(sheet(), 0)],
  ["a column is deleted", () => excel.person.deleteColumns(sheet(), 5)],
  ["a row is inserted above the table", () => excel.person.insertRows(sheet(), 0)],
  ["a row is inserted in the table", () => excel.person.insertRows(sheet(), 7)],
  ["a row is deleted", () => excel.person.deleteTableRows(TABLE, 3)],
  ["the table is sorted", () => excel.person.sort(TABLE, [{ key: 0, ascending: false }])],
];

describe.each(DEEDS)("while %s", (_name, deed) => {
  // The table's place, the chunks of the body, with several of them the ids once more.
  test.each([
    [FEW, 1],
    [MANY, 1],
    [MANY, 2],
    [MANY, 3],
  ])("of %i rows, after round trip %i, the image is the table's as it stands in the end", async (rows, when) => {
    open(rows);
    const image = (await reading((trip) => trip === when && deed()))!;
    expect(sound(image)).toBe(true);
    const { box } = excel.model.table(TABLE);
    expect([image.rows, image.columns.length]).toEqual([box.rows - 1, box.columns]);
    const data = excel.model.sheet(sheet());
    const first = Array.from({ length: box.columns }, (_, at) => data.value(box.row + 1, box.column + at));
    expect(image.values.map((column) => column[0])).toEqual(first);
  });
});

test("a table that never stands still is not read at all", async () => {
  await expect(reading(() => excel.person.insertRows(sheet(), 0))).rejects.toThrow(TableMoving);
  await expect(reading(() => excel.person.moveColumn(sheet(), 3, 9))).rejects.toThrow(TableMoving);
});

test("edits of cells alone do not begin the reading anew", async () => {
  let trips = 0;
  const image = await reading((trip) => {
    trips = trip;
    excel.person.type(sheet(), 5, 4, "typed");
  });
  expect(trips).toBe(4);
  expect(image!.values[4]![4]).toBe("typed");
});

test("a table deleted while it is read is gone", async () => {
  const gone = reading((trip) => {
    if (trip === 2) excel.model.apply({ type: "deleteSheet", sheet: sheet() }, "person");
  });
  expect(await gone).toBeNull();
});

test("a fault mended between the reading of its text and of its type is read as it stands then", async () => {
  const table = excel.model.table(TABLE);
  excel.person.do({
    type: "setCells",
    area: { sheet: table.sheet, row: 1, column: 1, rows: 1, columns: 1 },
    contents: [[{ value: "#N/A" }]],
  });
  const image = await reading((trip) => {
    if (trip === 3) excel.person.type(table.sheet, 1, 1, "mended");
  });
  expect(image!.values[1]![0]).toBe("mended");
});
