import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kpi as messages } from "../../addin/i18n/messages/kpi.ts";
import { timers } from "../../addin/i18n/messages/timers.ts";
import { shell } from "../../addin/i18n/messages/shell.ts";
import { LANGUAGES, type Language } from "../../schema/registers/words.ts";
import { launchBrowser } from "../support/browser.ts";
import { serveDemo } from "./page.ts";
import { openWindow, overflow, show, THEMES, troublesOf, violations, visit } from "./visit.ts";

const pictures = join(import.meta.dirname, "../output/pane");
let demo: Awaited<ReturnType<typeof serveDemo>>;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  demo = await serveDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  demo?.close();
});

/** Goes to a page by its tab, or by the menu of those that did not fit. */
const tab =
  (key: "registers" | "changes" | "record" | "overview" | "knowledge" | "import" | "maturity" | "kpi" | "calendar") =>
  async (page: Page, language: Language) => {
    const name = shell[key][language];
    const direct = page.getByRole("tab", { name: new RegExp(`^${name}`) });
    if (await direct.isVisible()) return direct.click();
    await page.getByRole("button", { name: shell.morePages[language] }).click();
    await page.getByRole("menuitem", { name }).click();
  };
const stay = async () => {};
/** By the account's menu. */
const administration = async (page: Page, language: Language) => {
  await page.getByRole("button", { name: shell.account[language].replace("{name}", "Marta Bērziņa") }).click();
  await page.getByRole("menuitem", { name: shell.administration[language] }).click();
  await page.getByText("Zabbix").first().waitFor();
};
/** All that opens on the page stands open. */
const maturity = async (page: Page, language: Language) => {
  await tab("maturity")(page, language);
  const closed = page.locator("main button[aria-expanded=false]");
  await closed.first().waitFor();
  while ((await closed.count()) > 0) await closed.first().click();
};

/** A tile with its table and the records behind a figure. */
const kpi = async (page: Page, language: Language) => {
  await tab("kpi")(page, language);
  await page.getByRole("button", { name: messages.details[language] }).first().click();
  const period = messages.behind[language].replace("{period}", "10.2026");
  await page.getByRole("button", { name: period }).first().click();
  await page.getByText("P-0001").waitFor();
};

/** The record of an incident, with what the last timer counted. */
const whyOfTimer = async (page: Page, language: Language) => {
  await tab("record")(page, language);
  await page.getByRole("button", { name: timers.why[language] }).last().click();
};

/** Every page in every state that looks different. The first state of each is looked at in every theme. */
const VIEWS: readonly {
  readonly name: string;
  readonly scenario: string;
  readonly go: (page: Page, language: Language) => Promise<void>;
}[] = [
  { name: "sign-in", scenario: "signedIn=no", go: stay },
  { name: "sign-in-offline", scenario: "signedIn=no&fails=OFFLINE", go: stay },
  { name: "no-workbook", scenario: "workbook=no", go: stay },
  { name: "registers", scenario: "", go: stay },
  { name: "registers-none", scenario: "sheet=NONE", go: stay },
  { name: "registers-broken", scenario: "sheet=BROKEN&readOnly=yes", go: stay },
  { name: "registers-offline", scenario: "fails=OFFLINE", go: stay },
  { name: "changes", scenario: "", go: tab("changes") },
  { name: "changes-nothing", scenario: "pending=NONE", go: tab("changes") },
  { name: "changes-no-sheet", scenario: "sheet=NONE", go: tab("changes") },
  { name: "record", scenario: "", go: tab("record") },
  { name: "record-incident", scenario: "selected=INCIDENT", go: whyOfTimer },
  { name: "record-new", scenario: "selected=NEW", go: tab("record") },
  { name: "record-none", scenario: "selected=NONE", go: tab("record") },
  { name: "record-offline", scenario: "fails=OFFLINE", go: tab("record") },
  { name: "overview", scenario: "", go: tab("overview") },
  { name: "overview-nothing", scenario: "pending=NONE", go: tab("overview") },
  { name: "import", scenario: "", go: tab("import") },
  { name: "administration", scenario: "", go: administration },
  { name: "knowledge", scenario: "", go: tab("knowledge") },
  { name: "knowledge-offline", scenario: "fails=OFFLINE", go: tab("knowledge") },
  { name: "maturity", scenario: "", go: maturity },
  { name: "calendar", scenario: "", go: tab("calendar") },
  { name: "kpi", scenario: "", go: kpi },
  { name: "kpi-none", scenario: "pending=NONE", go: tab("kpi") },
];

