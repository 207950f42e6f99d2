import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

it("a sheet written while another is in front is drawn as it is once it comes to the front", async () => {
  const [front, back] = await desk.page.evaluate(() => {
    const { model } = window.desk;
    const first = model.activeSheet.id;
    const second = model.newSheetId();
    model.apply({ type: "addSheet", id: second, name: "Back", position: 1, visibility: "Visible" }, "addin");
    model.apply({ type: "activate", sheet: second }, "addin");
    return [first, second] as const;
  });
  const place = () => desk.page.evaluate(() => window.desk.view?.cellPosition(1, 1));
  const before = await place();
  await desk.page.evaluate((sheet) => window.desk.model.apply({ type: "activate", sheet }, "addin"), front);
  await expect.poll(place).not.toBeNull();

  await desk.page.evaluate(async (sheet) => {
    const { model } = window.desk;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await frame();
    const area = { sheet, row: 0, column: 0, rows: 1, columns: 1 };
    model.apply({ type: "setColumnWidth", sheet, at: 0, count: 1, pixels: 200 }, "addin");
    model.apply({ type: "setCells", area, contents: [[{ value: "out of sight" }]] }, "addin");
    await frame();
  }, back);

  await desk.page.evaluate((sheet) => window.desk.model.apply({ type: "activate", sheet }, "addin"), back);
  await expect.poll(async () => (await place())?.x).toBeGreaterThan((before?.x ?? 0) + 60);
  expect(await desk.values(1, 1)).toEqual([["out of sight"]]);
  expect(await desk.differences()).toEqual([]);
  expect(desk.errors).toEqual([]);
});

it("sheets that the add-in adds, shows and fills stay behind the one in front until it calls one forth", async () => {
  const [front, back] = await desk.page.evaluate(async () => {
    const { model } = window.desk;
    const before = model.activeSheet.id;
    const [shown, hidden] = [model.newSheetId(), model.newSheetId()];
    model.apply({ type: "addSheet", id: shown, name: "Shown", position: 1, visibility: "Visible" }, "addin");
    model.apply({ type: "addSheet", id: hidden, name: "Hidden", position: 1, visibility: "VeryHidden" }, "addin");
    await new Promise((resolve) => setTimeout(resolve, 100));
    model.apply({ type: "setVisibility", sheet: hidden, visibility: "Visible" }, "addin");
    await new Promise((resolve) => setTimeout(resolve, 100));
    return [before, model.activeSheet.id];
  });
  expect(back).toBe(front);
  expect(await desk.differences()).toEqual([]);
});
