import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import { openXlsx } from "../../addin/desk/xlsx/open.ts";
import { saveXlsx } from "../../addin/desk/xlsx/save.ts";
import { entriesOf, readText, replaceTexts } from "../../addin/desk/xlsx/zip.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createRig, REGISTER, sheetOf } from "./excel-rig.ts";

/** A workbook saved as a file and opened again goes on as if it had never been closed. */
const NASTY = [
  "_x000D_ and _x0041_",
  " spaces around ",
  "two\nlines",
  "a\ttab",
  "\u{1F600} ē ķ",
  "<b>&amp;\"'</b>",
  "=1+1",
  "0012",
  "'quoted",
  "#N/A",
  "TRUE",
];
let rig = createRig();
let excel: ExcelInNode;
let service: SheetService;

beforeEach(async () => {
  rig = createRig();
  await rig.put(["A", "B", "C", "D"].map((code) => ({ code, name: `Name ${code}`, holder: `Holder ${code}` })));
  excel = createExcel({ culture: "lv-LV" });
  service = rig.open(excel);
  await service.open(REGISTER, "lv");
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Another program's hands the file goes through between being saved and opened. */
type Through = (file: Uint8Array) => Promise<Uint8Array>;

async function reopen(through: Through = (file) => Promise.resolve(file)): Promise<void> {
  excel = createExcel({ culture: "lv-LV", workbook: await openXlsx(await through(await saveXlsx(excel.model))) });
  service = rig.open(excel);
}
const changes = async () => (await service.changes(REGISTER)).rows;
const looks = () =>
  Object.fromEntries(
    excel.model.sheets
      .filter(({ name }) => name.startsWith("_saime"))
      .map(({ name, visibility }) => [name, visibility] as const),
  );
const hidden = (heading: string) => {
  const { table, column } = sheetOf(excel);
  return excel.model.sheet(table.sheet).isColumnHidden(column(heading));
};
/** A column of one's own before the one with this heading. */
function insertOwn(before: string, heading: string): void {
  const { table, column } = sheetOf(excel);
  excel.person.insertColumns(table.sheet, column(before));
  excel.person.type(table.sheet, table.box.row, sheetOf(excel).column(before) - 1, heading);
  for (const code of ["A", "B", "C", "D"]) sheetOf(excel).type(code, heading, `${heading} ${code}`);
}
const lastHeading = () => {
  const { table } = sheetOf(excel);
  return table.columns.at(-1)!.name;
};

test("its pending edits, conflicts and marks are the same, and it can be refreshed and published", async () => {
  sheetOf(excel).type("A", "Nosaukums", "Mine");
  await rig.change("A", { name: "Theirs" });
  await service.refresh(REGISTER);
  sheetOf(excel).type("B", "Sniedz kopš", "kaut kad");
  sheetOf(excel).type("C", "Turētājs", "Another holder");
  await service.check(REGISTER);
  const before = await changes();
  expect(before).toHaveLength(3);

  await reopen();
  expect(await changes()).toEqual(before);
  expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", pending: 3, conflicts: 1, problems: [] });
  expect([hidden("_id"), hidden("_rev"), hidden("Kods")]).toEqual([true, true, false]);
  expect(looks()).toEqual({ _saime_services: "VeryHidden", _saime_lists: "VeryHidden" });

  await rig.change("D", { name: "Changed meanwhile" });
  expect(await service.refresh(REGISTER)).toMatchObject({ changedRows: 1, newRows: 0, retiredRows: 0 });
  sheetOf(excel).type("B", "Sniedz kopš", "01.02.2024");
  const { counts } = await service.publish(REGISTER, { do: "LEAVE" });
  expect(counts).toMatchObject({ APPLIED: 2, CONFLICT: 1, REFUSED: 0 });
  expect(rig.onServer("B")).toMatchObject({ deliveredSince: "2024-02-01" });
  // The mark of the refusal is found again and cleared.
  const sheet = sheetOf(excel);
  const data = excel.model.sheet(sheet.table.sheet);
  expect(data.styles.get(sheet.row("B"), sheet.column("Sniedz kopš")).fill).toBeUndefined();
});

test("columns inserted, moved and renamed before it was saved are still known", async () => {
  insertOwn(lastHeading(), "Mana piezīme");
  const { table, column } = sheetOf(excel);
  excel.person.renameHeading("SaimeServices", column("Nosaukums") - table.box.column, "Kā mēs to saucam");
  excel.person.moveColumn(table.sheet, column("Turētājs"), column("Kods"));
  const ids = sheetOf(excel).table.columns;
  await reopen();
  expect(sheetOf(excel).table.columns).toEqual(ids);
  expect(await changes()).toEqual([]);
  expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", problems: [] });
  sheetOf(excel).type("A", "Kā mēs to saucam", "Mine");
  await service.publish(REGISTER, { do: "LEAVE" });
  expect(rig.onServer("A")).toMatchObject({ name: "Mine", holder: "Holder A" });
  expect(sheetOf(excel).value("A", "Mana piezīme")).toBe("Mana piezīme A");
});

test("texts of every kind are no edits", async () => {
  await rig.put(NASTY.map((text, at) => ({ code: `N-${at}`, name: text, holder: text })));
  await rig.put([{ code: "LONG", name: "Long", holder: "ē".repeat(30_000) }]);
  await service.refresh(REGISTER);
  expect(await changes()).toEqual([]);
  await reopen();
  NASTY.forEach((text, at) => expect(sheetOf(excel).value(`N-${at}`, "Turētājs")).toBe(text));
  expect(await changes()).toEqual([]);
});

test("rows that a filter hides are still the filter's, and all of them are the register's", async () => {
  const { table, column } = sheetOf(excel);
  excel.person.filter("SaimeServices", column("Kods") - table.box.column, (value) => value === "A");
  sheetOf(excel).type("B", "Nosaukums", "Mine");
  const filtered = excel.model.table("SaimeServices").hiddenRows;
  expect(filtered).toHaveLength(3);
  await reopen();
  expect(excel.model.table("SaimeServices").hiddenRows).toEqual(filtered);
  expect((await changes()).map(({ kind, code }) => [kind, code])).toEqual([["EDIT", "B"]]);
  excel.person.filter("SaimeServices", 0, null);
  expect(excel.model.isRowHidden(sheetOf(excel).table.sheet, sheetOf(excel).row("B"))).toBe(false);
});

test("names stay, the hidden ones hidden, and cells still offer their lists", async () => {
  excel.person.do({ type: "setName", name: "Mans", formula: "=1", visible: false });
  const names = excel.model.names;
  expect(names.length).toBeGreaterThan(2);
  const { table, row, column } = sheetOf(excel);
  const rule = () => excel.model.sheet(table.sheet).validation(row("A"), column("Veids"));
  const offered = rule();
  expect(offered).not.toBeNull();
  await reopen();
  expect(excel.model.names).toEqual(names);
  const again = sheetOf(excel);
  const { kind, source, strict } = offered!;
  const rest = excel.model.sheet(again.table.sheet).validation(again.row("A"), again.column("Veids"));
  expect(rest).toMatchObject({ kind, source, strict });
});

test("an error in a cell is an error still, not the text of one", async () => {
  const { table, row, column } = sheetOf(excel);
  const area = { sheet: table.sheet, row: row("A"), column: column("Nosaukums"), rows: 1, columns: 1 };
  excel.person.do({ type: "setFormats", area, formats: "General" });
  excel.person.do({ type: "setCells", area, contents: [[{ value: "#DIV/0!", error: true, formula: "=1/0" }]] });
  const before = await changes();
  expect(before).toMatchObject([{ code: "A", refusals: [{ column: "name" }] }]);
  await reopen();
  expect(await changes()).toEqual(before);
});

/** As other programs do: table columns numbered from the left, very hidden sheets merely hidden. */
async function throughStranger(file: Uint8Array): Promise<Uint8Array> {
  const texts = new Map<string, string>();
  for (const entry of entriesOf(file)) {
    if (!/^xl\/(workbook|tables\/.*)\.xml$/.test(entry.path)) continue;
    let at = 0;
    const text = await readText(file, entry);
    const numbered = text.replace(/<tableColumn id="\d+"/g, () => `<tableColumn id="${++at}"`);
    texts.set(entry.path, numbered.replaceAll('state="veryHidden"', 'state="hidden"'));
  }
  return replaceTexts(file, texts);
}

test("another program has numbered its columns anew: one's own column is not taken for one of the register's", async () => {
  insertOwn(lastHeading(), "Mana piezīme");
  await reopen(throughStranger);
  expect(await changes()).toEqual([]);
  expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", problems: [] });
  expect(looks()).toEqual({ _saime_services: "Hidden", _saime_lists: "Hidden" });

  await service.refresh(REGISTER);
  expect(looks()).toEqual({ _saime_services: "VeryHidden", _saime_lists: "VeryHidden" });
  // The new numbers are remembered: a heading changed afterwards is still the same column.
  const { table, column } = sheetOf(excel);
  excel.person.renameHeading("SaimeServices", column(lastHeading()) - table.box.column, "Kāpēc");
  expect(await changes()).toEqual([]);
  expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", problems: [] });
  expect(sheetOf(excel).value("A", "Mana piezīme")).toBe("Mana piezīme A");
});

test("a heading that people give a column of their own does not take the register's place", async () => {
  const { table, column } = sheetOf(excel);
  excel.person.renameHeading("SaimeServices", column("Nosaukums") - table.box.column, "Kā mēs to saucam");
  insertOwn("Turētājs", "Nosaukums");
  expect((await changes()).filter(({ cells }) => cells.some(({ column: key }) => key === "name"))).toEqual([]);
});

const run = promisify(execFile);
const office = await run("soffice", ["--version"]).then(
  () => true,
  () => false,
);
/** LibreOffice opens the file and saves it as its own. */
async function throughOffice(file: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "saime-office-"));
  try {
    await writeFile(join(folder, "book.xlsx"), file);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const to = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")];
    await run("soffice", [profile, "--headless", ...to, join(folder, "book.xlsx")]);
    return await readFile(join(folder, "out", "book.xlsx"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test.runIf(office || process.env["CI"])("LibreOffice has saved it in between", { timeout: 60_000 }, async () => {
  await rig.put(NASTY.map((text, at) => ({ code: `N-${at}`, name: text, holder: text })));
  await service.refresh(REGISTER);
  insertOwn(lastHeading(), "Mana piezīme");
  sheetOf(excel).type("A", "Nosaukums", "Mine");
  sheetOf(excel).type("B", "Sniedz kopš", "01.02.2024");
  const before = await changes();
  await reopen(throughOffice);
  expect(await changes()).toEqual(before);
  expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", pending: 2, problems: [] });
  expect([hidden("_id"), hidden("_rev"), hidden("Kods")]).toEqual([true, true, false]);
  await rig.change("C", { holder: "Their holder" });
  expect(await service.refresh(REGISTER)).toMatchObject({ changedRows: 1, newRows: 0, retiredRows: 0, conflicts: 0 });
  expect((await service.publish(REGISTER, { do: "LEAVE" })).counts).toMatchObject({ APPLIED: 2, REFUSED: 0 });
  expect(rig.onServer("A")).toMatchObject({ name: "Mine", holder: "Holder A" });
  expect(rig.onServer("B")).toMatchObject({ deliveredSince: "2024-02-01" });
  expect(looks()).toEqual({ _saime_services: "VeryHidden", _saime_lists: "VeryHidden" });
});
