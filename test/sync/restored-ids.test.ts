import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createRig, REGISTER, sheetOf } from "./excel-rig.ts";

/** A person deletes the hidden column of ids, works on, and gets it back. */
let rig = createRig();
let excel: ExcelInNode;
let service: SheetService;

beforeEach(async () => {
  rig = createRig();
  await rig.put(["A", "B", "C", "D"].map((code) => ({ code, name: `Name ${code}`, holder: "Holder" })));
  excel = createExcel({ culture: "lv-LV" });
  service = rig.open(excel);
  await service.open(REGISTER, "lv");
  const { table, column } = sheetOf(excel);
  excel.person.deleteColumns(table.sheet, column("_id"));
});
afterEach(() => {
  vi.unstubAllGlobals();
});
const kinds = async () => (await service.changes(REGISTER)).rows.map(({ kind, code }) => [kind, code]);
const idsInSheet = () => {
  const { table, column, rows } = sheetOf(excel);
  const data = excel.model.sheet(table.sheet);
  return Array.from({ length: rows }, (_, i) => [
    data.value(table.box.row + 1 + i, column("Kods")),
    data.value(table.box.row + 1 + i, column("_id")),
  ]);
};
const idsOnServer = () => [...rig.server.rows.values()].map((row) => [rig.server.cells(row).code, row.id]);

test("without ids nothing is told or sent, for every row would look new", async () => {
  expect(await kinds()).toEqual([]);
  await expect(service.publish(REGISTER, { do: "LEAVE" })).rejects.toMatchObject({ problem: { column: "_id" } });
  await expect(service.refresh(REGISTER)).rejects.toMatchObject({ problem: { column: "_id" } });
  expect(rig.server.rows.size).toBe(4);
});

test("the ids come back to their rows, hidden, though these were sorted and edited since", async () => {
  sheetOf(excel).type("A", "Nosaukums", "Mine");
  const { table, column, rows } = sheetOf(excel);
  excel.person.sort("SaimeServices", [{ key: column("Kods") - table.box.column, ascending: false }]);
  excel.person.type(table.sheet, table.box.row + rows + 1, column("Nosaukums"), "Quite new");
  service = rig.open(excel);
  await service.open(REGISTER, "lv");

  expect(idsInSheet().slice(0, 4).sort()).toEqual(idsOnServer().sort());
  expect(excel.model.sheet(table.sheet).isColumnHidden(sheetOf(excel).column("_id"))).toBe(true);
  expect(await kinds()).toEqual([
    ["EDIT", "A"],
    ["NEW", null],
  ]);
  const report = await service.publish(REGISTER, { do: "LEAVE" });
  expect(report.counts).toMatchObject({ APPLIED: 2, CONFLICT: 0, REFUSED: 0 });
  expect(rig.server.rows.size).toBe(5);
  expect(rig.onServer("A")).toMatchObject({ name: "Mine", holder: "Holder" });
});

test("a row deleted while the ids were gone is told as deleted; others' changes meet the right rows", async () => {
  excel.person.deleteTableRows("SaimeServices", 1);
  sheetOf(excel).type("A", "Nosaukums", "Mine");
  await rig.change("A", { name: "Theirs" });
  await rig.change("C", { name: "Theirs" });
  await service.open(REGISTER, "lv");
  expect(await kinds()).toEqual([
    ["EDIT", "A"],
    ["DELETE", "B"],
  ]);
  expect(await service.refresh(REGISTER)).toMatchObject({ changedRows: 1, newRows: 0, conflicts: 1 });
  expect(sheetOf(excel).value("C", "Nosaukums")).toBe("Theirs");
  expect(sheetOf(excel).value("A", "Nosaukums")).toBe("Mine");
});
