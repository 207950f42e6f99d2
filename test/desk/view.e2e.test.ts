import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startDesk } from "./desk-server.ts";
import { DeskDriver } from "./driver.ts";

let browser: Browser;
let server: Awaited<ReturnType<typeof startDesk>>;
let desk: DeskDriver;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDesk(process.env["SAIME_DIST"])]);
  desk = await DeskDriver.open(browser, server.origin);
});
afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await server?.close();
});
// Univer takes seconds to start: all tests share one page, each with a new workbook.
beforeEach(() => desk.startAnew());
afterEach(async () => {
  expect(await desk.differences()).toEqual([]);
  expect(await desk.page.evaluate(() => window.desk.view?.unknownMutations)).toEqual([]);
  expect(desk.errors.splice(0)).toEqual([]);
});

const column = async (index: number, rows: number): Promise<unknown[]> =>
  (await desk.values(rows, index + 1)).map((line) => line[index]);

describe("what a person does in the grid reaches the workbook", () => {
  it("typed text is read as Excel reads it", async () => {
    const typed = ["12", "01.02.2024", "2024-02-01", "true", "=A1*2", "'0012", "text", "1,5"];
    for (const [row, text] of typed.entries()) await desk.type(row, 0, text);
    await desk.page.waitForFunction(() => window.desk.model.value(window.desk.model.activeSheet.id, 4, 0) === 24);
    expect(await column(0, 8)).toEqual([12, 45323, 45323, true, 24, "0012", "text", 1.5]);
    expect([await desk.formatOf(1, 0), await desk.formatOf(2, 0)]).toEqual(["dd.mm.yyyy", "dd.mm.yyyy"]);
  });

  it("days typed or pasted into a workbook that counts from 1904 are those days, and show so", async () => {
    await desk.page.evaluate(() => {
      const { session, model } = window.desk;
      session.replace({ ...model.snapshot(), date1904: true }, "1904");
    });
    await desk.ready();
    await desk.type(0, 0, "01.02.2024");
    await desk.paste(1, 0, "01.02.2024\n02.02.2024");
    expect(await column(0, 3)).toEqual([43861, 43861, 43862]);
    expect(await desk.shown(0, 0)).toBe("01.02.2024");
    // Looked into and left as it is, a day stays that day.
    await desk.click(0, 0);
    await desk.page.keyboard.press("F2");
    await desk.page.waitForFunction(() => window.desk.view?.isEditing);
    await desk.page.keyboard.press("Enter");
    expect(await column(0, 1)).toEqual([43861]);
  });

  it("a cell formatted as text keeps every character typed or pasted", async () => {
    await desk.page.evaluate(() => {
      const { model } = window.desk;
      const area = { sheet: model.activeSheet.id, row: 0, column: 0, rows: 8, columns: 1 };
      model.apply({ type: "setFormats", area, formats: "@" }, "addin");
    });
    const texts = ["0012", "=1+1", "12345678901234567890", "01.02.2024"];
    for (const [row, text] of texts.entries()) await desk.type(row, 0, text);
    await desk.paste(4, 0, texts.join("\n"));
    expect(await column(0, 8)).toEqual([...texts, ...texts]);
    expect(await desk.formatOf(5, 0)).toBe("@");
  });

  it("text copied elsewhere is pasted as if typed, and undone in one step", async () => {
    await desk.paste(0, 0, 'a\t01.02.2024\r\n0012\t5,5\r\n"two\nlines"\tFALSE\r\n');
    expect(await desk.values(3, 2)).toEqual([
      ["a", 45323],
      [12, 5.5],
      ["two\nlines", false],
    ]);
    await desk.undo();
    expect(await desk.values(3, 2)).toEqual(Array.from({ length: 3 }, () => [null, null]));
    await desk.redo();
    expect((await desk.values(1, 2))[0]).toEqual(["a", 45323]);
  });

  it("inserted and deleted rows move the table, and undo brings them back", async () => {
    await desk.writeTable();
    await desk.click(2, 0);
    await desk.command("sheet.command.insert-row-before", { value: 2 });
    expect(await column(0, 8)).toEqual(["Code", "a", null, null, "b", "c", "d", "e"]);
    expect(await desk.page.evaluate(() => window.desk.model.tables[0]?.box.rows)).toBe(8);
    await desk.click(5, 0);
    await desk.command("sheet.command.remove-row");
    expect(await column(0, 7)).toEqual(["Code", "a", null, null, "b", "d", "e"]);
    await desk.undo();
    await desk.undo();
    expect(await column(0, 6)).toEqual(["Code", "a", "b", "c", "d", "e"]);
  });

  it("a table's own menu inserts and deletes its rows and columns", async () => {
    await desk.writeTable();
    await desk.click(2, 0);
    await desk.command("sheet.command.table-insert-row");
    expect(await column(0, 4)).toEqual(["Code", "a", null, "b"]);
    await desk.command("sheet.command.table-remove-row");
    await desk.click(2, 1);
    await desk.command("sheet.command.table-insert-col");
    expect((await desk.values(1, 4))[0]).toEqual(["Code", "Column2", "Name", "Count"]);
    const box = await desk.page.evaluate(() => window.desk.model.tables[0]?.box);
    expect(box).toEqual({ row: 0, column: 0, rows: 6, columns: 4 });
  });

  it("what the workbook refuses is put back in the grid, and told", async () => {
    await desk.writeTable();
    await desk.click(0, 0);
    await desk.command("sheet.command.remove-row");
    expect(await column(0, 3)).toEqual(["Code", "a", "b"]);
    const notice = desk.page.locator("[data-desk=notice]");
    await notice.getByText("Tā nevar: Tabulas virsrakstu rindu nevar izdzēst bez tabulas.").waitFor();
  });

  it("sorting moves whole rows, and undo sorts back", async () => {
    await desk.writeTable();
    await desk.page.evaluate(() => {
      const sheet = window.desk.view?.grid.app.api.getActiveWorkbook()?.getActiveSheet();
      sheet?.getRange("A2:C6").sort({ column: 2, ascending: true });
    });
    await desk.page.waitForFunction(() => window.desk.model.value(window.desk.model.activeSheet.id, 1, 2) === 1);
    expect(await column(0, 6)).toEqual(["Code", "b", "c", "a", "e", "d"]);
    await desk.undo();
    expect(await column(0, 6)).toEqual(["Code", "a", "b", "c", "d", "e"]);
  });

  it("a table's filter hides rows in the workbook too", async () => {
    const tableId = await desk.writeTable();
    const sheet = await desk.page.evaluate(() => window.desk.model.activeSheet.id);
    const tableFilter = { filterType: "manual", values: ["a", "c"] };
    const params = { unitId: "desk", subUnitId: sheet, tableId, column: 0 };
    await desk.command("sheet.command.set-table-filter", { ...params, tableFilter });
    const hidden = () => desk.page.evaluate(() => window.desk.model.tables[0]?.hiddenRows);
    expect(await hidden()).toEqual([2, 4, 5]);
    await desk.command("sheet.command.set-table-filter", { ...params, tableFilter: undefined });
    expect(await hidden()).toBeNull();
  });

  it("typing right below a table makes it grow", async () => {
    await desk.writeTable();
    await desk.type(6, 0, "f");
    expect(await desk.page.evaluate(() => window.desk.model.tables[0]?.box.rows)).toBe(7);
  });

  it("sheets are added, renamed, moved, copied and deleted", async () => {
    await desk.type(0, 0, "kept");
    const names = () => desk.page.evaluate(() => window.desk.model.sheets.map((sheet) => sheet.name));
    await desk.command("sheet.command.copy-sheet");
    expect(await names()).toHaveLength(2);
    expect(await desk.values(1, 1)).toEqual([["kept"]]);
    const copy = await desk.page.evaluate(() => window.desk.model.activeSheet.id);
    await desk.command("sheet.command.set-worksheet-name", { subUnitId: copy, name: "Otra" });
    await desk.command("sheet.command.set-worksheet-order", { subUnitId: copy, order: 0 });
    expect(await names()).toEqual(["Otra", "Sheet1"]);
    await desk.command("sheet.command.remove-sheet", { subUnitId: copy });
    expect(await names()).toEqual(["Sheet1"]);
  });

  it("any mixture of edits leaves workbook and grid equal", async () => {
    await desk.writeTable();
    let seed = 20261121;
    const below = (limit: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * limit);
    };
    const whole = { startColumn: 0, endColumn: 51, rangeType: 1 };
    const acts = [
      () => desk.type(below(9), below(5), ["x", "12", "=A2", "01.02.2024", "0"][below(5)] ?? ""),
      () => desk.paste(below(9), below(5), "p\tq\nr\t=B1"),
      () =>
        desk.click(1 + below(7), below(4)).then(() => desk.command("sheet.command.insert-row-before", { value: 1 })),
      () => desk.click(1 + below(7), below(4)).then(() => desk.command("sheet.command.remove-row")),
      () => desk.click(below(7), below(4)).then(() => desk.command("sheet.command.insert-col-before", { value: 1 })),
      () => desk.click(below(7), 3 + below(3)).then(() => desk.command("sheet.command.remove-col")),
      () => desk.click(below(9), below(5)).then(() => desk.command("sheet.command.clear-selection-content")),
      () => desk.click(below(9), below(5)).then(() => desk.command("sheet.command.set-range-bold")),
      () => {
        const row = 1 + below(5);
        const range = { startRow: row, endRow: row, ...whole };
        const to = 1 + below(6);
        return desk.command("sheet.command.move-rows", {
          range,
          fromRange: range,
          toRange: { startRow: to, endRow: to, ...whole },
        });
      },
      () => desk.undo(),
      () => desk.redo(),
    ];
    const done: number[] = [];
    for (let i = 0; i < 60; i++) {
      const which = below(acts.length);
      done.push(which);
      await acts[which]?.();
      expect(await desk.differences(), `after ${done.join(" ")}`).toEqual([]);
    }
  });
});