const PAGES = new Set([
  "sign-in",
  "registers",
  "changes",
  "record",
  "overview",
  "knowledge",
  "import",
  "maturity",
  "calendar",
  "kpi",
]);

/** Colours do not hang on the language, so the other themes are looked at in the one with the longer words. */
const looks = LANGUAGES.flatMap((language) =>
  THEMES.filter((theme) => theme === "light" || language === "lv").map((theme) => ({ language, theme })),
);

describe.each(looks)("at 320 px in $language", ({ language, theme }) => {
  describe(theme, () => {
    let page: Page;
    beforeAll(async () => {
      page = await openWindow(browser, { language, theme });
    });
    afterAll(() => page?.context().close());

    it.each(VIEWS.filter(({ name }) => theme === "light" || PAGES.has(name)))(
      "$name is accessible, fits and complains of nothing",
      async ({ name, scenario, go }) => {
        await show(page, demo.url, scenario);
        await go(page, language);
        await page.waitForLoadState("networkidle");
        await page.locator(".fui-Spinner").first().waitFor({ state: "detached" });
        await page.screenshot({ path: join(pictures, `${name}-${language}-${theme}.png`), fullPage: true });
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await violations(page, theme === "light" ? undefined : ["color-contrast"])).toEqual([]);
        expect(await overflow(page)).toBe(0);
        expect(troublesOf(page)).toEqual([]);
      },
    );
  });
});

describe("colours forced by the system", () => {
  it.each(["registers", "changes"] as const)("leave %s readable", async (key) => {
    const page = await visit(browser, demo.url);
    await page.emulateMedia({ forcedColors: "active" });
    await tab(key)(page, "lv");
    await page.locator(".fui-Spinner").first().waitFor({ state: "detached" });
    await page.screenshot({ path: join(pictures, `${key}-forced.png`), fullPage: true });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe("an open menu", () => {
  it("stands over the page without hiding it", async () => {
    const page = await visit(browser, demo.url);
    await page.getByRole("button", { name: /^Marta Bērziņa/ }).click();
    await page.getByRole("menu").waitFor();
    const beneath = await page.evaluate(() => document.elementFromPoint(20, 600)?.closest("#pane") !== null);
    expect(beneath).toBe(true);
    // A menu stands outside every landmark, as menus do; that rule is for pages.
    const rules = [
      "color-contrast",
      "aria-required-children",
      "aria-required-parent",
      "aria-allowed-attr",
      "button-name",
    ];
    expect(await violations(page, rules)).toEqual([]);
    await page.screenshot({ path: join(pictures, "menu.png") });
    await page.context().close();
  });
});

describe("a wide pane", () => {
  it("shows every page as a tab", async () => {
    const page = await visit(browser, demo.url, { width: 880 });
    for (const key of [
      "registers",
      "changes",
      "record",
      "overview",
      "knowledge",
      "import",
      "maturity",
      "kpi",
      "calendar",
    ] as const)
      expect(await page.getByRole("tab", { name: new RegExp(`^${shell[key].lv}`) }).isVisible(), key).toBe(true);
    expect(await page.getByRole("button", { name: shell.morePages.lv }).count()).toBe(0);
    await page.screenshot({ path: join(pictures, "registers-wide.png"), fullPage: true });
    await page.context().close();
  });
});
