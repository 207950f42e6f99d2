import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImportPlan } from "../../addin/sync/importing.ts";
import type { Store } from "../../server/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, type World } from "../support/world.ts";
import { gridOfFile } from "./grids.ts";
import { importerOf, serverOf } from "./trial.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

test("200 services of Estonia's register go in, again change nothing, match by name as well, and can be taken back", async () => {
  const grid = await gridOfFile("services-ee-200.xlsx");
  const server = serverOf(store, world.portfolio);
  const importer = importerOf(server, grid, world.portfolio.institutionId);
  const proposal = await importer.propose("services", grid);
  expect((await importer.preview(proposal, grid)).rows[0]?.refusals[0]).toMatchObject({ code: "NOT_AN_OPTION" });

  const stage = proposal.mapping["stage"];
  if (stage?.from !== "COLUMN") throw new Error("the stage was not mapped");
  const plan: ImportPlan = {
    ...proposal,
    mapping: {
      ...proposal.mapping,
      stage: { ...stage, values: { Aktiivne: "INTRODUCING", "Muudatust vajav": "BUILDING" } },
      owner: { from: "FIXED", value: world.owner.name },
      providers: { from: "FIXED", value: `${world.provider.name}; ${world.owner.name}` },
    },
  };
  expect((await importer.preview(plan, grid)).counts).toMatchObject({ NEW: 200, REFUSED: 0 });
  const report = await importer.run(plan, grid);
  expect([report.created, report.refused]).toEqual([200, []]);
  expect(await importer.run(plan, grid)).toMatchObject({ created: 0, changed: 0, counts: { UNCHANGED: 200 } });

  const byName: ImportPlan = {
    ...plan,
    mapping: { ...plan.mapping, code: { from: "NONE" } },
    key: ["name", "holder"],
  };
  expect((await importer.preview(byName, grid)).counts).toMatchObject({ NEW: 0, CHANGED: 0, UNCHANGED: 200 });

  const undone = await importer.undo("services", report.batch);
  expect(undone.results.filter(({ outcome }) => outcome === "APPLIED")).toHaveLength(200);
});