describe("the add-in beside the grid", () => {
  it("what the add-in writes shows, calculated, and can be read back", async () => {
    const pane = await desk.pane();
    expect(await pane.evaluate(() => window.host)).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange("A1:C3").values = [
          ["Name", "Count", "Double"],
          ["a", 2, "=B2*2"],
          ["b", 3, "=B3*2"],
        ];
        sheet.tables.add("A1:C3", true).name = "Counts";
        sheet.getRange("B3").select();
        await context.sync();
      }),
    );
    const doubles = () =>
      pane.evaluate(() =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getActiveWorksheet().getRange("C2:C3");
          range.load("values");
          await context.sync();
          return range.values;
        }),
      );
    await expect.poll(doubles).toEqual([[4], [6]]);
    expect(
      await desk.page.evaluate(() =>
        window.desk.view?.grid.app.api.getActiveWorkbook()?.getActiveRange()?.getA1Notation(),
      ),
    ).toBe("B3");
  });

  it("a person's edit is told to the add-in, a formula's result is not", async () => {
    await desk.type(0, 1, "=A1*2");
    const pane = await desk.pane();
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        window.changes = [];
        context.workbook.worksheets.getActiveWorksheet().onChanged.add(async ({ address, details }) => {
          window.changes?.push([address, details.valueAfter]);
        });
        await context.sync();
      }),
    );
    await desk.type(0, 0, "21");
    await desk.page.waitForFunction(() => window.desk.model.value(window.desk.model.activeSheet.id, 0, 1) === 42);
    await expect.poll(() => pane.evaluate(() => window.changes)).toEqual([["A1", 21]]);
  });

  it("hidden and very hidden sheets do not show, list cells offer their list", async () => {
    await desk.page.evaluate(() => {
      const { model } = window.desk;
      const sheet = model.activeSheet.id;
      for (const visibility of ["Hidden", "VeryHidden"] as const)
        model.apply({ type: "addSheet", id: model.newSheetId(), name: visibility, position: 1, visibility }, "addin");
      const area = { sheet, row: 0, column: 0, rows: 3, columns: 1 };
      model.apply({ type: "setValidation", area, rule: { kind: "list", source: "yes,no", strict: true } }, "addin");
    });
    expect(await desk.page.locator('[data-u-comp="slide-tab-item"]').allInnerTexts()).toEqual(["Sheet1"]);
    await desk.click(0, 0);
    await desk.page.keyboard.type("no");
    await desk.page.keyboard.press("Enter");
    await expect.poll(() => desk.values(1, 1)).toEqual([["no"]]);
  });
});

