import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { serveDemo } from "./page.ts";
import { violations, visit } from "./visit.ts";

let demo: Awaited<ReturnType<typeof serveDemo>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  demo = await serveDemo();
  browser = await launchBrowser();
  page = await visit(browser, demo.url, { language: "en" });
  await page.getByRole("button", { name: "Marta Bērziņa, settings" }).click();
  await page.getByRole("menuitem", { name: "Administration" }).click();
});
afterAll(async () => {
  await browser?.close();
  demo?.close();
});

it("makes a token under a name, shows it once, and lists it", async () => {
  await page.getByRole("button", { name: "Create a token" }).click();
  await page.getByText("Write the name of the system.").waitFor();
  await page.getByRole("textbox", { name: "Name of the system" }).fill("Prometheus");
  await page.getByRole("button", { name: "Create a token" }).click();
  await page.getByText("Copy it now: it is not shown again.").waitFor();
  expect(await page.getByRole("textbox", { name: "Token", exact: true }).inputValue()).toBe("saime_demo");
  await page.getByRole("button", { name: "Revoke the token: Prometheus" }).waitFor();
  expect(await violations(page)).toEqual([]);
});

it("revokes a token once that is confirmed; what is revoked is told and offers nothing more", async () => {
  await page.getByRole("button", { name: "Revoke the token: Zabbix uzraudzība" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Cancel" }).click();
  await question.waitFor({ state: "detached" });
  expect(await page.getByText(/^Revoked/).count()).toBe(1);
  await page.getByRole("button", { name: "Revoke the token: Zabbix uzraudzība" }).click();
  await question.getByRole("button", { name: "Revoke" }).click();
  await expect.poll(() => page.getByText(/^Revoked/).count()).toBe(2);
  expect(await page.getByRole("button", { name: "Revoke the token: Zabbix uzraudzība" }).count()).toBe(0);
});

it("erases personal data once that is confirmed, and tells of how many", async () => {
  await page.getByRole("button", { name: "Erase now" }).click();
  await page.getByRole("alertdialog").getByText("They cannot be restored").waitFor();
  await page.getByRole("alertdialog").getByRole("button", { name: "Erase now" }).click();
  await page.getByText("Data erased in 12 applications.").waitFor();
});

it("is offered to portfolio owners alone", async () => {
  const other = await visit(browser, demo.url, { language: "en", scenario: "signedIn=no" });
  await other.getByRole("button", { name: /Ilze Kalniņa/ }).click();
  await other.getByRole("button", { name: "Ilze Kalniņa, settings" }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).waitFor();
  expect(await other.getByRole("menuitem", { name: "Administration" }).count()).toBe(0);
});
