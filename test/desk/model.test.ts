import { describe, expect, test } from "vitest";
import { type Operation } from "../../addin/desk/model/operations.ts";
import { WorkbookModel } from "../../addin/desk/model/workbook.ts";

const text = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((value) => (value === "" ? ("" as const) : { value })));

/** A sheet with a table `Services` at B2:D4 (two body rows) and something below it. */
function withTable() {
  const model = new WorkbookModel();
  const sheet = model.activeSheet.id;
  const put = (row: number, column: number, rows: readonly (readonly string[])[], by: "addin" | "person" = "addin") =>
    model.apply(
      {
        type: "setCells",
        area: { sheet, row, column, rows: rows.length, columns: rows[0]?.length ?? 0 },
        contents: text(rows),
      },
      by,
    );
  put(1, 1, [
    ["Code", "Name", "State"],
    ["1", "One", "Live"],
    ["2", "Two", "Live"],
  ]);
  model.apply(
    {
      type: "addTable",
      id: model.newTableId(),
      name: "Services",
      area: { sheet, row: 1, column: 1, rows: 3, columns: 3 },
      style: "TableStyleMedium2",
    },
    "addin",
  );
  const values = (row: number, column: number, rows: number, columns: number) =>
    model.contents({ sheet, row, column, rows, columns }).map((line) => line.map((cell) => cell?.value ?? ""));
  const names = () => model.table("Services").columns.map(({ id, name }) => `${id}:${name}`);
  const act = (operation: Operation, by: "addin" | "person" = "person") => model.apply(operation, by);
  return { model, sheet, put, values, names, act };
}

describe("tables", () => {
  test("a person who types below a table makes it grow, the add-in does not", () => {
    const { model, put } = withTable();
    put(4, 1, [["3", "Three", "Live"]], "addin");
    expect(model.table("Services").box.rows).toBe(3);
    put(4, 1, [["3"]], "person");
    expect(model.table("Services").box).toEqual({ row: 1, column: 1, rows: 4, columns: 3 });
  });

  test("a person who types right of a table adds a column with a heading of its own", () => {
    const { model, put, names, values } = withTable();
    put(2, 4, [["extra"]], "person");
    expect(model.table("Services").box.columns).toBe(4);
    expect(names()).toEqual(["1:Code", "2:Name", "3:State", "4:Column4"]);
    expect(values(1, 4, 2, 1)).toEqual([["Column4"], ["extra"]]);
  });

  test("headings stay text, filled and unique, and columns keep their ids when renamed", () => {
    const { put, names, values } = withTable();
    put(1, 1, [["Name"]], "person");
    expect(names()).toEqual(["1:Name2", "2:Name", "3:State"]);
    expect(values(1, 1, 1, 1)).toEqual([["Name2"]]);
    put(1, 3, [[""]], "person");
    expect(names()[2]).toBe("3:Column3");
  });

  test("columns keep their ids when moved", () => {
    const { act, sheet, names, values } = withTable();
    act({ type: "moveColumns", sheet, from: 3, count: 1, to: 1 });
    expect(names()).toEqual(["3:State", "1:Code", "2:Name"]);
    expect(values(2, 1, 1, 3)).toEqual([["Live", "1", "One"]]);
  });

  test("rows inserted inside belong to the table, rows inserted above move it", () => {
    const { model, act, sheet } = withTable();
    act({ type: "insertRows", sheet, at: 3, count: 2 });
    expect(model.table("Services").box).toEqual({ row: 1, column: 1, rows: 5, columns: 3 });
    act({ type: "insertRows", sheet, at: 1, count: 1 });
    expect(model.table("Services").box.row).toBe(2);
  });

  test("a table that loses all its rows keeps an empty one", () => {
    const { model, act, sheet, values, put } = withTable();
    put(4, 1, [["below", "", ""]]);
    act({ type: "deleteRows", sheet, at: 2, count: 2 });
    expect(model.table("Services").box).toEqual({ row: 1, column: 1, rows: 2, columns: 3 });
    expect(values(1, 1, 3, 3)).toEqual([
      ["Code", "Name", "State"],
      ["", "", ""],
      ["below", "", ""],
    ]);
  });

  test("cells of a table are not torn apart, and nothing changes when a shift is refused", () => {
    const { model, act, sheet } = withTable();
    const before = JSON.stringify(model.snapshot());
    const half = { sheet, row: 2, column: 1, rows: 1, columns: 1 };
    expect(() => act({ type: "insertCells", area: half, shift: "vertical" })).toThrow(/shift cells in a table/);
    expect(() => act({ type: "deleteRows", sheet, at: 1, count: 1 })).toThrow(/heading row/);
    expect(() => act({ type: "moveColumns", sheet, from: 2, count: 1, to: 8 })).toThrow(/take a table apart/);
    expect(JSON.stringify(model.snapshot())).toBe(before);
  });

  test.each([
    ["the heading row among the rows", { from: 1, count: 1, to: 3 }],
    ["the heading row to the end", { from: 1, count: 1, to: 4 }],
    ["the heading row with the row below it", { from: 1, count: 2, to: 4 }],
    ["a row above the heading row", { from: 2, count: 1, to: 1 }],
    ["the last row above the heading row", { from: 3, count: 1, to: 1 }],
    ["rows above the table together with its heading row", { from: 0, count: 2, to: 3 }],
  ])("a table's heading row stays at its top: %s is not moved", (_what, move) => {
    const { model, act, sheet } = withTable();
    const before = JSON.stringify(model.snapshot());
    expect(() => act({ type: "moveRows", sheet, ...move })).toThrow(/heading row|take a table apart/);
    expect(JSON.stringify(model.snapshot())).toBe(before);
  });

  test("a whole table is moved, and rows below its headings change places", () => {
    const { model, act, sheet, values } = withTable();
    act({ type: "moveRows", sheet, from: 3, count: 1, to: 2 });
    expect(values(1, 1, 3, 1)).toEqual([["Code"], ["2"], ["1"]]);
    act({ type: "moveRows", sheet, from: 1, count: 3, to: 9 });
    expect(model.table("Services").box).toEqual({ row: 6, column: 1, rows: 3, columns: 3 });
    expect(values(6, 1, 3, 1)).toEqual([["Code"], ["2"], ["1"]]);
  });

  test("tables do not overlap and their names are sound and free", () => {
    const { act, sheet } = withTable();
    const area = { sheet, row: 3, column: 3, rows: 2, columns: 2 };
    const add = (name: string, at = area): void =>
      act({ type: "addTable", id: "9", name, area: at, style: "TableStyleLight1" });
    expect(() => add("Other")).toThrow(/overlap/);
    const free = { ...area, column: 8 };
    for (const name of ["services", "A1", "R1C1", "My table", "1st", ""]) expect(() => add(name, free), name).toThrow();
    add("Pakalpojumi_ā", free);
  });
});

