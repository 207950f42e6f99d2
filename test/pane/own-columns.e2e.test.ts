import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { serveDemo } from "./page.ts";
import { overflow, violations, visit } from "./visit.ts";

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

it("a portfolio owner keeps a column of their own for everyone, or is told why not", async () => {
  const page = await visit(browser, demo.url, { language: "en", scenario: "own=yes" });
  await page.getByRole("tab", { name: /^Changes/ }).click();
  const own = page.getByRole("region", { name: "Columns of your own" });
  await own.getByRole("button", { name: "Keep for everyone: Kods" }).click();
  await own.getByText("One of the register's own columns goes by this heading.").waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await own.getByRole("button", { name: "Keep for everyone: Lietas numurs" }).click();
  await page.getByText("Column “Lietas numurs” is now everyone's.").waitFor();
  await own.getByText("Lietas numurs").waitFor({ state: "detached" });
  expect(await page.evaluate(() => window.demo.sheets.calls)).toContain("keep Lietas numurs");
  await page.context().close();
});

it("others are not offered it: their columns stay as they are", async () => {
  const page = await visit(browser, demo.url, { language: "en", scenario: "own=yes&readOnly=yes" });
  await page.getByRole("tab", { name: /^Changes/ }).click();
  await page.getByText("Izziņa par deklarēto dzīvesvietu").first().waitFor();
  expect(await page.getByRole("region", { name: "Columns of your own" }).count()).toBe(0);
  await page.context().close();
});