describe("the page around the grid", () => {
  it("the workbook is there again after a reload", async () => {
    await desk.writeTable();
    await desk.type(8, 1, "kept");
    await desk.page.reload();
    await desk.ready();
    expect((await desk.values(9, 2))[8]).toEqual([null, "kept"]);
    expect(await desk.page.evaluate(() => window.desk.model.tables.map((table) => table.name))).toEqual(["Services"]);
  });

  it("a saved .xlsx opens again with the same cells and tables", async () => {
    await desk.writeTable();
    await desk.type(7, 0, "'0012");
    const saved = desk.page.waitForEvent("download");
    await desk.page.getByRole("button", { name: "Saglabāt .xlsx" }).click();
    const file = await (await saved).path();
    await desk.type(7, 0, "changed");
    const choosing = desk.page.waitForEvent("filechooser");
    await desk.page.getByRole("button", { name: "Atvērt .xlsx…" }).click();
    await (
      await choosing
    ).setFiles({
      name: "Reģistrs.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await (await import("node:fs/promises")).readFile(file),
    });
    await desk.page.getByRole("button", { name: "Aizstāt" }).click();
    await desk.page.waitForFunction(() => document.title.startsWith("Reģistrs"));
    expect((await desk.values(8, 1))[7]).toEqual(["0012"]);
    expect(await desk.page.evaluate(() => window.desk.model.tables.map((table) => table.name))).toEqual(["Services"]);
  });

  it("what the add-in waits to do until a cell is left is not done to a workbook put in its place", async () => {
    const pane = await desk.pane();
    await desk.click(3, 3);
    await desk.page.keyboard.type("half typed");
    await desk.page.waitForFunction(() => window.desk.view?.isEditing);
    await pane.evaluate(() => {
      void Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["former"]];
        await context.sync();
      });
      return new Promise((resolve) => setTimeout(resolve, 100));
    });
    await desk.startAnew();
    await desk.page.waitForFunction(() => window.desk.view?.isEditing === false);
    await desk.pane();
    expect(await desk.page.evaluate(() => window.desk.session.isEmpty)).toBe(true);
  });

  it("the add-in of a workbook put in the place of another starts while a person types", async () => {
    await desk.click(0, 0);
    await desk.page.keyboard.type("typing");
    await desk.page.waitForFunction(() => window.desk.view?.isEditing);
    const { page } = desk;
    // The frame loads anew while the cell is being edited.
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>("[data-desk=pane]");
      frame?.parentElement?.append(frame);
    });
    await desk.pane();
    await page.keyboard.press("Enter");
    expect(await desk.values(1, 1)).toEqual([["typing"]]);
  });

  it("a file that is no workbook is told in words and changes nothing", async () => {
    const choosing = desk.page.waitForEvent("filechooser");
    await desk.page.getByRole("button", { name: "Atvērt .xlsx…" }).click();
    await (await choosing).setFiles({ name: "x.xlsx", mimeType: "text/plain", buffer: Buffer.from("no zip") });
    await desk.page.getByRole("alertdialog").getByText("Fails nav .xlsx darbgrāmata.").waitFor();
    await desk.page.getByRole("button", { name: "Aizvērt" }).click();
    expect(await desk.page.evaluate(() => window.desk.session.isEmpty)).toBe(true);
  });

  it("the language changes bar and grid at once and keeps the workbook", async () => {
    await desk.type(0, 0, "kept");
    await desk.page.getByRole("button", { name: /English/ }).click();
    await desk.page.getByRole("button", { name: "Save .xlsx" }).waitFor();
    await desk.ready();
    expect(await desk.values(1, 1)).toEqual([["kept"]]);
    await desk.page.getByRole("button", { name: /Latviešu/ }).click();
    await desk.ready();
  });
});
