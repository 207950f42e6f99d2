import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createRig, REGISTER, sheetOf } from "./excel-rig.ts";

/** What people add to the table for themselves is theirs. */
let rig = createRig();
let excel: ExcelInNode;
let service: SheetService;
const CODES = ["A", "B", "C", "D"];
const NOTE = "Mana piezīme";
const TOTAL = "Mans aprēķins";

const content = (code: string, heading: string) => {
  const sheet = sheetOf(excel);
  return excel.model.sheet(sheet.table.sheet).content(sheet.row(code), sheet.column(heading));
};
/** What each row says in the person's own columns, a formula's reference as that of its own row. */
const own = (codes: readonly string[]) =>
  Object.fromEntries(
    codes.map((code) => {
      const formula = content(code, TOTAL)?.formula ?? "";
      const line = sheetOf(excel).row(code) + 1;
      return [
        code,
        [content(code, NOTE)?.value ?? "", formula.replaceAll(new RegExp(`(?<=[A-Z])${line}\\b`, "g"), "{row}")],
      ];
    }),
  );

beforeEach(async () => {
  rig = createRig();
  await rig.put(CODES.map((code) => ({ code, name: `Name ${code}`, yearlyVolume: 10, holder: "Holder" })));
  excel = createExcel({ culture: "lv-LV" });
  service = rig.open(excel);
  await service.open(REGISTER, "lv");
  // One column amid ours, one at the table's end.
  const { table, column } = sheetOf(excel);
  excel.person.insertColumns(table.sheet, column("Turētājs"));
  excel.person.type(table.sheet, table.box.row, sheetOf(excel).column("Turētājs") - 1, NOTE);
  const end = sheetOf(excel).table.box;
  excel.person.type(table.sheet, end.row, end.column + end.columns, TOTAL);
  for (const code of CODES) {
    sheetOf(excel).type(code, NOTE, `About ${code}`);
    sheetOf(excel).type(code, TOTAL, `=LEN(D${sheetOf(excel).row(code) + 1})*2`);
  }
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("formulas and notes in one's own columns stay with their rows over refresh and publish", async () => {
  const before = own(CODES);
  expect(before).toMatchObject({ A: ["About A", "=LEN(D{row})*2"], D: ["About D", "=LEN(D{row})*2"] });
  await rig.change("A", { name: "Theirs", yearlyVolume: 11 });
  await rig.change("C", { holder: "Their holder" });
  await rig.put([{ code: "E", name: "New" }]);
  const gone = [...rig.server.rows.values()].find((row) => rig.server.cells(row).code === "B")!;
  await rig.server.push({
    register: REGISTER,
    batch: "00000000-0000-4000-8000-999999999999",
    part: 0,
    dryRun: false,
    rows: [{ row: gone.id, base: 1, cells: { retireReason: "No more" }, retire: true }],
  });
  sheetOf(excel).type("C", "Nosaukums", "Mine");
  sheetOf(excel).type("D", "Nosaukums", "Mine too");

  expect(await service.refresh(REGISTER)).toMatchObject({ changedRows: 2, newRows: 1, retiredRows: 1 });
  const left = ["A", "C", "D"];
  const kept = Object.fromEntries(left.map((code) => [code, before[code]]));
  expect(own(left)).toEqual(kept);
  const report = await service.publish(REGISTER, { do: "LEAVE" });
  expect(report.counts).toMatchObject({ APPLIED: 2, CONFLICT: 0, REFUSED: 0 });
  expect(own(left)).toEqual(kept);
  expect(rig.onServer("D")).toMatchObject({ name: "Mine too" });
});

test("what stands in one's own columns is nobody's edit, and is not sent", async () => {
  expect((await service.changes(REGISTER)).rows).toEqual([]);
  expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", pending: 0, problems: [] });
  const written = rig.server.answers.size;
  await service.publish(REGISTER, { do: "LEAVE" });
  expect(rig.server.answers.size).toBe(written);
});

test("a formula in a column of ours is published as what it says, and stays a formula", async () => {
  const sheet = sheetOf(excel);
  const area = {
    sheet: sheet.table.sheet,
    row: sheet.row("A"),
    column: sheet.column("Nosaukums"),
    rows: 1,
    columns: 1,
  };
  const formula = '="Worked"&" out"';
  // The grid works formulas out; here a formula keeps the result that it came with.
  excel.person.do({ type: "setFormats", area, formats: "General" });
  excel.person.do({ type: "setCells", area, contents: [[{ value: "Worked out", formula }]] });
  expect((await service.publish(REGISTER, { do: "LEAVE" })).counts).toMatchObject({ APPLIED: 1 });
  expect(rig.onServer("A")).toMatchObject({ name: "Worked out" });
  expect(content("A", "Nosaukums")).toMatchObject({ formula, value: "Worked out" });
  expect((await service.changes(REGISTER)).rows).toEqual([]);
  // Others' change takes its place: the person was not asked to choose between a formula and a value.
  await rig.change("A", { name: "Theirs" });
  await service.refresh(REGISTER);
  expect(content("A", "Nosaukums")).toEqual({ value: "Theirs" });
});

test("sorted, each row still has what was noted about it", async () => {
  const { table, column } = sheetOf(excel);
  excel.person.sort("SaimeServices", [{ key: column("Kods") - table.box.column, ascending: false }]);
  await rig.change("A", { name: "Theirs" });
  await service.refresh(REGISTER);
  const notes = Object.fromEntries(CODES.map((code) => [code, content(code, NOTE)?.value]));
  expect(notes).toEqual({ A: "About A", B: "About B", C: "About C", D: "About D" });
});
