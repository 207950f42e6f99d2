import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metadataFile } from "../../addin/functions/metadata.ts";
import { periodText } from "../../schema/functions/period-text.ts";
import { periodOf, previousPeriod } from "../../schema/measuring/periods.ts";
import { WorkbookModel } from "../../addin/desk/model/workbook.ts";
import { openXlsx } from "../../addin/desk/xlsx/open.ts";
import { Person } from "../newcomer/person.ts";
import { ask } from "../support/ask.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type RunningServer } from "../support/running-server.ts";

/** Functions of the workbook in cells of the desk, answered by the pane through Microsoft's own office.js. */
const OUTPUT = fileURLToPath(new URL("../output/functions", import.meta.url));
const SERVICE = "Dzīvesvietas deklarēšana";
/** The last quarter that has ended. */
const quarter = previousPeriod(periodOf("QUARTER", new Date().toISOString().slice(0, 10)));

let server: RunningServer;
let browser: Browser;
let token: string;
let andris: Person;
/** Asks in each request for figures, as they went out. */
const requests: number[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const choices = await ask<{ signInChoices: { person: string; name: string }[] }>(
    server.url,
    "{ signInChoices { person name } }",
  );
  const person = choices.data.signInChoices.find(({ name }) => name === "Andris Kalniņš") ?? expect.unreachable();
  const signedIn = await ask<{ signIn: { token: string } }>(
    server.url,
    "mutation($person: ID!) { signIn(person: $person) { token } }",
    { variables: { person: person.person } },
  );
  token = signedIn.data.signIn.token;
  const rows = [
    {
      row: crypto.randomUUID(),
      cells: {
        ...{ kpi: "Saņēmēju apmierinātība", scope: SERVICE, source: "MANUAL" },
        ...{ periodFrom: quarter.from, periodTo: quarter.to, numerator: 1_720, denominator: 400 },
      },
    },
  ];
  const pushed = await ask<{ push: { results: { outcome: string }[] } }>(
    server.url,
    `mutation($batch: ID!, $rows: [PushRowInput!]!) {
       push(register: "measurements", batch: $batch, rows: $rows, dryRun: false) { results { outcome refusals { message } } }
     }`,
    { token, variables: { batch: crypto.randomUUID(), rows } },
  );
  expect(pushed.data.push.results, pushed.text).toMatchObject([{ outcome: "APPLIED" }]);
  andris = await Person.at(browser, server.url, "Andris Kalniņš");
  andris.page.on("request", (request) => {
    const body = request.url().endsWith("/graphql") ? (request.postData() ?? "") : "";
    if (body.includes("query Figures"))
      requests.push((JSON.parse(body) as { variables: { asks: unknown[] } }).variables.asks.length);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Writes formulas down a column, as pasting them does. */
const write = (row: number, column: number, formulas: readonly string[]) =>
  andris.page.evaluate(
    ([r, c, list]) => {
      const { model } = window.desk;
      const contents = list.map((formula) => [{ value: "", formula }]);
      const area = { sheet: model.activeSheet.id, row: r, column: c, rows: list.length, columns: 1 };
      model.apply({ type: "setCells", area, contents }, "addin");
    },
    [row, column, formulas] as const,
  );
const value = (row: number, column: number) =>
  andris.page.evaluate(([r, c]) => window.desk.model.value(window.desk.model.activeSheet.id, r, c), [
    row,
    column,
  ] as const);
const select = (row: number, column: number) =>
  andris.page.evaluate(
    ([r, c]) => {
      const { model } = window.desk;
      const area = { sheet: model.activeSheet.id, row: r, column: c, rows: 1, columns: 1 };
      model.apply({ type: "select", area }, "addin");
    },
    [row, column] as const,
  );
/** What stands in the two rows and nine columns from D1 on. */
const spilled = () =>
  andris.page.evaluate(() => {
    const sheet = window.desk.view?.grid.app.api.getActiveWorkbook()?.getActiveSheet();
    return sheet?.getRange(0, 3, 2, 9).getValues();
  });
const message = () => andris.page.locator("[data-desk=cell-message]").textContent();

describe("functions in cells", () => {
  it("a cell typed by hand shows the same figure as the GraphQL answer", async ({ onTestFailed }) => {
    onTestFailed(async () => void (await andris.page.screenshot({ path: `${OUTPUT}/failed.png` })));
    const { data } = await ask<{ kpiSeries: { latest: { value: number }; results: { value: number | null }[] }[] }>(
      server.url,
      `query($scope: String!) {
         kpiSeries(filter: { kpi: "KPI-0001", scope: $scope, last: 2 }) { latest { value } results { value } }
       }`,
      { token, variables: { scope: SERVICE } },
    );
    expect(data.kpiSeries[0]?.latest.value).toBe(4.3);
    const at = await andris.page.evaluate(() => window.desk.view?.cellPosition(0, 0));
    await andris.page.mouse.click(at?.x ?? 0, at?.y ?? 0);
    await andris.page.keyboard.type(`=SAIME.KPI("KPI-0001","${SERVICE}","${periodText(quarter)}")`);
    await andris.page.keyboard.press("Enter");
    await expect.poll(() => value(0, 0), { timeout: 15_000 }).toBe(data.kpiSeries[0]?.latest.value);
    expect(requests).toEqual([1]);
  });

  it("targets, due times and what is worked out of them are there too, and an error says what to do", async () => {
    const period = periodText(quarter);
    await write(0, 1, [
      `=SAIME.TARGET("KPI-0001","${SERVICE}","${period}")`,
      `=A1-B1`,
      `=SAIME.WORKTIME("2026-03-28 12:00","2026-03-30 12:00")`,
      `=SAIME.DUE(DATE(2026,2,6)+16/24,60)`,
      `=SAIME.KPI("KPI-0009")`,
      `=SAIME.KPI("KPI-0001","","marts")`,
    ]);
    await expect.poll(() => value(5, 1), { timeout: 15_000 }).toBe("#VALUE!");
    await expect.poll(() => value(1, 1), { timeout: 15_000 }).toBeCloseTo(-0.2, 9);
    expect(await Promise.all([value(0, 1), value(2, 1), value(4, 1)])).toEqual([4.5, 2_820, "#VALUE!"]);
    expect(await value(3, 1)).toBeCloseTo(46_059 + 17 / 24, 9);
    await select(4, 1);
    await expect.poll(message).toMatch(/Rādītāja “KPI-0009” nav\. Vai domājāt: .*KPI-000/);
    await select(5, 1);
    await expect.poll(message).toMatch(/“marts” nav periods/);
    await select(0, 1);
    await expect.poll(message).toBe("");
  });

  it("results spill, their periods staying text", async () => {
    await write(0, 3, [`=SAIME.RESULTS("KPI-0001","${SERVICE}","${quarter.from}","${quarter.to}",TRUE)`]);
    await expect.poll(async () => (await spilled())?.[1]?.[0], { timeout: 15_000 }).toBe(periodText(quarter));
    const [headings, row] = (await spilled()) ?? [];
    expect(headings?.[3]).toBe("Vērtība");
    expect(row?.slice(2, 9)).toEqual([SERVICE, 4.3, 1_720, 400, 1, 4.5, "Apdraudēts"]);
  });

  it("a thousand cells make a request or two", async () => {
    requests.length = 0;
    const cells = Array.from(
      { length: 1_000 },
      (_, at) => `=SAIME.WORKTIME("2026-03-01 00:00",DATE(2026,3,1)+${at + 1}/24)`,
    );
    await write(10, 0, cells);
    await expect
      .poll(() => Promise.all([value(10, 0), value(509, 0), value(1_009, 0)]), { timeout: 30_000 })
      .toEqual([60, 30_000, 59_940]);
    expect(requests.reduce((sum, count) => sum + count, 0)).toBe(1_000);
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  it("values stay over a reload, are asked for anew, and go into a saved file with their formulas", async () => {
    await andris.page.waitForFunction(() => window.desk.session.get().save.kind === "saved");
    requests.length = 0;
    await andris.page.reload();
    await andris.page.waitForFunction(() => Boolean(window.desk?.view?.cellPosition(0, 0)));
    await expect.poll(() => requests.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect.poll(spilled, { timeout: 20_000 }).toMatchObject([{ 3: "Vērtība" }, { 0: periodText(quarter) }]);
    await expect.poll(() => Promise.all([value(0, 0), value(1_009, 0)]), { timeout: 20_000 }).toEqual([4.3, 59_940]);
    const downloading = andris.page.waitForEvent("download");
    await andris.page.getByRole("button", { name: "Saglabāt .xlsx" }).click();
    const file = new WorkbookModel(await openXlsx(new Uint8Array(await readFile(await (await downloading).path()))));
    expect(file.content(file.activeSheet.id, 0, 1)).toEqual({
      value: 4.5,
      formula: `=SAIME.TARGET("KPI-0001","${SERVICE}","${periodText(quarter)}")`,
    });
    expect(andris.errors).toEqual([]);
  });

  it("Excel finds the functions' descriptions where the manifest says", async () => {
    for (const [language, name] of [
      ["en", "functions.json"],
      ["lv", "functions-lv.json"],
    ] as const) {
      const response = await fetch(`${server.url}/${name}`);
      expect(response.headers.get("content-type")).toContain("application/json");
      expect(await response.text()).toBe(metadataFile(language));
    }
  });
});
