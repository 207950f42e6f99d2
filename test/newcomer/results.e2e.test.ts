import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type RunningServer } from "../support/running-server.ts";
import { Person } from "./person.ts";

/** What is measured, from the sheet where its target stands to the chart that shows it. */
const OUTPUT = fileURLToPath(new URL("../output/newcomer", import.meta.url));
const LIGA = "Līga Ozoliņa";

/** Satisfaction of two services: Σ ratings and how many rated, by quarters of 2026. */
const MEASURED = [
  ["Dzīvesvietas deklarēšana", 1, 380, 100],
  ["Dzīvesvietas deklarēšana", 4, 400, 100],
  ["Dzīvesvietas deklarēšana", 7, 450, 100],
  ["Izziņas par deklarēto dzīvesvietu izsniegšana", 7, 30, 10],
] as const;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  await mkdir(OUTPUT, { recursive: true });
  server = await startServer();
  browser = await launchBrowser();
  await measure();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A measuring system sends what it measured. */
async function measure(): Promise<void> {
  const { data: choices } = await ask<{ signInChoices: { person: string; name: string }[] }>(
    server.url,
    "{ signInChoices { person name } }",
  );
  const person = choices.signInChoices.find(({ name }) => name === LIGA)?.person;
  const signedIn = await ask<{ signIn: { token: string } }>(
    server.url,
    "mutation($person: ID!) { signIn(person: $person) { token } }",
    { variables: { person } },
  );
  const rows = MEASURED.map(([scope, month, numerator, denominator]) => ({
    row: crypto.randomUUID(),
    base: null,
    cells: {
      ...{ kpi: "Saņēmēju apmierinātība", scope, numerator, denominator, source: "MANUAL" },
      periodFrom: `2026-${String(month).padStart(2, "0")}-01`,
      periodTo: `2026-${String(month + 3).padStart(2, "0")}-01`,
    },
  }));
  const pushed = await ask<{ push: { results: { outcome: string; refusals: object[] }[] } }>(
    server.url,
    `mutation($batch: ID!, $rows: [PushRowInput!]!) {
      push(register: "measurements", batch: $batch, part: 0, rows: $rows, dryRun: false) { results { outcome refusals { message column } } }
    }`,
    { variables: { batch: crypto.randomUUID(), rows }, token: signedIn.data.signIn.token },
  );
  expect(pushed.data.push.results).toEqual(MEASURED.map(() => ({ outcome: "APPLIED", refusals: [] })));
}

/** A table of the workbook as lines of named cells. */
function table(person: Person, name: string): Promise<Record<string, unknown>[]> {
  return person.page.evaluate((wanted) => {
    const { model } = window.desk;
    const found = model.findTable(wanted);
    if (!found) return [];
    const [heads = [], ...lines] = model
      .contents({ sheet: found.sheet, ...found.box })
      .map((line) => line.map((content) => content?.value ?? ""));
    return lines.map((line) => Object.fromEntries(heads.map((head, at) => [String(head), line[at]])));
  }, name);
}

