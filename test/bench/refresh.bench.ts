import buildAddin from "../support/built-addin.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer } from "../support/running-server.ts";
import { Person } from "../newcomer/person.ts";
import { median, type Report } from "./bench.ts";
import { post, PUSH, signInAs } from "./client.ts";
import { serviceCells } from "./service-rows.ts";

export const names = ["refresh.20000x20"];

const ROWS = 20_000;
const EDITS = 200;
const TURNS = 5;

/**
 * `refresh.20000x20`: from the click on Refresh in the pane until the sheet of 20,000 services × 20 columns shows what
 * a colleague changed in 200 of them and the button is free again, with 200 other rows edited and not published. In the
 * desk, in Chromium, with the embedded database; ms, the median of five.
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

    const person = await Person.at(browser, server.url, name);
    person.page.setDefaultTimeout(180_000);
    const opened = performance.now();
    await person.button("Izveidot lapu").click();
    await person.button(/^Atsvaidzināt/).waitFor();
    await person.page.waitForFunction(
      (rows) => (window.desk.model.findTable("SaimeServices")?.box.rows ?? 0) > rows,
      ROWS,
    );
    console.error(`opened in ${(performance.now() - opened).toFixed(0)} ms`);
    await edit(person);

    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const mark = `Kolēģa labojums ${turn}`;
      const theirs = rows.slice(turn * EDITS, (turn + 1) * EDITS);
      await push(theirs.map(({ row }) => ({ row, base: 1, cells: { calendar: mark } })));
      await person
        .button(/^Atsvaidzināt/)
        .and(person.pane.locator(":not([aria-disabled=true])"))
        .waitFor();
      const started = performance.now();
      await person.button(/^Atsvaidzināt/).click();
      await person.page.waitForFunction(
        ([text, count]) => {
          const { model } = window.desk;
          const { sheet, box } = model.table("SaimeServices");
          const column = model.table("SaimeServices").columns.findIndex((one) => one.name === "Darba laiks");
          const cells = model.contents({
            sheet,
            row: box.row,
            column: box.column + column,
            rows: box.rows,
            columns: 1,
          });
          return cells.filter(([cell]) => cell?.value === text).length === count;
        },
        [mark, EDITS] as const,
      );
      await person
        .button(/^Atsvaidzināt/)
        .and(person.pane.locator(":not([aria-disabled=true])"))
        .waitFor();
      times.push(performance.now() - started);
    }
    console.error(`refreshes: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
    report("refresh.20000x20", median(times), "ms");
  } finally {
    await browser.close();
    await server.stop();
  }
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
