import { readFile } from "node:fs/promises";
import { kpiResults } from "../../server/results/page.ts";
import { bringIn, measurementsGrid, readEe, SATISFACTION, servicesGrid, SHARE } from "../import/kpis-ee.ts";
import { importerOf, serverOf } from "../import/trial.ts";
import { putRow } from "../support/put-rows.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld } from "../support/world.ts";

/**
 * A trial: brings all of Estonia's measurements of services (2016) in through the import, into a fresh database
 * (embedded, or at SAIME_TEST_DATABASE_URL), and tells the results of the institution by year.
 *
 *     npx tsx test/trials/import-kpis-ee.ts service-kpis-ee-2016.csv
 */
const [file] = process.argv.slice(2);
if (file === undefined)
  throw new Error("Name the file: npx tsx test/trials/import-kpis-ee.ts service-kpis-ee-2016.csv");

const store = await openTestStore();
try {
  const { portfolio } = await makeWorld(store);
  const lines = readEe(await readFile(file, "utf8"));
  const definition = { definedFor: "SERVICE", direction: "HIGHER", frequency: "YEAR", edition: 1, state: "ACTIVE" };
  for (const [name, unit] of [
    [SHARE, "%"],
    [SATISFACTION, "punkti"],
  ] as const)
    await putRow(store, portfolio, "kpis", { ...definition, name, unit, source: "MANUAL" });
  for (const [register, grid, fixed] of [
    ["services", servicesGrid(lines), {}],
    ["measurements", measurementsGrid(lines), { source: "Ievadīts ar roku" }],
  ] as const) {
    const began = performance.now();
    const importer = importerOf(serverOf(store, portfolio), grid, portfolio.institutionId);
    const { created, refused } = await bringIn(importer, register, grid, fixed);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(
      `${register}: ${grid.cells.length - 1} rows in ${seconds} s; ${created} created, ${refused.length} refused`,
    );
    const reasons = new Map<string, number>();
    for (const { refusals } of refused)
      for (const { code, rule, column } of refusals) {
        const reason = `${rule ?? code} ${column ?? ""}`;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    for (const [reason, count] of reasons) console.log(`  ${reason}: ${count}`);
  }
  const { columns, values, count } = await kpiResults(store, portfolio, {
    ...{ kpi: null, scope: null, period: null, from: "2010-01-01", to: null, after: null },
  });
  const column = (key: string) => values[columns.indexOf(key)] ?? [];
  for (let at = 0; at < count; at++)
    if (column("scopeKind")[at] === "INSTITUTION")
      console.log(
        ["kpiName", "year", "value", "numerator", "denominator", "count"].map((key) => column(key)[at]).join(" · "),
      );
} finally {
  await store.close();
}