/** Types into the first row of the table of targets whose KPI is this. */
async function setTarget(person: Person, kpi: string, text: string): Promise<void> {
  const { page } = person;
  const at = await page.evaluate((wanted) => {
    const { model } = window.desk;
    const { sheet, box, columns } = model.table("SaimeKpiTargets");
    const column = (name: string) => box.column + columns.findIndex((one) => one.name === name);
    let row = box.row + 1;
    while (model.value(sheet, row, column("Rādītājs")) !== wanted) row++;
    const place = { row, column: column("Plānots") };
    model.apply({ type: "activate", sheet }, "addin");
    model.apply({ type: "select", area: { sheet, ...place, rows: 1, columns: 1 } }, "addin");
    return place;
  }, kpi);
  await page.waitForFunction(({ row, column }) => window.desk.view?.cellPosition(row, column), at);
  const on = await page.evaluate(({ row, column }) => window.desk.view?.cellPosition(row, column), at);
  if (!on) throw new Error("the target is not on the screen");
  await page.mouse.click(on.x, on.y);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

it("a target typed in its sheet, results, ratios, PivotTables and charts show one and the same figure", async ({
  onTestFailed,
}) => {
  const liga = await Person.at(browser, server.url, LIGA);
  const shot = (name: string) => liga.page.screenshot({ path: `${OUTPUT}/${name}.png` });
  onTestFailed(async () => void (await shot("results-failed")));

  // The target is set in the sheet, as any other cell.
  await liga.button("Izveidot lapu: Mērķi").click();
  await liga.button("Atvērt lapu: Mērķi").waitFor();
  await setTarget(liga, "Saņēmēju apmierinātība", "4,2");
  await liga.tab("Izmaiņas");
  await liga.button("Publicēt").click();
  await liga.pane.getByText("Publicēts", { exact: true }).waitFor();

  // The page of KPIs: the parts of both services added up, against the new target.
  await liga.tab("Rādītāji");
  const tile = liga.pane.getByRole("article", { name: "Saņēmēju apmierinātība" });
  await tile.getByText("Sasniegts", { exact: true }).waitFor();
  await tile.getByText("Mērķis 4,2").waitFor();
  const value = Number(await tile.locator("[data-value]").getAttribute("data-value"));
  expect(value).toBeCloseTo((450 + 30) / (100 + 10), 10);
  await shot("kpi-page");

  // One click: the sheet of results, ratios, PivotTables, charts.
  await liga.button("Rakurstabulas un diagrammas").click();
  await liga.pane.getByText("rakurstabulas un diagrammas ir gatavas").waitFor();
  const rows = await table(liga, "SaimeKpiResults");
  const third = rows.filter(
    (row) => row["Rādītāja kods"] === "KPI-0001" && row["Gads"] === 2026 && row["Ceturksnis"] === 3,
  );
  expect(third.find((row) => row["Tvēruma veids"] === "Iestāde")).toMatchObject({
    ...{ Vērtība: value, Skaitītājs: 480, Saucējs: 110, Mērķis: 4.2, Statuss: "Sasniegts" },
  });

  // The ratio is worked out by the sheet's own formulas: choosing the KPI there brings the same figure.
  const ratio = () =>
    liga.page.evaluate(() => {
      const { model } = window.desk;
      const sheet = model.sheets.find(({ name }) => name.includes("attiecība"))!;
      for (let row = 0; row < 60; row++)
        if (model.value(sheet.id, row, 1) === "2026-07") return model.value(sheet.id, row, 2);
      return null;
    });
  await expect.poll(ratio, { timeout: 15_000 }).toBeCloseTo(value, 10);
  await liga.page.locator("[data-chart=SaimeRatio] svg[role=img]").waitFor();
  expect(await liga.page.locator("[data-chart=SaimeRatio] svg[role=img]").getAttribute("aria-label")).toContain(
    "Vērtība: 4,36",
  );
  await shot("ratio");

  const pivot = () =>
    liga.page.evaluate(() => {
      const { model } = window.desk;
      const found = model.pivots.find(({ name }) => name === "SaimePivotServices")!;
      model.apply({ type: "activate", sheet: found.sheet }, "addin");
      return model.contents({ sheet: found.sheet, ...found.box }).map((line) => line.map((one) => one?.value ?? ""));
    });
  const lines = await pivot();
  const first = lines.findIndex(([kpi]) => kpi === "Saņēmēju apmierinātība");
  const line = lines.slice(first).find(([, service]) => service === "Dzīvesvietas deklarēšana");
  // Σ numerator, Σ denominator and Σ count of all quarters stand at the end of the line.
  expect(line?.slice(-3)).toEqual([1_230, 300, 3]);
  await shot("pivot");

  // The printable report opens as a page of its own, in the browser that has no token of the pane's.
  const [printed] = await Promise.all([liga.context.waitForEvent("page"), liga.button("Drukājams pārskats").click()]);
  await printed.getByRole("heading", { name: "Rādītāju pārskats" }).waitFor();
  await printed.getByText("4,36 balles (1–5)").waitFor();
  await printed.screenshot({ path: `${OUTPUT}/printed.png`, fullPage: true });
  await printed.close();

  // Another click doubles nothing, and all of it outlives a reload.
  await liga.button("Rakurstabulas un diagrammas").click();
  await liga.pane.getByText("rakurstabulas un diagrammas ir gatavas").waitFor();
  const parts = () =>
    liga.page.evaluate(() => {
      const { sheets, pivots, charts } = window.desk.model;
      return [sheets.length, pivots.length, charts.length];
    });
  const before = await parts();
  expect(before.slice(1)).toEqual([2, 2]);
  await liga.page.getByText(/Saglabāts šajā pārlūkā/).waitFor();
  await liga.page.reload();
  await liga.page.waitForFunction(() => Boolean(window.desk?.view?.cellPosition(0, 0)));
  expect(await parts()).toEqual(before);

  // From the figure to the records behind it.
  await liga.tab("Rādītāji");
  await tile.getByRole("button", { name: "Skaitļi un ieraksti" }).click();
  await tile.getByRole("button", { name: "Ieraksti: 2026. gada 3. ceturksnis" }).click();
  await tile.getByText("2 ieraksti.").waitFor();
  expect(liga.errors).toEqual([]);
});
