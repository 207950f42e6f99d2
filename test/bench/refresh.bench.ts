import buildAddin from "../support/built-addin.ts";
import { services } from "../../schema/registers/services.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer } from "../support/running-server.ts";
import { Person } from "../newcomer/person.ts";
import { median, type Report } from "./bench.ts";
import { post, PUSH, signInAs } from "./client.ts";
import { serviceCells } from "./service-rows.ts";

export const names = ["open.20000x20", "refresh.20000x20"];

const ROWS = 20_000;
const EDITS = 200;
const OPENINGS = 3;
const TURNS = 5;

/**
 * In the desk, in Chromium, with the embedded database, a register of 20,000 services × 20 columns; ms.
 *
 * - `open.20000x20`: from the click that opens the register in an empty workbook until the sheet with all its rows is in
 *   front and the pane offers to refresh it; the median of three workbooks.
 * - `refresh.20000x20`: with 200 rows edited and not published, from the click on Refresh until the grid holds what a
 *   colleague changed in 200 others, the button is free again and all of it is painted; the median of five.
 */
export async function run(report: Report): Promise<void> {
  await buildAddin();
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const { token, name, colleagues } = await signInAs(server.url, "SERVICE_PORTFOLIO_OWNER");
    const rows = serviceCells(ROWS, colleagues).map((cells) => ({ row: crypto.randomUUID(), base: null, cells }));
    const push = (asked: readonly object[]) =>
      post(server.url, JSON.stringify({ query: PUSH, variables: { batch: crypto.randomUUID(), rows: asked } }), token);
    for (let at = 0; at < ROWS; at += 5_000) await push(rows.slice(at, at + 5_000));

    let person = await Person.at(browser, server.url, name);
    const openings = [await open(person)];
    while (openings.length < OPENINGS) {
      await person.context.close();
      person = await Person.at(browser, server.url, name);
      openings.push(await open(person));
    }
    console.error(`openings: ${openings.map((time) => time.toFixed(0)).join(", ")} ms`);
    report("open.20000x20", median(openings), "ms");

    await edit(person);
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const legalBasis = `Kolēģa labojums ${turn}`;
      const theirs = rows.slice(turn * EDITS, (turn + 1) * EDITS);
      await push(theirs.map(({ row }) => ({ row, base: 1, cells: { legalBasis } })));
      times.push(
        await refresh(
          person,
          theirs.map(({ row }) => row),
          legalBasis,
        ),
      );
    }
    console.error(`refreshes: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
    report("refresh.20000x20", median(times), "ms");
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function open(person: Person): Promise<number> {
  person.page.setDefaultTimeout(180_000);
  const started = performance.now();
  const card = person.pane.getByRole("article", { name: services.label.lv, exact: true });
  await card.getByRole("button", { name: "Izveidot lapu" }).click();
  await person.button(/^Atsvaidzināt/).waitFor();
  await person.page.waitForFunction((rows) => {
    const { model, view } = window.desk;
    const table = model.findTable("SaimeServices");
    const front = view?.grid.app.workbook.getActiveSheet()?.getSheetId();
    return table !== undefined && table.box.rows > rows && table.sheet === front;
  }, ROWS);
  await painted(person);
  return performance.now() - started;
}

/** Refreshes and gives how long it took. Where the rows stand is looked up before, for looking for them takes time too. */
async function refresh(person: Person, ids: readonly string[], text: string): Promise<number> {
  const button = person.button(/^Atsvaidzināt/);
  const free = button.and(person.pane.locator(":not([aria-disabled=true])"));
  await free.waitFor();
  const cells = await person.page.evaluate((wanted) => {
    const { model } = window.desk;
    const { sheet, box, columns } = model.table("SaimeServices");
    const idAt = box.column + columns.findIndex((one) => one.name === "_id");
    const column = box.column + columns.findIndex((one) => one.name === "Darba laiks");
    const sought = new Set<unknown>(wanted);
    const found: number[] = [];
    for (let row = box.row + 1; row < box.row + box.rows; row++)
      if (sought.has(model.value(sheet, row, idAt))) found.push(row);
    return { sheet, column, rows: found };
  }, ids);
  if (cells.rows.length !== ids.length) throw new Error(`${cells.rows.length} of ${ids.length} rows are in the sheet`);
  const started = performance.now();
  await button.click();
  await person.page.waitForFunction(
    ([{ sheet, column, rows }, wanted]) => {
      const grid = window.desk.view?.grid;
      const worksheet = grid?.sheet(sheet);
      return grid && worksheet && rows.every((row) => grid.content(worksheet, row, column)?.value === wanted);
    },
    [cells, text] as const,
  );
  await free.waitFor();
  await painted(person);
  return performance.now() - started;
}

/** Ends once the browser has drawn what stands in the page now. */
function painted(person: Person): Promise<void> {
  return person.page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve()))),
  );
}

/** 200 rows at the end of the sheet, edited as a person would. */
async function edit(person: Person): Promise<void> {
  await person.page.evaluate((count) => {
    const { model } = window.desk;
    const { sheet, box, columns } = model.table("SaimeServices");
    const column = box.column + columns.findIndex((one) => one.name === "Dzīves situācija");
    for (let row = box.row + box.rows - count; row < box.row + box.rows; row++) {
      model.apply(
        {
          type: "setCells",
          area: { sheet, row, column, rows: 1, columns: 1 },
          contents: [[{ value: `Mans labojums ${row}` }]],
        },
        "person",
      );
    }
  }, EDITS);
}
