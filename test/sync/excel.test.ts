import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { createRig, REGISTER, sheetOf } from "./excel-rig.ts";

/** The sheet's side over the real office.js, against a workbook in memory. */
const TRICKY = ["0012", "12345678901234567890", "=1+1", "-5", "@x", "'quoted", "#N/A", "+371 67000000"];
let { server, put, change, onServer, open } = createRig();

beforeEach(() => {
  ({ server, put, change, onServer, open } = createRig());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  { culture: "lv-LV", date1904: false },
  { culture: "en-US", date1904: true },
])("text stays text and days stay days: $culture, 1904 $date1904", async ({ culture, date1904 }) => {
  const excel = createExcel({ culture, date1904 });
  await put(
    TRICKY.map((text, at) => ({ code: `T-${at}`, name: text, costCentre: text, deliveredSince: "2016-02-29" })),
  );
  await put([{ code: "OLD", name: "Veca", deliveredSince: "1901-01-01", kind: "CORE", channels: ["PHONE", "WEB"] }]);
  const service = open(excel);
  await service.open(REGISTER, "lv");
  let sheet = sheetOf(excel);
  TRICKY.forEach((text, at) => {
    expect(sheet.value(`T-${at}`, "Nosaukums")).toBe(text);
    expect(sheet.format(`T-${at}`, "Nosaukums")).toBe("@");
    expect(sheet.value(`T-${at}`, "Sniedz kopš")).toBe(date1904 ? 40_967 : 42_429);
  });
  expect(sheet.format("T-0", "Sniedz kopš")).toBe("dd.mm.yyyy");
  expect(sheet.value("OLD", "Sniedz kopš")).toBe(date1904 ? "1901-01-01" : 367);
  expect(sheet.value("OLD", "Veids")).toBe("Pamatdarbības");
  expect(sheet.value("OLD", "Kanāli")).toBe("Tālrunis; Tīmekļvietne");
  // What comes by a refresh, into old rows and new ones, is kept the same way.
  await change("T-0", { name: "=SUM(A1)", deliveredSince: "2020-12-31" });
  await put([{ code: "NEW", name: "=1+1", costCentre: "007", deliveredSince: "2026-11-21" }]);
  expect(await service.refresh(REGISTER)).toEqual({ changedRows: 1, newRows: 1, retiredRows: 0, conflicts: 0 });
  sheet = sheetOf(excel);
  expect(sheet.value("T-0", "Nosaukums")).toBe("=SUM(A1)");
  expect(sheet.value("NEW", "Nosaukums")).toBe("=1+1");
  expect(sheet.value("NEW", "Izmaksu centrs")).toBe("007");
  expect(sheet.value("NEW", "Sniedz kopš")).toBe(date1904 ? 44_885 : 46_347);
  const { rows } = await service.changes(REGISTER);
  expect(rows).toEqual([]);
  expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", rows: 10, pending: 0, problems: [] });
});

test("the id, the version and the base copy are out of sight", async () => {
  const excel = createExcel();
  await put([{ code: "A", name: "A" }]);
  await open(excel).open(REGISTER, "en");
  const { sheet, box } = excel.model.table("SaimeServices");
  const data = excel.model.sheet(sheet);
  expect(data.name).toBe("Services");
  expect([0, 1, 2].map((at) => data.isColumnHidden(box.column + at))).toEqual([true, true, false]);
  const sheets = Object.fromEntries(excel.model.sheets.map(({ name, visibility }) => [name, visibility]));
  expect(sheets).toMatchObject({ _saime_services: "VeryHidden", _saime_lists: "VeryHidden", Services: "Visible" });
});

