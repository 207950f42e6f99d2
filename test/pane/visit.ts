import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import type { Language } from "../../schema/registers/words.ts";

export const THEMES = ["light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];
export interface Visit {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly width?: number;
  /** The demo's scenario, as its address says it. */
  readonly scenario?: string;
}

const APPEARANCE: Readonly<Record<Theme, string>> = { light: "LIGHT", dark: "DARK", contrast: "CONTRAST" };

/** Opens the demo pane, 320 px wide unless said otherwise, with choices of language and colours already made. */
export async function visit(browser: Browser, url: string, { scenario = "", ...asked }: Visit = {}): Promise<Page> {
  const page = await openWindow(browser, asked);
  await show(page, url, scenario);
  return page;
}

/** A window of its own for the demo pane, to show one scenario after another in; whoever opens it closes its context. */
export async function openWindow(browser: Browser, asked: Omit<Visit, "scenario"> = {}): Promise<Page> {
  const { language = "lv", theme = "light", width = 320 } = asked;
  const context = await browser.newContext({ viewport: { width, height: 720 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.addInitScript(
    ([chosen, appearance]) => {
      localStorage.setItem("saime.language", chosen);
      localStorage.setItem("saime.appearance", appearance);
    },
    [language, APPEARANCE[theme]] as const,
  );
  troubles.set(page, errors);
  return page;
}

/** Loads the demo pane anew with another scenario; nothing of the one before stays. */
export async function show(page: Page, url: string, scenario: string): Promise<void> {
  troubles.get(page)?.splice(0);
  await page.goto(`${url}?${scenario}`);
  await page.locator("main h1, main h2").first().waitFor();
}

const troubles = new WeakMap<Page, string[]>();
/** What the page threw or complained of so far. */
export const troublesOf = (page: Page): readonly string[] => troubles.get(page) ?? [];

/**
 * What axe finds wrong, one line a finding. Tabster's dummies hold the focus inside a dialog; they are Fluent's. With
 * `rules`, only these: names and roles do not depend on the colours.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // The demo has no frames of another origin; the other mode opens a page of its own for each look, at thrice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude("[data-tabster-dummy]");
  if (rules) axe.withRules([...rules]);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}

/** Pixels by which something sticks out of the pane to the side; 0 when all fits. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
