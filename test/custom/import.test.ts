import { afterAll, beforeAll, expect, it } from "vitest";
import { unusedColumns } from "../../addin/sync/import/add-field.ts";
import { createImportService } from "../../addin/sync/import/service.ts";
import type { ColumnMapping, ImportPlan } from "../../addin/sync/importing.ts";
import type { Actor } from "../../schema/api/context.ts";
import type { CustomField } from "../../schema/registers/custom.ts";
import type { Store } from "../../server/store/store.ts";
import { gridOf } from "../import/grids.ts";
import { memoryOf, serverOf, sourcesOf } from "../import/trial.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, pullAll } from "../support/world.ts";
import { addField } from "./fields.ts";

/** Custom fields in the import, against the server itself. */
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const GRID = gridOf([
  ["Kods", "Nosaukums", "Krāsa", "Lietas numurs"],
  ["P-1", "Telpu noma", "Zila", "0012"],
  ["P-2", "Atļauja", "Zaļa", "0013"],
]);
const importerFor = (actor: Actor, fields: readonly CustomField[] = []) =>
  createImportService({
    server: serverOf(store, actor),
    sources: sourcesOf(GRID),
    memory: memoryOf(),
    institution: () => actor.institutionId,
    fields: () => fields,
    pause: async () => undefined,
  });

it(
  rule("CUSTOM_NOTHING_LOST", "an import fills custom fields, and makes new ones of columns that none takes"),
  async () => {
    const world = await makeWorld(store);
    const { key } = await addField(world, "Krāsa");
    const color: CustomField = { key, label: { lv: "Krāsa", en: "Krāsa" }, type: "TEXT" };
    const first = importerFor(world.portfolio, [color]);
    const plan = await first.propose("services", GRID);
    expect(plan.mapping[key]).toEqual({ from: "COLUMN", index: 2 });

    const [unused, ...more] = unusedColumns(GRID, { row: 0, rows: 1 }, new Set([0, 1, 2]));
    expect([unused?.heading, more]).toEqual(["Lietas numurs", []]);
    const added = await first.addField(plan, GRID, unused!);
    if (!("field" in added)) throw new Error(JSON.stringify(added));
    expect(added.field).toMatchObject({ type: "TEXT", label: { lv: "Lietas numurs" } });

    const mapping: Record<string, ColumnMapping> = { ...plan.mapping, [added.field.key]: { from: "COLUMN", index: 3 } };
    const whole: ImportPlan = { ...plan, mapping };
    const report = await importerFor(world.portfolio, [color, added.field]).run(whole, GRID);
    expect(report).toMatchObject({ created: 2, refused: [] });
    const rows = [...(await pullAll(world, world.portfolio)).rows.values()];
    const told = rows.map((row) => [row["code"], row[key], row[added.field.key]]);
    expect(told.sort()).toEqual([
      ["P-1", "Zila", "0012"],
      ["P-2", "Zaļa", "0013"],
    ]);
  },
);

it("a column whose heading the register knows becomes no field", async () => {
  const world = await makeWorld(store);
  const importer = importerFor(world.portfolio);
  const plan = await importer.propose("services", GRID);
  const added = await importer.addField(plan, GRID, { index: 1, heading: "Nosaukums" });
  expect(added).toMatchObject({ refusals: [{ rule: "CUSTOM_HEADING_OF_REGISTER" }] });
});
