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

const calls = (page: Page) => page.evaluate(() => window.demo.sheets.calls);
const open = (scenario = "") => visit(browser, demo.url, { language: "en", scenario });
const toChanges = async (page: Page) => {
  await page.getByRole("tab", { name: /^Changes/ }).click();
  await page.getByRole("button", { name: "Publish", exact: true }).waitFor();
};
/** The text of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

describe("signing in", () => {
  it("shows the pages of the person picked, and signing out says what stays", async () => {
    const page = await open("signedIn=no");
    await page.getByRole("button", { name: /Ilze Kalniņa/ }).click();
    await page.getByRole("heading", { level: 1, name: "Registers" }).waitFor();
    await page.getByRole("button", { name: "Ilze Kalniņa, settings" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("What you wrote in the sheets stays in the workbook").waitFor();
    await dialog.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await page.context().close();
  });

  it("leaves nothing hidden from screen readers behind, dialogs that move included", async () => {
    const page = await open();
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.getByRole("button", { name: "Marta Bērziņa, settings" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
    await page.getByText("Sign in", { exact: true }).first().waitFor();
    await expect.poll(() => page.locator("[aria-hidden=true]:has(main)").count()).toBe(0);
    await page.context().close();
  });

  it("is asked for again, with a word on unpublished edits, when the session ends", async () => {
    const page = await open();
    await page.evaluate(() => window.demo.signIn.end());
    await page.getByText("Unpublished edits are in the sheet and not lost").waitFor();
    await page.context().close();
  });
});

describe("language and colours", () => {
  it("are switched at once, everywhere, and kept", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Switch language: Latviešu" }).click();
    await page.getByRole("heading", { level: 1, name: "Reģistri" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("lv");
    await page.getByRole("button", { name: "Marta Bērziņa, iestatījumi" }).click();
    await page.getByRole("menuitemradio", { name: "Tumšs" }).click();
    expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe("dark");
    expect(await page.evaluate(() => localStorage.getItem("saime.appearance"))).toBe("DARK");
    expect(await page.evaluate(() => localStorage.getItem("saime.language"))).toBe("lv");
    await page.context().close();
  });
});

describe("registers", () => {
  it("are refreshed with a word on what came, where the focus goes", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Refresh: Services" }).click();
    await page.getByText("3 new rows, 12 changed rows, 1 retired row.").waitFor();
    expect(await focused(page)).toContain("Refreshed");
    await page.context().close();
  });

  it("show progress that can be cancelled", async () => {
    const page = await open("slow=400");
    await page.getByRole("button", { name: "Refresh: Services" }).click();
    const work = page.getByRole("region", { name: "Work in progress" });
    await work.getByRole("progressbar", { name: "Refreshing" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await work.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled. Sheet and server are sound").waitFor();
    await work.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("say what to do when the server does not answer, and try again", async () => {
    const page = await open("fails=OFFLINE");
    await page.getByRole("button", { name: "Refresh: Services" }).click();
    await page.getByText("nothing will be published twice").waitFor();
    expect(await focused(page)).toContain("No connection to the server");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => calls(page)).toEqual(["refresh services", "refresh services"]);
    await page.context().close();
  });
});

describe("changes", () => {
  it("follow what is typed into the sheet", async () => {
    const page = await open("pending=NONE");
    await toChanges(page);
    await page.getByText("Everything is published").waitFor();
    await page.evaluate(() =>
      window.demo.sheets.type({
        row: "33333333-0000-4000-8000-000000000001",
        kind: "EDIT",
        code: "P-0001",
        title: "Izziņa",
        cells: [{ column: "name", from: "Izziņa", to: "Izziņa par dzīvesvietu" }],
        refusals: [],
        conflicts: [],
      }),
    );
    await page.getByText("Izziņa par dzīvesvietu").waitFor();
    await page.getByRole("tab", { name: "Changes 1 unpublished row" }).waitFor();
    await page.context().close();
  });

  it("offer those whom an ambiguous name may mean; a click writes one into the cell", async () => {
    const page = await open("pending=NONE");
    await toChanges(page);
    await page.evaluate(() => {
      const message = { lv: "“Jānis Bērziņš” ir vairāki. Rakstiet kodu.", en: "There are several “Jānis Bērziņš”." };
      const allowed = ["D005", "D006"].map((code) => ({
        lv: `Jānis Bērziņš (${code})`,
        en: `Jānis Bērziņš (${code})`,
      }));
      window.demo.sheets.type({
        row: "33333333-0000-4000-8000-000000000001",
        kind: "EDIT",
        code: "P-0001",
        title: "Izziņa",
        cells: [{ column: "owner", from: null, to: "Jānis Bērziņš" }],
        refusals: [{ code: "AMBIGUOUS_REFERENCE", column: "owner", message, allowed }],
        conflicts: [],
      });
    });
    await page.getByRole("button", { name: "Jānis Bērziņš (D006)" }).click();
    const filled = 'fill services 33333333-0000-4000-8000-000000000001 owner "Jānis Bērziņš (D006)"';
    await expect.poll(() => calls(page)).toEqual([filled]);
    await page.context().close();
  });

  it("ask before publishing what becomes of deleted rows; retiring needs a reason", async () => {
    const page = await open();
    await toChanges(page);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1 row was deleted from the sheet").waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("radio", { name: /^Retire/ }).check();
    await dialog.getByRole("button", { name: "Publish" }).click();
    await dialog.getByText("Give a reason.").waitFor();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Faksu vairs nelieto");
    await dialog.getByRole("button", { name: "Publish" }).click();
    await page.getByText("Published in part").waitFor();
    // Only the rows that the question named.
    expect(await calls(page)).toEqual([
      expect.stringMatching(/^publish \{"do":"RETIRE","reason":"Faksu vairs nelieto","rows":\["[^",]+"\]\}$/),
    ]);
    expect(await focused(page)).toContain("2 rows published, 1 row in conflict, 3 rows refused");
    await page.context().close();
  });

  it("put back, tried again, concern the rows of the question, not those deleted since", async () => {
    const page = await open("fails=OFFLINE");
    await toChanges(page);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^Put back/ }).check();
    await dialog.getByRole("button", { name: "Publish" }).click();
    const again = page.getByRole("button", { name: "Try again" });
    await again.waitFor();
    await page.evaluate(() =>
      window.demo.sheets.type({
        row: "33333333-0000-4000-8000-000000000002",
        kind: "DELETE",
        code: "P-0002",
        title: "Dzēsta vēlāk",
        cells: [],
        refusals: [],
        conflicts: [],
      }),
    );
    await again.click();
    await expect.poll(async () => (await calls(page)).length).toBe(2);
    const [first, second] = await calls(page);
    expect(first).toMatch(/^publish \{"do":"PUT_BACK","rows":\["[^",]+"\]\}$/);
    expect(second).toBe(first);
    await page.context().close();
  });

  it("show refused rows with the reason, what is allowed, and the way to the cell", async () => {
    const page = await open();
    await toChanges(page);
    await page.getByRole("button", { name: /^Refused 3/ }).click();
    expect(await page.getByRole("article").count()).toBe(3);
    await page.getByText(/Allowed: Planning · Building/).waitFor();
    await page.getByRole("button", { name: "Go to cell “Stage”: Būvatļaujas izsniegšana" }).click();
    await expect.poll(() => calls(page)).toEqual(["jump 11111111-0000-4000-8000-000000000002 stage"]);
    await page.context().close();
  });

  it("are checked without publishing", async () => {
    const page = await open();
    await toChanges(page);
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("Checked, nothing is published").waitFor();
    expect(await calls(page)).toEqual(["check"]);
    await page.context().close();
  });

  it("let a person choose by cell, or all at once after saying what is lost", async () => {
    const page = await open();
    await toChanges(page);
    await page.getByRole("button", { name: /^Take theirs: Criticality/ }).click();
    await expect.poll(() => calls(page)).toEqual(["resolve criticality THEIRS"]);
    await page.getByRole("button", { name: "All theirs" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("Your edit in 1 cell is lost").waitFor();
    await dialog.getByRole("button", { name: "Take theirs" }).click();
    await page.getByText("1 cell resolved.").waitFor();
    expect((await calls(page)).at(-1)).toBe("resolve description THEIRS");
    await page.context().close();
  });

  it("are taken back only after saying what happens", async () => {
    const page = await open();
    await toChanges(page);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Undo last publish…" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("The 17 rows published 21.11.2026 08:58").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(await calls(page)).toEqual([]);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Undo last publish…" }).click();
    await dialog.getByRole("button", { name: "Undo the publish" }).click();
    await page.getByText("16 rows have their former content again").waitFor();
    await page.context().close();
  });

  it("can be put back or discarded row by row", async () => {
    const page = await open();
    await toChanges(page);
    await page.getByRole("button", { name: "Put back: Faksa pakalpojums" }).click();
    await page.getByText("The row is back in the sheet.").waitFor();
    await page.getByRole("button", { name: "Row actions: Sociālās palīdzības pabalsta piešķiršana" }).click();
    await page.getByRole("menuitem", { name: "Discard edits…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
    await page.getByText("The edits are discarded.").waitFor();
    expect(await calls(page)).toEqual(["discard 1", "discard 1"]);
    await page.context().close();
  });

  it("stay readable and quick with 20,000 rows: page by page", async () => {
    const page = await open("pending=20000");
    await toChanges(page);
    await page.getByText("Rows 1–20 of 20,000").waitFor();
    expect(await page.getByRole("article").count()).toBe(20);
    await page.getByRole("button", { name: "Next page" }).click();
    await page.getByRole("heading", { name: "Pakalpojums 21" }).waitFor();
    expect(await page.getByRole("article").count()).toBe(20);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });

  it("cannot be published by someone who may only read, and say so", async () => {
    const page = await open("readOnly=yes");
    await toChanges(page);
    await page.getByText("Edits stay in your sheet only.").waitFor();
    expect(await page.getByRole("button", { name: "Publish", exact: true }).getAttribute("aria-disabled")).toBe("true");
    await page.context().close();
  });
});

describe("the keyboard alone", () => {
  it("gets from the top to a published batch", async () => {
    const page = await open();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const label = () =>
      page.evaluate(() => {
        const active = document.activeElement;
        return active?.getAttribute("aria-label") ?? active?.textContent ?? "";
      });
    await press("Tab");
    expect(await label()).toBe("Skip to content");
    await press("Tab");
    expect(await label()).toBe("Switch language: Latviešu");
    await press("Tab");
    expect(await label()).toBe("Marta Bērziņa, settings");
    await press("Tab");
    expect(await label()).toBe("Registers");
    await press("ArrowRight");
    await press("Enter");
    await page.getByRole("button", { name: "Publish", exact: true }).waitFor();
    await expect.poll(async () => (await press("Tab"), await label())).toBe("Publish");
    await press("Enter");
    await page.getByRole("dialog").waitFor();
    await expect.poll(label).not.toBe("Publish");
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(label).toBe("Publish");
    await press("Enter");
    await page.getByRole("dialog").waitFor();
    await expect.poll(async () => (await press("Tab"), await label())).toBe("Publish");
    await press("Enter");
    await page.getByText("Published in part").waitFor();
    await expect.poll(() => focused(page)).toContain("2 rows published");
    await page.context().close();
  });

  it("comes back to where it was after a question is answered with no", async () => {
    const page = await open();
    await toChanges(page);
    const more = page.getByRole("button", { name: "More actions" });
    await more.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Undo last publish…" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("alertdialog").waitFor({ state: "detached" });
    await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe("the record", () => {
  it("tells who changed what, when, from what to what", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Record" }).click();
    await page.getByRole("heading", { level: 2, name: "Izziņa par deklarēto dzīvesvietu" }).waitFor();
    const newest = page.locator("section[aria-labelledby=history]").getByRole("listitem").first();
    await newest.getByText("Ilze Kalniņa · 20.11.2026 15:42").waitFor();
    expect(await newest.textContent()).toMatch(/from Introducing\s*to Delivering/);
    await page.context().close();
  });
});
