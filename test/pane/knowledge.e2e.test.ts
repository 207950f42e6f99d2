import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { knowledge as messages } from "../../addin/i18n/messages/knowledge.ts";
import { shell } from "../../addin/i18n/messages/shell.ts";
import { launchBrowser } from "../support/browser.ts";
import { serveDemo } from "./page.ts";
import { overflow, troublesOf, violations, visit } from "./visit.ts";

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

const opened = async () => {
  const page = await visit(browser, demo.url, { width: 760 });
  await page.getByRole("tab", { name: shell.knowledge.lv }).click();
  await page.getByRole("searchbox").waitFor();
  return page;
};

it("knowledge is searched as one types, told to a screen reader, with the words that meet marked as text", async () => {
  const page = await opened();
  await page.getByRole("searchbox").fill("printera");
  await page.getByRole("status").filter({ hasText: "Atrasts 1 raksts" }).waitFor();
  expect(await page.locator("mark").allTextContents()).toEqual(["printeris", "printerim"]);
  expect(await page.getByText("<b>mirgo</b>").count()).toBe(1);
  await page.getByRole("searchbox").fill("zilonis");
  await page.getByRole("heading", { name: messages.noneTitle.lv }).waitFor();
  expect(troublesOf(page)).toEqual([]);
  await page.context().close();
});

it("an article is opened from the keyboard, says that it is outdated, and leads to its row", async () => {
  const page = await opened();
  const title = page.getByRole("button", { name: "Kāpēc printeris nedrukā" });
  await title.focus();
  await page.keyboard.press("Enter");
  expect(await title.getAttribute("aria-expanded")).toBe("true");
  await page.getByText("Pārskatīšanas termiņš bija 31.01.2025.").waitFor();
  expect(await page.getByText("1. Ielikt papīru.").isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: /KN-0001/ }).isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.context().close();
});

it("only articles of the chosen level are shown", async () => {
  const page = await opened();
  await page.getByLabel(messages.level.lv).selectOption("L0");
  await page.getByRole("button", { name: "Kāpēc printeris nedrukā" }).waitFor({ state: "detached" });
  expect(await page.getByRole("button", { name: "Paroles maiņa" }).isVisible()).toBe(true);
  await page.context().close();
});