test("edits, new, copied and deleted rows are published; a refused cell is painted and comes clean", async () => {
  const excel = createExcel({ culture: "lv-LV" });
  await put(["A", "B", "C", "D"].map((code) => ({ code, name: `Name ${code}` })));
  const service = open(excel);
  await service.open(REGISTER, "lv");
  let sheet = sheetOf(excel);
  sheet.type("A", "Veids", "core");
  sheet.type("B", "Sniedz kopš", "31.12.2025");
  sheet.type("C", "Sniedz kopš", "kaut kad");
  excel.person.duplicateTableRow("SaimeServices", 0);
  const copy = sheet.table.box.row + sheet.rows + 1;
  excel.person.type(sheet.table.sheet, copy, sheet.column("Kods"), "A2");
  excel.person.deleteTableRows("SaimeServices", 3);

  const changes = await service.changes(REGISTER);
  expect(changes.rows.map(({ kind, code }) => [kind, code])).toEqual([
    ["EDIT", "A"],
    ["EDIT", "B"],
    ["EDIT", "C"],
    ["NEW", "A2"],
    ["DELETE", "D"],
  ]);
  const report = await service.publish(REGISTER, { do: "RETIRE", reason: "Vairs nesniedz" });
  expect(report.counts).toEqual({ APPLIED: 4, MERGED: 0, CONFLICT: 0, REFUSED: 1, UNCHANGED: 0 });
  expect(report.changes.rows.map(({ code, refusals }) => [code, refusals[0]?.code])).toEqual([["C", "NOT_A_DATE"]]);
  expect(onServer("A")).toMatchObject({ kind: "CORE" });
  expect(onServer("B")).toMatchObject({ deliveredSince: "2025-12-31" });
  expect(onServer("A2")).toMatchObject({ kind: "CORE", name: "Name A" });
  expect([...server.rows.values()].filter(({ retired }) => retired).map((row) => server.cells(row).code)).toEqual([
    "D",
  ]);
  // The spelling is tidied, the refused cell is painted.
  sheet = sheetOf(excel);
  expect(sheet.value("A", "Veids")).toBe("Pamatdarbības");
  const data = excel.model.sheet(sheet.table.sheet);
  const fill = () => data.styles.get(sheet.row("C"), sheet.column("Sniedz kopš"))?.fill ?? null;
  expect(fill()).toBe("#FDE7E9");
  expect(data.notes.get(sheet.row("C"), sheet.column("Sniedz kopš"))).toContain("kaut kad");

  sheet.type("C", "Sniedz kopš", "01.02.2024");
  expect((await service.publish(REGISTER, { do: "LEAVE" })).counts.APPLIED).toBe(1);
  expect(fill()).toBeNull();
  expect(onServer("C")).toMatchObject({ deliveredSince: "2024-02-01" });
});

test("columns renamed and moved and a sorted table are still the same register; two people's edits meet", async () => {
  const excel = createExcel({ culture: "lv-LV" });
  await put(["A", "B", "C"].map((code) => ({ code, name: `Name ${code}`, holder: "Holder" })));
  const service = open(excel);
  await service.open(REGISTER, "lv");
  let sheet = sheetOf(excel);
  excel.person.renameHeading("SaimeServices", sheet.column("Nosaukums") - sheet.table.box.column, "Kā mēs to saucam");
  excel.person.moveColumn(sheet.table.sheet, sheet.column("Turētājs"), sheet.column("Kods"));
  sheet = sheetOf(excel);
  excel.person.sort("SaimeServices", [{ key: sheet.column("Kods") - sheet.table.box.column, ascending: false }]);
  sheet.type("A", "Kā mēs to saucam", "Mine");
  sheet.type("B", "Kā mēs to saucam", "Only mine");
  await change("A", { name: "Theirs", holder: "Their holder" });

  expect(await service.refresh(REGISTER)).toMatchObject({ changedRows: 1, conflicts: 1 });
  sheet = sheetOf(excel);
  expect(sheet.value("A", "Kā mēs to saucam")).toBe("Mine");
  expect(sheet.value("A", "Turētājs")).toBe("Their holder");
  const { rows } = await service.changes(REGISTER);
  const conflict = rows.find(({ code }) => code === "A")!;
  expect(conflict.conflicts).toEqual([
    {
      column: "name",
      base: "Name A",
      mine: "Mine",
      theirs: "Theirs",
      by: "somebody",
      at: expect.any(String) as string,
    },
  ]);
  expect((await service.publish(REGISTER, { do: "LEAVE" })).counts).toMatchObject({ APPLIED: 1, CONFLICT: 1 });
  await service.resolve(REGISTER, [{ row: conflict.row, column: "name", take: "MINE" }]);
  expect((await service.publish(REGISTER, { do: "LEAVE" })).changes.rows).toEqual([]);
  expect(onServer("A")).toMatchObject({ name: "Mine", holder: "Their holder" });
  expect(onServer("B")).toMatchObject({ name: "Only mine" });
});

test("a deleted column empties nothing and comes back with its data when the register is opened again", async () => {
  const excel = createExcel();
  await put(["A", "B"].map((code) => ({ code, name: `Name ${code}`, holder: `Holder ${code}` })));
  const service = open(excel);
  await service.open(REGISTER, "lv");
  const sheet = sheetOf(excel);
  excel.person.deleteColumns(sheet.table.sheet, sheet.column("Turētājs"));
  const { rows, problems } = await service.changes(REGISTER);
  expect(rows).toEqual([]);
  expect(problems.map(({ code, column }) => [code, column])).toEqual([["COLUMN_MISSING", "holder"]]);
  await service.open(REGISTER, "lv");
  expect(sheetOf(excel).value("B", "Turētājs")).toBe("Holder B");
  expect((await service.changes(REGISTER)).problems).toEqual([]);
});
