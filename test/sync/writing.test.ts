import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { WorkbookSnapshot } from "../../addin/desk/model/snapshot.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import type { CellWrite, Written } from "../../addin/workbook/port.ts";
import { withTrips } from "./trips.ts";

/** A person works in the table while cells are written over several round trips of the real office.js. */
const TABLE = "SaimeServices";
const HEADINGS = ["_id", "Name", "Holder", "Formula"];
const IDS = Array.from({ length: 12 }, (_, row) => `id-${row}`);
let workbook: WorkbookSnapshot;
let excel: ExcelInNode;

beforeAll(async () => {
  const made = createExcel();
  await made.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Data");
    const range = sheet.getRangeByIndexes(0, 0, IDS.length + 1, HEADINGS.length);
    range.values = [HEADINGS, ...IDS.map((id, row) => [id, `Name of ${id}`, `'00${row}`, `=${row}+1`])];
    sheet.tables.add(range, true).name = TABLE;
    await context.sync();
  });
  workbook = made.model.snapshot();
});
afterEach(() => vi.unstubAllGlobals());

/** The rows by id, each cell as the person sees it and as it is kept. */
function rows() {
  const { sheet, box, columns } = excel.model.table(TABLE);
  const area = { sheet, row: box.row + 1, column: box.column, rows: box.rows - 1, columns: box.columns };
  const id = columns.findIndex(({ name }) => name === "_id");
  return new Map(
    excel.model
      .contents(area)
      .map((line) => [
        String(line[id]?.value),
        Object.fromEntries(columns.map(({ name }, at) => [name, line[at]?.formula ?? line[at]?.value])),
      ]),
  );
}
const sheet = () => excel.model.table(TABLE).sheet;

const DEEDS: readonly (readonly [string, () => void])[] = [
  ["sorted", () => excel.person.sort(TABLE, [{ key: 1, ascending: false }])],
  ["pushed down by a row above it", () => excel.person.insertRows(sheet(), 0)],
  ["pushed right by a column before it", () => excel.person.insertColumns(sheet(), 0)],
  ["rearranged by columns", () => excel.person.moveColumn(sheet(), 1, 3)],
];

describe.each(DEEDS)("a table %s", (_name, deed) => {
  // The place; place, ids and cells; the writing.
  test.each([1, 2, 3])("before round trip %i gets each cell in its row, or is told to be left", async (when) => {
    excel = createExcel({ workbook });
    const before = rows();
    vi.stubGlobal("Office", excel.Office);
    vi.stubGlobal("Excel", excel.Excel);
    const port = createExcelPort();
    const image = (await port.read("services"))!;
    const column = (heading: string) => image.columns.find((one) => one.heading === heading)!.id;
    const cells = [2, 3, 9].flatMap((row): CellWrite[] => [
      { row, column: column("Name"), value: `New name of id-${row}` },
      { row, column: column("Holder"), value: `New holder of id-${row}` },
    ]);
    vi.stubGlobal("Excel", withTrips(excel.Excel, { before: (trip) => trip === when && deed() }));
    const writes = { idColumn: column("_id"), formats: new Map(), cells, append: [], remove: [] };
    const { skipped } = await port.write("services", image, writes);
    const after = rows();
    expect(after.size).toBe(IDS.length);
    for (const [at, id] of IDS.entries()) {
      const written = [2, 3, 9].includes(at) && !skipped.has(at);
      const old = before.get(id)!;
      expect(after.get(id)).toEqual(
        written ? { ...old, Name: `New name of ${id}`, Holder: `New holder of ${id}` } : old,
      );
    }
    // Only what moves in the very last moment is left for another turn.
    expect([...skipped]).toEqual(when === 3 ? [2, 3, 9] : []);
  });
});

describe.each([
  ...DEEDS,
  ["under which somebody types", () => excel.person.type(sheet(), endOfTable(), 1, "Typed")] as const,
  ["to which a row is added", () => excel.person.duplicateTableRow(TABLE, 0)] as const,
])("a table %s", (_name, deed) => {
  // The place; what stands below; the writing.
  test.each([1, 2, 3])("before round trip %i keeps every row it has and gets the new ones under them", async (when) => {
    excel = createExcel({ workbook });
    const before = rows();
    const write = await appending(["new-0", "new-1"], (trip) => trip === when && deed());
    await write();
    const after = rows();
    for (const [id, line] of before) expect(after.get(id)).toEqual(line);
    for (const id of ["new-0", "new-1"]) expect(after.get(id)).toMatchObject({ Name: `Name of ${id}`, Holder: "=1" });
  });
});

test.each([1, 2, 3])("what somebody notes below the table before round trip %i stays below it", async (when) => {
  excel = createExcel({ workbook });
  const note = () => {
    excel.person.type(sheet(), endOfTable() + 1, 1, "Note");
    excel.person.type(sheet(), endOfTable() + 1, 2, "=1+1");
  };
  const write = await appending(["new-0", "new-1"], (trip) => trip === when && note());
  await write();
  expect(rows().size).toBe(IDS.length + 2);
  const noted = { sheet: sheet(), row: endOfTable() + 1, column: 1, rows: 1, columns: 2 };
  expect(excel.model.contents(noted)).toMatchObject([[{ value: "Note" }, { formula: "=1+1" }]]);
});

