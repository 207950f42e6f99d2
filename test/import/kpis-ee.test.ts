import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kpiResults } from "../../server/results/page.ts";
import type { Store } from "../../server/store/store.ts";
import { putRow } from "../support/put-rows.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, type World } from "../support/world.ts";
import {
  bringIn,
  DIGITAL,
  measurementsGrid,
  readEe,
  SATISFACTION,
  servicesGrid,
  SHARE,
  type EeLine,
} from "./kpis-ee.ts";
import { importerOf, serverOf } from "./trial.ts";

let store: Store;
let world: World;
let lines: readonly EeLine[];
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  lines = readEe(await readFile(new URL("../fixtures/service-kpis-ee-60.csv", import.meta.url), "utf8"));
});
afterAll(() => store?.close());

/** The same worked out apart: straight from the file's lines, for all services of a year at once. */
function apart(year: string): { readonly share: number; readonly satisfaction: number } {
  let [all, digital, rated, weight] = [0, 0, 0, 0];
  for (const line of lines) {
    if (line.year !== year) continue;
    if (line.metric === "osutamistearv") {
      all += line.value;
      if (DIGITAL.has(line.channel)) digital += line.value;
    }
    if (line.metric !== "rahulolu") continue;
    for (const { code, metric, channel, year: in_, value } of lines)
      if (metric === "osutamistearv" && code === line.code && channel === line.channel && in_ === year) {
        rated += line.value * value;
        weight += value;
      }
  }
  return { share: (100 * digital) / all, satisfaction: rated / weight };
}

test("Estonia's measurements come in by the import and give digital share and weighted satisfaction", async () => {
  const { portfolio } = world;
  const importing = (grid: ReturnType<typeof servicesGrid>) =>
    importerOf(serverOf(store, portfolio), grid, portfolio.institutionId);
  const services = servicesGrid(lines);
  expect(await bringIn(importing(services), "services", services)).toMatchObject({ created: 60, refused: [] });
  for (const [name, unit] of [
    [SHARE, "%"],
    [SATISFACTION, "punkti"],
  ])
    await putRow(store, portfolio, "kpis", {
      ...{ name: name ?? "", unit: unit ?? "", definedFor: "SERVICE", direction: "HIGHER", frequency: "YEAR" },
      ...{ source: "MANUAL", edition: 1, state: "ACTIVE" },
    });

  const grid = measurementsGrid(lines);
  const withoutYear = grid.cells.slice(1).filter((row) => row[2]?.text === "").length;
  expect(withoutYear).toBeGreaterThan(5);
  const report = await bringIn(importing(grid), "measurements", grid, { source: "Ievadīts ar roku" });
  expect([report.created, report.refused.length]).toEqual([grid.cells.length - 1 - withoutYear, withoutYear]);

  const { columns, values, count, next } = await kpiResults(store, portfolio, {
    ...{ kpi: null, scope: null, period: null, from: "2010-01-01", to: null, after: null },
  });
  expect(next).toBeNull();
  const column = (key: string) => values[columns.indexOf(key)] ?? [];
  const found = new Map<string, unknown>();
  for (let at = 0; at < count; at++)
    if (column("scopeKind")[at] === "INSTITUTION")
      found.set(`${column("kpiName")[at]} ${column("year")[at]}`, column("value")[at]);
  const years = [...new Set(lines.map(({ year }) => year))].filter((year) => year !== "");
  expect(years.length).toBeGreaterThan(1);
  for (const year of years) {
    const { share, satisfaction } = apart(year);
    if (!Number.isNaN(share)) expect(found.get(`${SHARE} ${year}`), year).toBeCloseTo(share, 9);
    if (!Number.isNaN(satisfaction)) expect(found.get(`${SATISFACTION} ${year}`), year).toBeCloseTo(satisfaction, 9);
  }
  // A mean of the services' ratios is another figure, and a wrong one.
  const shares = column("value").filter(
    (_, at) => column("kpiName")[at] === SHARE && column("scopeKind")[at] === "SERVICE" && column("year")[at] === 2015,
  );
  const mean = shares.reduce<number>((sum, share) => sum + Number(share), 0) / shares.length;
  expect(Math.abs(mean - apart("2015").share)).toBeGreaterThan(1);
});
