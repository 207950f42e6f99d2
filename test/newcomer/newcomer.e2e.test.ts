import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type RunningServer } from "../support/running-server.ts";
import { Person } from "./person.ts";

/**
 * What a newcomer does, against the server as `npm start` runs it: a real register comes in from somebody's workbook,
 * cells are edited, some wrongly, and a colleague who was working meanwhile loses nothing.
 */
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const OUTPUT = file("../output/newcomer");

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  await mkdir(OUTPUT, { recursive: true });
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe("a newcomer at the desk", () => {
  it("imports a register, edits it, sees the broken rows refused, publishes; a colleague refreshes and loses nothing", async ({
    onTestFailed,
  }) => {
    const people: Person[] = [];
    onTestFailed(async () => {
      for (const person of people) {
        await person.page.screenshot({ path: `${OUTPUT}/failed-${people.indexOf(person)}.png` });
        console.error(
          await person
            .button(/./)
            .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent)),
        );
      }
    });
    const shot = (person: Person, name: string) => person.page.screenshot({ path: `${OUTPUT}/${name}.png` });
    const liga = await Person.at(browser, server.url, "Līga Ozoliņa");
    people.push(liga);
    await liga.openFile(file("../fixtures/services-ee-200.xlsx"));
    await liga.page.waitForFunction(
      () => (window.desk.model.usedBox(window.desk.model.activeSheet.id)?.rows ?? 0) > 200,
    );

    // Import: the headings are known, stages are left out, all rows get an owner.
    await liga.tab("Imports");
    await liga.button("Tālāk").click();
    const choose = (column: string, what: string) =>
      liga.pane.getByRole("combobox", { name: new RegExp(`^${column}`) }).selectOption({ label: what });
    await liga.pane.getByRole("heading", { name: /^Nosaukums/ }).waitFor();
    await shot(liga, "import-columns");
    await choose("Posms", "— neimportēt —");
    const more = liga.button(/^Vēl \d+ kolonn/);
    if ((await more.getAttribute("aria-expanded")) === "false") await more.click();
    await choose("Saimnieks", "Viena vērtība visām rindām…");
    await liga.pane.getByRole("textbox", { name: "Vērtība visām rindām" }).fill("Andris Kalniņš");
    await liga.button("Pārbaudīt").click();
    await liga.button(/^Importēt 200/).waitFor();
    await shot(liga, "import-preview");
    await liga.button(/^Importēt 200/).click();
    await liga.pane.getByText("Imports pabeigts", { exact: true }).waitFor();
    await shot(liga, "import-result");

    await liga.tab("Reģistri");
    await liga.button("Izveidot lapu: Pakalpojumi").click();
    await liga.button("Atvērt lapu").waitFor();
    await expect.poll(async () => (await liga.codes()).length, { timeout: 30_000 }).toBeGreaterThan(200);
    const codes = (await liga.codes()).filter((code) => !code.startsWith("P-"));
    expect(codes).toHaveLength(200);
    const edited = codes.slice(0, 20);
    const [conflict = "", otherEdit = ""] = [edited[0], codes[30]];

    // A colleague, the owner of these services, has the sheet open and edits too.
    const andris = await Person.at(browser, server.url, "Andris Kalniņš");
    people.push(andris);
    await andris.button("Izveidot lapu: Pakalpojumi").click();
    await expect.poll(async () => (await andris.codes()).length, { timeout: 30_000 }).toBeGreaterThan(200);
    await andris.button("Atvērt lapu").waitFor();
    await andris.type(conflict, "Dzīves situācija", "Andra ieraksts");
    await andris.type(otherEdit, "Dzīves situācija", "Andra cits ieraksts");

    // Twenty edits, three of them wrong.
    const broken: Readonly<Record<number, readonly [heading: string, text: string, reason: RegExp]>> = {
      17: ["Nosaukums", "", /Aizpildiet “Nosaukums”/],
      18: ["Posms", "Nezināms posms", /“Nezināms posms” nav starp/],
      19: ["Pārskatīt līdz", "drīzumā", /“drīzumā” nav datums/],
    };
    for (const [index, code] of edited.entries()) {
      const [heading, text] = broken[index] ?? ["Dzīves situācija", `Labots ${index}`];
      await liga.type(code, heading, text);
    }
    await liga.tab("Izmaiņas");
    await liga.button("Publicēt").click();
    await liga.pane.getByText("Publicēts daļēji").waitFor();
    for (const [, , reason] of Object.values(broken)) await liga.pane.getByText(reason).first().waitFor();
    await shot(liga, "refused");
    expect(await liga.pane.getByRole("article").count()).toBe(3);
    // From the reason straight to the cell.
    await liga.button(/^Iet uz šūnu “Posms”/).click();
    const stage = await liga.place(String(edited[18]), "Posms");
    await liga.page.waitForFunction(
      ([row, column]) => window.desk.model.selection.row === row && window.desk.model.selection.column === column,
      [stage.row, stage.column] as const,
    );

    // The picture of the README; `SAIME_PICTURES=docs npm test -- e2e` puts it there.
    await liga.pane.getByText("Publicēts daļēji").scrollIntoViewIfNeeded();
    const pictures = process.env["SAIME_PICTURES"] === "docs" ? file("../../docs/images") : OUTPUT;
    await liga.page.screenshot({ path: `${pictures}/desk.png` });

    // The colleague refreshes: the seventeen are there, what he typed is still there, one cell is in conflict.
    await andris.button("Atsvaidzināt").click();
    await andris.pane.getByText("Konflikti", { exact: true }).waitFor();
    await expect.poll(() => andris.read(String(edited[1]), "Dzīves situācija")).toBe("Labots 1");
    for (let index = 1; index < 17; index++)
      expect(await andris.read(String(edited[index]), "Dzīves situācija")).toBe(`Labots ${index}`);
    expect(await andris.read(conflict, "Dzīves situācija")).toBe("Andra ieraksts");
    expect(await andris.read(otherEdit, "Dzīves situācija")).toBe("Andra cits ieraksts");
    for (const index of [17, 18, 19]) expect(await andris.read(String(edited[index]), "Nosaukums")).not.toBe("");
    await andris.tab("Izmaiņas");
    await andris.pane.getByText("Labots 0").first().waitFor();
    await andris.pane
      .getByText(/Līga Ozoliņa/)
      .first()
      .waitFor();
    await shot(andris, "conflict");
    await andris.button(/^Paturēt manu: /).click();
    await andris.button("Publicēt").click();
    await andris.pane.getByText("Publicēts", { exact: true }).waitFor();

    await liga.tab("Reģistri");
    await liga.button("Atsvaidzināt").click();
    await expect.poll(() => liga.read(conflict, "Dzīves situācija")).toBe("Andra ieraksts");
    expect(await liga.read(otherEdit, "Dzīves situācija")).toBe("Andra cits ieraksts");
    // Her refused rows are still as she typed them.
    expect(await liga.read(String(edited[18]), "Posms")).toBe("Nezināms posms");
    expect([...liga.errors, ...andris.errors]).toEqual([]);
  });
});