test("what somebody types into the table's empty row in the last moment stays a row of it", async () => {
  excel = createExcel({ workbook });
  excel.person.deleteTableRows(TABLE, 0, IDS.length);
  const type = () => {
    excel.person.type(sheet(), 1, 0, "mine");
    excel.person.type(sheet(), 1, 1, "=1+1");
  };
  const write = await appending(["new-0", "new-1"], (trip) => trip === 3 && type());
  await write();
  expect([...rows()].map(([id, { Name }]) => [id, Name])).toEqual([
    ["new-0", "Name of new-0"],
    ["new-1", "Name of new-1"],
    ["mine", "=1+1"],
  ]);
});

describe.each([
  ...DEEDS,
  ["in which somebody types", () => excel.person.type(sheet(), rowOf("id-3"), 1, "Typed")] as const,
  ["under which somebody types", () => excel.person.type(sheet(), endOfTable(), 1, "Typed")] as const,
])("a table %s", (_name, deed) => {
  test.each([1, 2, 3].flatMap((when) => [[when, [2, 3, 11]] as const, [when, IDS.map((_, at) => at)] as const]))(
    "before round trip %i loses none but the rows %j, and of those that stay it is told",
    async (when, remove) => {
      excel = createExcel({ workbook });
      let before = rows();
      const write = await ready({ remove }, (trip) => {
        if (trip !== when) return;
        deed();
        before = rows();
      });
      const { skipped } = await write();
      const after = rows();
      const [going, staying] = [remove, IDS.map((_, at) => at)].map((all) => all.filter((at) => !skipped.has(at)));
      for (const at of going!) expect(after.has(IDS[at]!)).toBe(false);
      for (const at of staying!.filter((at) => !going!.includes(at)).concat([...skipped]))
        expect(after.get(IDS[at]!)).toEqual(before.get(IDS[at]!));
      expect([...after.keys()].filter((id) => IDS.includes(id))).toEqual(
        [...before.keys()].filter((id) => IDS.includes(id) && after.has(id)),
      );
      if (_name === "under which somebody types") expect(after.get("undefined")?.["Name"]).toBe("Typed");
      // What did not change in the very last moment goes.
      if (when < 3 && _name !== "in which somebody types") expect([...skipped]).toEqual([]);
    },
  );
});

const rowOf = (id: string) => {
  const { box } = excel.model.table(TABLE);
  return box.row + 1 + [...rows().keys()].indexOf(id);
};

/** The first row under the table. */
function endOfTable(): number {
  const { box } = excel.model.table(TABLE);
  return box.row + box.rows;
}

/** Ready to append rows of these ids, while `before` stands beside every round trip. */
const appending = (ids: readonly string[], before: (trip: number) => unknown) => ready({ ids }, before);

async function ready(
  { ids = [], remove = [] }: { readonly ids?: readonly string[]; readonly remove?: readonly number[] },
  before: (trip: number) => unknown,
): Promise<() => Promise<Written>> {
  vi.stubGlobal("Office", excel.Office);
  vi.stubGlobal("Excel", excel.Excel);
  const port = createExcelPort();
  const image = (await port.read("services"))!;
  const column = (heading: string) => image.columns.find((one) => one.heading === heading)!.id;
  const line = (id: string) => ({ _id: id, Name: `Name of ${id}`, Holder: "=1" });
  const append = ids.map((id) => new Map(Object.entries(line(id)).map(([heading, cell]) => [column(heading), cell])));
  const formats = new Map([[column("Holder"), "TEXT" as const]]);
  vi.stubGlobal("Excel", withTrips(excel.Excel, { before }));
  return () => port.write("services", image, { idColumn: column("_id"), formats, cells: [], append, remove });
}

test("long texts are written in requests that Excel takes", async () => {
  excel = createExcel();
  vi.stubGlobal("Office", excel.Office);
  vi.stubGlobal("Excel", excel.Excel);
  const port = createExcelPort();
  const hidden = { format: "TEXT", width: 12, hidden: true, wrap: false } as const;
  const rows = Array.from({ length: 3_000 }, (_, row) => [`id-${row}`, "Š".repeat(2_000)]);
  const layout = {
    register: "services",
    sheet: "Data",
    columns: ["_id", "Text"].map((heading) => ({ ...hidden, heading })),
  };
  const [id, text] = await port.create(layout, rows);
  const image = (await port.read("services"))!;
  const cells = rows.map((_, row) => ({ row, column: text!.id, value: "Ž".repeat(2_000) }));
  const formats = new Map([[text!.id, "TEXT" as const]]);
  const { skipped } = await port.write("services", image, { idColumn: id!.id, formats, cells, append: [], remove: [] });
  expect(skipped.size).toBe(0);
  expect(
    (await port.read("services"))!.values[1]!.every((cell) => typeof cell === "string" && cell.startsWith("ŽŽ")),
  ).toBe(true);
}, 60_000);
