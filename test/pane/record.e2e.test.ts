import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const sheetCalls = (page: Page) => page.evaluate(() => window.demo.sheets.calls);
const recordCalls = (page: Page) => page.evaluate(() => window.demo.records.calls);
const openPage = async (name: "Record" | "Overview", scenario = "") => {
  const page = await visit(browser, demo.url, { language: "en", scenario, width: 560 });
  await page.getByRole("tab", { name }).click();
  await page.setViewportSize({ width: 320, height: 720 });
  return page;
};
const ROW = "11111111-0000-4000-8000-000000000001";

describe("steps of a record", () => {
  it("ask for what they need right there, and the sheet is refreshed once taken", async () => {
    const page = await openPage("Record");
    await page.getByRole("button", { name: "Likvidēt" }).click();
    const form = page.getByRole("form", { name: /^Likvidēt/ });
    await form.getByRole("button", { name: "Do it: Likvidēt" }).click();
    await form.getByText("Fill this in.").first().waitFor();
    expect(await recordCalls(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await form.getByRole("textbox", { name: /Reason for retiring/ }).fill("Vairs nevajag");
    await form.getByRole("textbox", { name: /Review by/ }).fill("rudenī");
    // Letters of a name bring those who may be meant.
    const owner = form.getByRole("combobox", { name: /Owner/ });
    await owner.pressSequentially("jan");
    await page.getByRole("option", { name: /D006/ }).click();
    expect(await owner.inputValue()).toBe("Jānis Bērziņš (D006)");
    await form.getByRole("button", { name: "Do it: Likvidēt" }).click();
    // What is wrong stands at its field, and the cursor is there.
    await form.getByText("“rudenī” is not a date. Write dd.mm.yyyy, such as 31.12.2026.").waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("rudenī");
    await form.getByRole("textbox", { name: /Review by/ }).fill("31.12.2026");
    await form.getByRole("textbox", { name: /Yearly volume/ }).fill("1 250");
    await form.getByRole("combobox", { name: /Kind/ }).selectOption({ label: "Core" });
    await form.getByRole("button", { name: "Do it: Likvidēt" }).click();
    await page.getByText("Done: Likvidēt. The sheet is refreshed.").waitFor();
    const cells = { retireReason: "Vairs nevajag", owner: "Jānis Bērziņš (D006)", reviewDue: "2026-12-31" };
    expect((await recordCalls(page)).filter((call) => call.startsWith("take"))).toEqual([
      `take services ${ROW} 4 ${JSON.stringify({ ...cells, kind: "CORE", yearlyVolume: 1250, stage: "RETIRED" })}`,
    ]);
    expect(await sheetCalls(page)).toEqual(["refresh services"]);
    await page.context().close();
  });

  it("warn before they are taken, and say why the server refused", async () => {
    const page = await openPage("Record");
    await page.getByRole("button", { name: "Pilnveidot" }).click();
    await page.getByText("Serveru nomaiņa").waitFor();
    await page.getByRole("button", { name: "Do it: Pilnveidot" }).click();
    await page.getByText("The service has no owner. Name one.").waitFor();
    expect(await sheetCalls(page)).toEqual([]);
    await page.context().close();
  });

  it("offer those who may be meant where a name is ambiguous; a click on one puts it in", async () => {
    const page = await openPage("Record");
    await page.getByRole("button", { name: "Likvidēt" }).click();
    const form = page.getByRole("form", { name: /^Likvidēt/ });
    await form.getByRole("textbox", { name: /Reason for retiring/ }).fill("Vairs nevajag");
    await form.getByRole("combobox", { name: /Owner/ }).fill("Jānis Bērziņš");
    // The present day, by its button.
    await form.getByRole("button", { name: "Today: Review by" }).click();
    expect(await form.getByRole("textbox", { name: /Review by/ }).inputValue()).toMatch(/^\d\d\.\d\d\.\d{4}$/);
    await form.getByRole("button", { name: "Do it: Likvidēt" }).click();
    const which = form.getByRole("group", { name: "“Owner”: which of these" });
    await which.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await which.getByRole("button", { name: "Jānis Bērziņš (D005)" }).click();
    expect(await form.getByRole("combobox", { name: /Owner/ }).inputValue()).toBe("Jānis Bērziņš (D005)");
    await form.getByRole("button", { name: "Do it: Likvidēt" }).click();
    await page.getByText("Done: Likvidēt. The sheet is refreshed.").waitFor();
    await page.context().close();
  });

  it("that others may take say who and why", async () => {
    const page = await openPage("Record");
    await page.getByText("Steps that you may not take").click();
    await page.getByText("pāriet kopuma saimnieks. Lūdziet viņu.").waitFor();
    expect(await page.getByRole("button", { name: "Atgriezt plānošanā" }).count()).toBe(0);
    await page.context().close();
  });
});

describe("the impact of a record", () => {
  it("is a tree that the keyboard follows", async () => {
    const page = await openPage("Record");
    const tree = page.getByRole("tree", { name: "What goes down, and through what" });
    await tree.getByRole("treeitem", { name: /Datu centra/ }).focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      "Izziņa par deklarēto dzīvesvietu",
    );
    await page.context().close();
  });
});

describe("the impact as a sheet", () => {
  it("has a row for each that is hit, with its way by names and codes", async () => {
    const page = await openPage("Record");
    await page.getByRole("button", { name: "Put into a sheet" }).click();
    await expect.poll(() => sheetCalls(page)).toHaveLength(5);
    const [head, , , third] = await sheetCalls(page);
    expect(head).toBe("list Impact: What it is | Code | Name | Steps | Through what | Way in codes");
    expect(third).toMatch(
      /^Service \| P-0007 \| Izziņa par deklarēto dzīvesvietu \| 3 \| .* → Virtuālo serveru kopa → Datu centra elektroapgāde \| $/,
    );
    await page.context().close();
  });
});

describe("linked records", () => {
  it("are followed to their row; the sheet is opened where it is not", async () => {
    const page = await openPage("Record");
    await page.getByText("and 23 more").waitFor();
    await page.getByRole("button", { name: "Go to the row: INC-2026-00012 Portāls neatveras" }).click();
    await expect.poll(() => sheetCalls(page)).toEqual(["open incidents en", "jump i1 null"]);
    await page.context().close();
  });
});

describe("the overview", () => {
  it("tells what waits, all of it when asked, and leads to the row and its record", async () => {
    const page = await openPage("Overview");
    await page.getByRole("heading", { level: 2, name: "Klasificējamie incidenti" }).waitFor();
    expect(await page.getByRole("button", { name: /E-pasts nepienāk/ }).count()).toBe(5);
    await page.getByRole("button", { name: "Show 2 more" }).click();
    expect(await page.getByRole("button", { name: /E-pasts nepienāk/ }).count()).toBe(7);
    await page.getByRole("button", { name: /Serveru nomaiņa/ }).click();
    await page.getByRole("heading", { level: 1, name: "Record" }).waitFor();
    expect(await sheetCalls(page)).toEqual(["jump CHG-2026-00007 null"]);
    await page.context().close();
  });
});
