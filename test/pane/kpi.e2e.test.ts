import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

async function open(scenario = ""): Promise<Page> {
  const page = await visit(browser, demo.url, { language: "en", width: 760, scenario });
  await page.getByRole("tab", { name: "KPIs" }).click();
  await page.getByRole("heading", { level: 1, name: "KPIs" }).waitFor();
  return page;
}

describe("KPIs", () => {
  it("say value, target, status and change in words", async () => {
    const page = await open();
    const tile = page.getByRole("article", { name: "Pieejamība" });
    await tile.getByText("99.35 %").waitFor();
    await tile.getByText("At risk", { exact: true }).first().waitFor();
    await tile.getByText("Target 99.5 %").waitFor();
    await tile.getByText("+0.15 pp to the one before (better)").waitFor();
    const slower = page.getByRole("article", { name: /Vidējais atjaunošanas laiks/ });
    await slower.getByText(/\(worse\)/).waitFor();
    // What has no data has no value, and it is not zero.
    const none = page.getByRole("article", { name: "Nozīmīgu incidentu skaits" });
    await none.getByText("No data").first().waitFor();
    expect(await none.getByRole("img").count()).toBe(0);
    await page.context().close();
  });

  it("are read as deep as the audience reads", async () => {
    const page = await open();
    expect(await page.getByRole("article").count()).toBe(4);
    await page.getByRole("combobox", { name: "For" }).selectOption({ label: "Recipients" });
    await expect.poll(() => page.getByRole("article").count()).toBe(1);
    expect(await page.getByRole("button", { name: "Figures and records" }).count()).toBe(0);
    expect(await page.getByText("mean and limits").count()).toBe(0);
    await page.getByRole("combobox", { name: "For" }).selectOption({ label: "Technical team" });
    await expect.poll(() => page.getByRole("article").count()).toBe(2);
    await page.getByText("mean and limits").first().waitFor();
    await page.context().close();
  });

  it("lead by keyboard from the line to its table, and from a figure to the records and their rows", async () => {
    const page = await open();
    const tile = page.getByRole("article", { name: "Pieejamība" });
    await tile.getByRole("button", { name: "Figures and records" }).focus();
    await page.keyboard.press("Enter");
    const table = tile.getByRole("table", { name: "Pieejamība, % by period" });
    expect(await table.getByRole("row").count()).toBe(15);
    await table.getByRole("button", { name: "Records: 10.2026" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("10.2026");
    await tile.getByRole("button", { name: /P-0001/ }).click();
    await expect.poll(() => page.evaluate(() => window.demo.sheets.calls)).toContain("jump 1 null");
    await page.context().close();
  });

  it("go into the workbook: results, PivotTables, a report for the audience chosen", async () => {
    const page = await open();
    await page.getByRole("combobox", { name: "For" }).selectOption({ label: "Recipients" });
    await page.getByRole("button", { name: "Results sheet" }).click();
    await page.getByText("240 rows, 12 new, 3 changed, 0 removed").waitFor();
    await page.getByRole("button", { name: "PivotTables and charts" }).click();
    await page.getByText("Ratios, statuses, PivotTables and charts are ready.").waitFor();
    await page.getByRole("button", { name: "Report sheet" }).click();
    await page.getByText("The report sheet is ready.").waitFor();
    expect(await page.evaluate(() => window.demo.results.calls)).toEqual([
      ...["refresh en", "analyse en", "report 31.10.2026 Recipients KPI-0001 en"],
    ]);
    await page.context().close();
  });

  it("say so when the server does not answer", async () => {
    const page = await open("fails=OFFLINE");
    const body = page.getByRole("tabpanel");
    await body.getByText("No connection to the server").waitFor();
    await body.getByRole("button", { name: "Try again" }).waitFor();
    await page.context().close();
  });
});
