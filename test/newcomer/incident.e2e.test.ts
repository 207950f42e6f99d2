import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type RunningServer } from "../support/running-server.ts";
import { Person } from "./person.ts";

/** An incident from its first words to its classification, typed into the sheet as into any other. */
const OUTPUT = fileURLToPath(new URL("../output/newcomer", import.meta.url));

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("an incident is typed, its classification refused with the reasons, mended and published", async ({
  onTestFailed,
}) => {
  const liga = await Person.at(browser, server.url, "Līga Ozoliņa");
  onTestFailed(async () => void (await liga.page.screenshot({ path: `${OUTPUT}/incident-failed.png` })));
  await liga.button("Izveidot lapu: Incidenti").click();
  await liga.button("Atvērt lapu: Incidenti").waitFor();

  const row = await newRow(liga);
  await type(liga, row, {
    "Kas noticis": "Nevar deklarēt dzīvesvietu",
    "Pakalpojums vai resurss": "Dzīvesvietas deklarēšana",
    Avots: "Persona",
    Konstatēts: "02.01.2026 10:15",
    Stāvoklis: "Klasificēts",
  });
  await liga.tab("Izmaiņas");
  await liga.button("Publicēt").click();
  // The step is refused as a whole; each cell that it needs says so.
  const incident = liga.pane.getByRole("article", { name: "Nevar deklarēt dzīvesvietu" });
  await incident
    .getByText(/“Steidzamība”/)
    .first()
    .waitFor();
  await incident
    .getByText(/“Ietekme”/)
    .first()
    .waitFor();
  expect(await read(liga, row, "Kods")).toBe("");

  await type(liga, row, {
    Kategorija: "Datu kļūda",
    Ietekme: "3 – mērena",
    Steidzamība: "3 – vidēja",
    Pārtraukums: "Nav",
    Būtisks: "Nē",
  });
  // A reason goes with the cell it is about.
  for (const mended of [/“Kategorija”/, /“Ietekme”/, /“Steidzamība”/, /“Pārtraukums”/, /“Būtisks”/])
    await expect.poll(() => incident.getByText(mended).count(), { timeout: 10_000 }).toBe(0);
  await liga.button("Publicēt").click();
  await liga.pane.getByText("Publicēts", { exact: true }).waitFor();
  expect(await read(liga, row, "Kods")).toMatch(/^INC-\d{4}-\d{5}$/);
  expect(await read(liga, row, "Prioritāte")).toMatch(/^P\d$/);
  // Whoever registered it and when is the server's to say; the time typed stands as a time of the sheet.
  expect(await read(liga, row, "Konstatēts")).toBeCloseTo(46_024 + 10.25 / 24, 6);
  // What is known already stands on the record's page.
  await type(liga, row, { "Kas noticis": "Nevar atvērt pieteikuma karti" });
  // Enter has gone on to the next row.
  await liga.page.keyboard.press("ArrowUp");
  await liga.tab("Ieraksts");
  await liga.pane.getByRole("heading", { name: "Kas var palīdzēt" }).waitFor();
  await liga.pane.getByText("Pieteikuma karte neatveras").first().waitFor();
  expect(liga.errors).toEqual([]);
});

/** The table's first row without a title, or the row under its last. */
function newRow(person: Person): Promise<number> {
  return person.page.evaluate(() => {
    const { model } = window.desk;
    const { sheet, box } = model.table("SaimeIncidents");
    const [headings = [], ...rows] = model
      .contents({ sheet, ...box })
      .map((line) => line.map((one) => one?.value ?? ""));
    const at = rows.findIndex((line) => line[headings.indexOf("Kas noticis")] === "");
    return box.row + 1 + (at < 0 ? rows.length : at);
  });
}

const placeOf = (person: Person, heading: string): Promise<number> =>
  person.page.evaluate((wanted) => {
    const { model } = window.desk;
    const { sheet, box } = model.table("SaimeIncidents");
    const [headings = []] = model.contents({ sheet, ...box, rows: 1 });
    const at = headings.findIndex((one) => one?.value === wanted);
    if (at < 0) throw new Error(`there is no column ${wanted}`);
    return box.column + at;
  }, heading);

async function read(person: Person, row: number, heading: string): Promise<unknown> {
  const column = await placeOf(person, heading);
  return person.page.evaluate(
    ([r, c]) => window.desk.model.value(window.desk.model.table("SaimeIncidents").sheet, r, c),
    [row, column] as const,
  );
}

/** Types cell by cell, by mouse and keyboard. */
async function type(person: Person, row: number, cells: Readonly<Record<string, string>>): Promise<void> {
  const { page } = person;
  for (const [heading, text] of Object.entries(cells)) {
    const at = [row, await placeOf(person, heading)] as const;
    await page.evaluate(([r, column]) => {
      const { model } = window.desk;
      const { sheet } = model.table("SaimeIncidents");
      model.apply({ type: "activate", sheet }, "addin");
      model.apply({ type: "select", area: { sheet, row: r, column, rows: 1, columns: 1 } }, "addin");
    }, at);
    await page.waitForFunction(([r, column]) => window.desk.view?.cellPosition(r, column), at);
    const on = await page.evaluate(([r, column]) => window.desk.view?.cellPosition(r, column), at);
    if (!on) throw new Error(`${heading} is not on the screen`);
    await page.mouse.click(on.x, on.y);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      ([r, column]) => window.desk.model.value(window.desk.model.table("SaimeIncidents").sheet, r, column) !== "",
      at,
    );
  }
}
