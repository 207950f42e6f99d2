import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { WorkbookModel } from "../../addin/desk/model/workbook.ts";
import { openXlsx } from "../../addin/desk/xlsx/open.ts";
import { saveXlsx } from "../../addin/desk/xlsx/save.ts";

/** One workbook with all that a file must carry. */
function rich(date1904 = false): WorkbookModel {
  const model = new WorkbookModel({ ...new WorkbookModel().snapshot(), date1904 });
  const sheet = model.activeSheet.id;
  const area = { sheet, row: 0, column: 0, rows: 4, columns: 4 };
  model.apply({ type: "setFormats", area: { ...area, columns: 1 }, formats: "@" }, "file");
  model.apply(
    { type: "setFormats", area: { ...area, row: 1, column: 2, rows: 3, columns: 1 }, formats: "dd.mm.yyyy" },
    "file",
  );
  const contents = [
    ["Kods", "Nosaukums", "Diena", "Skaits"],
    ["0012", "=1+1", 40_000, 1.5],
    ["12345678901234567890", "Ēna un ūdens", 40_001, 2],
    ["-5", "@x", 40_002, true],
  ].map((row) => row.map((value) => ({ value })));
  model.apply({ type: "setCells", area, contents }, "file");
  model.apply({ type: "addTable", id: model.newTableId(), name: "Services", area, style: "TableStyleLight9" }, "file");
  const total = { sheet, row: 6, column: 3, rows: 1, columns: 1 };
  model.apply({ type: "setCells", area: total, contents: [[{ value: 3.5, formula: "=SUM(D2:D3)" }]] }, "file");
  model.apply({ type: "setNote", sheet, row: 1, column: 1, text: "Piezīme" }, "file");
  model.apply({ type: "setColumnsHidden", sheet, at: 0, count: 1, hidden: true }, "file");
  model.apply({ type: "setColumnWidth", sheet, at: 1, count: 1, pixels: 222 }, "file");
  model.apply({ type: "freeze", sheet, rows: 1, columns: 0 }, "file");
  model.apply({ type: "setStyle", area: { ...area, rows: 1 }, style: { bold: true, fill: "#DDEEFF" } }, "file");
  const lists = model.newSheetId();
  model.apply({ type: "addSheet", id: lists, name: "Lists", position: 1, visibility: "VeryHidden" }, "file");
  model.apply({ type: "setName", name: "Stages", formula: "=Lists!$A$1:$A$2", visible: true }, "file");
  const rule = { kind: "list", source: "=Stages", strict: true, title: "Nē", message: "Izvēlieties" } as const;
  model.apply({ type: "setValidation", area: { ...area, row: 1, column: 1, rows: 3, columns: 1 }, rule }, "file");
  model.apply({ type: "merge", area: { sheet, row: 8, column: 0, rows: 1, columns: 3 } }, "file");
  model.saveSettings({ startup: '"load"' });
  return model;
}

test.each([false, true])("a saved workbook opens as it was (1904: %s)", async (date1904) => {
  const before = rich(date1904).snapshot();
  const after = await openXlsx(await saveXlsx(new WorkbookModel(before)));
  const { sheets, ...rest } = before;
  expect(after).toMatchObject(rest);
  for (const [i, sheet] of sheets.entries()) {
    const again = after.sheets[i];
    expect(again).toMatchObject({ ...sheet, formats: {}, styles: {} });
    for (let row = 0; row < 9; row++)
      for (let column = 0; column < 4; column++) {
        const was = new WorkbookModel(before).sheet(sheet.id);
        const is = new WorkbookModel(after).sheet(sheet.id);
        expect(is.formats.get(row, column)).toBe(was.formats.get(row, column));
        expect(is.styles.get(row, column)).toEqual(was.styles.get(row, column));
      }
  }
});

test("what is no workbook, and what would unpack to gigabytes, is refused with a reason", async () => {
  await expect(openXlsx(new TextEncoder().encode("code;name\n1;One\n"))).rejects.toMatchObject({ code: "NOT_XLSX" });
  const compound = new Uint8Array(64);
  compound.set([0xd0, 0xcf, 0x11, 0xe0]);
  await expect(openXlsx(compound)).rejects.toMatchObject({ code: "PROTECTED" });
  const bytes = await saveXlsx(rich());
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + 24, 0xf0000000, true);
  await expect(openXlsx(bytes)).rejects.toMatchObject({ code: "TOO_LARGE" });
});

const run = promisify(execFile);

async function hasOffice(): Promise<boolean> {
  return run("soffice", ["--version"]).then(
    () => true,
    () => false,
  );
}

test("LibreOffice reads the same texts, days and numbers from what we save", async () => {
  if (!(await hasOffice())) {
    const missing =
      "soffice is missing: install LibreOffice Calc (Debian: libreoffice-calc-nogui) to check saved files.";
    if (process.env.CI) throw new Error(missing);
    console.warn(missing);
    // Without it the file must at least come back through our own reader.
    expect((await openXlsx(await saveXlsx(rich()))).sheets).toHaveLength(2);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "saime-xlsx-"));
  try {
    await writeFile(join(folder, "book.xlsx"), await saveXlsx(rich()));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true";
    await run("soffice", [profile, "--headless", "--convert-to", csv, "--outdir", folder, join(folder, "book.xlsx")]);
    const text = await readFile(join(folder, "book.csv"), "utf8");
    expect(
      text
        .replace(/^\uFEFF/, "")
        .trim()
        .split(/\r?\n/)
        .slice(0, 4),
    ).toEqual([
      "Kods,Nosaukums,Diena,Skaits",
      "0012,=1+1,06.07.2009,1.5",
      "12345678901234567890,Ēna un ūdens,07.07.2009,2",
      "-5,@x,08.07.2009,TRUE",
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
