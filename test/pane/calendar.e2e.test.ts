import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { serveDemo } from "./page.ts";
import { visit } from "./visit.ts";

let demo: Awaited<ReturnType<typeof serveDemo>>;
let browser: Browser;
beforeAll(async () => {
  demo = await serveDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  demo?.close();
});

it("shows a calendar's year by keyboard, says where hours are missing, and leads to the sheets", async () => {
  const page = await visit(browser, demo.url, { language: "en", width: 880 });
  await page.clock.setFixedTime(new Date("2026-11-21T10:00:00Z"));
  await page.getByRole("tab", { name: "Service time" }).click();
  await page.getByRole("heading", { level: 2, name: "Year 2026" }).waitFor();
  const june = page.getByRole("table", { name: "June 2026" });
  expect(await june.getByRole("columnheader").count()).toBe(7);
  await june.getByRole("cell", { name: "23, Public holiday, Midsummer Eve" }).waitFor();
  await june.getByRole("cell", { name: "22, Working day moved away: to 27.06.2026" }).waitFor();
  await june.getByRole("cell", { name: "27, Worked for a moved day: 22.06.2026, 08:30–12:00, 12:30–17:00" }).waitFor();
  expect(await page.getByText("12.09. Exception, open, Atvērto durvju diena, 10:00–14:00").count()).toBe(1);
  await page.getByRole("button", { name: "Next year" }).focus();
  await page.keyboard.press("Enter");
  // The hours end with June.
  await page
    .getByRole("table", { name: "July 2027" })
    .getByRole("cell", { name: "1, No edition", exact: true })
    .waitFor();
  await page.getByLabel("Calendar").selectOption("Jauns kalendārs");
  await page.getByText("The calendar has no edition in this year").waitFor();
  await page.getByRole("button", { name: "Calendar editions" }).click();
  await expect.poll(() => page.evaluate(() => window.demo.sheets.calls)).toEqual(["open calendarEditions en"]);
  await page.context().close();
});