test("a snapshot brings back the very same workbook", () => {
  const { model, act, sheet } = withTable();
  act({ type: "setFormats", area: { sheet, row: 0, column: 2, rows: 1_048_576, columns: 1 }, formats: "@" });
  act({ type: "setStyle", area: { sheet, row: 1, column: 1, rows: 1, columns: 3 }, style: { bold: true } });
  act({ type: "setName", name: "Stages", formula: "=Sheet1!$A$1:$A$6", visible: false });
  act({ type: "filterTable", table: "Services", hiddenRows: [3] });
  const snapshot = JSON.stringify(model.snapshot());
  const again = new WorkbookModel(JSON.parse(snapshot) as ReturnType<WorkbookModel["snapshot"]>);
  expect(JSON.stringify(again.snapshot())).toBe(snapshot);
  expect(again.sheet(sheet).formats.get(999_999, 2)).toBe("@");
});

test("a workbook knows whether it may hold a formula, also after a reload", () => {
  const { model, act, sheet } = withTable();
  expect(model.mayHaveFormulas).toBe(false);
  const area = { sheet, row: 9, column: 0, rows: 1, columns: 1 };
  act({ type: "setCells", area, contents: [[{ value: 2, formula: "=A11+1" }]] });
  expect(model.mayHaveFormulas).toBe(true);
  const again = new WorkbookModel(model.snapshot());
  expect(again.mayHaveFormulas).toBe(true);
  again.apply({ type: "insertRows", sheet, at: 9, count: 1 }, "person");
  expect(again.content(sheet, 10, 0)?.formula).toBe("=A12+1");
});

test("references in formulas, names and validations follow inserted rows and renamed sheets", () => {
  const { model, act, sheet } = withTable();
  act({ type: "setName", name: "Stages", formula: "=Sheet1!$A$5:$A$9", visible: true });
  act({
    type: "setCells",
    area: { sheet, row: 0, column: 0, rows: 1, columns: 1 },
    contents: [[{ value: 0, formula: '=SUM(B3:B$4)&"B3"&Sheet1!C10&Services[B3]&LOG10(B3)' }]],
  });
  act({ type: "insertRows", sheet, at: 3, count: 1 });
  act({ type: "renameSheet", sheet, name: "Mana lapa" });
  expect(model.findName("Stages")?.formula).toBe("='Mana lapa'!$A$6:$A$10");
  expect(model.content(sheet, 0, 0)?.formula).toBe("=SUM(B3:B$5)&\"B3\"&'Mana lapa'!C11&Services[B3]&LOG10(B3)");
});
