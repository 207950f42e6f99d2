import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { push } from "../../server/sync/push.ts";
import { undo } from "../../server/sync/undo.ts";
import type { Store } from "../../server/store/store.ts";
import { putRow } from "../support/put-rows.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, type World } from "../support/world.ts";

/** Undoing keeps the rules that every write keeps: cells that were sound once need not be so by now. */
let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

type Cells = Readonly<Record<string, Cell>>;

/** Publishes a row's cells, at a version or as a new row, and gives the batch. */
async function published(actor: Actor, register: string, row: string, base: number | null, cells: Cells) {
  const batch = crypto.randomUUID();
  const answer = await push(store, actor, { register, batch, part: 0, dryRun: false, rows: [{ row, base, cells }] });
  expect(answer.results[0]?.refusals ?? answer.results[0]?.outcome).toEqual("APPLIED");
  return batch;
}

const undone = async (register: string, batch: string, actor: Actor = world.portfolio) => {
  const answer = await undo(store, actor, register, batch);
  const [result] = answer.results;
  return { ...answer, result, why: result?.refusals?.[0]?.rule ?? result?.refusals?.[0]?.code ?? result?.outcome };
};

test("a measurement that was ended does not come back beside the one that replaced it", async () => {
  const kpi = "Izpildīti laikā";
  await putRow(store, world.portfolio, "kpis", { name: kpi, state: "ACTIVE", definedFor: "INSTITUTION" });
  const measured = { kpi, periodFrom: "2026-01-01", periodTo: "2026-02-01", value: 7, source: "MANUAL" };
  const first = crypto.randomUUID();
  await published(world.portfolio, "measurements", first, null, measured);
  const ended = { state: "RETIRED", endReason: "Kļūda" };
  const batch = await published(world.portfolio, "measurements", first, 1, ended);
  await published(world.portfolio, "measurements", crypto.randomUUID(), null, { ...measured, value: 8 });
  expect((await undone("measurements", batch)).why).toBe("MEASURED_TWICE");
});

test("nobody gets a lead institution's role by undoing", async () => {
  const lead: Actor = { ...world.provider, roles: ["STATE_LEAD"] };
  const row = await putRow(store, world.portfolio, "roles", {
    ...{ person: lead.personId, role: "STATE_LEAD", validFrom: "2026-01-01" },
  });
  const batch = await published(world.portfolio, "roles", row, 1, { role: "FRONT_OFFICE" });
  await published(world.portfolio, "roles", row, 2, { person: "Ilze Kalniņa" });
  expect((await undone("roles", batch)).why).toBe("ROLE_LEAD_BY_LEAD");
});

test("a cell that a later step locked stays as it was agreed", async () => {
  for (const name of ["Viens", "Divi"]) await putRow(store, world.portfolio, "services", { name });
  const row = crypto.randomUUID();
  const level = { title: "Līmenis", subject: "Viens", agreedWith: "Padome", validFrom: "2026-01-01" };
  await published(world.portfolio, "serviceLevels", row, null, level);
  const batch = await published(world.portfolio, "serviceLevels", row, 1, { subject: "Divi" });
  const agreed = await published(world.portfolio, "serviceLevels", row, 2, { state: "AGREED" });
  expect((await undone("serviceLevels", batch)).why).toBe("LOCKED");
  // With the step taken back it is free again.
  expect((await undone("serviceLevels", agreed)).why).toBe("APPLIED");
  expect((await undone("serviceLevels", batch)).result).toMatchObject({
    outcome: "APPLIED",
    cells: { subject: "Viens" },
  });
});

test("a step taken back and then put forth again is checked as any step", async () => {
  const row = crypto.randomUUID();
  await putRow(store, world.portfolio, "services", { name: "Trīs" });
  const level = { title: "Cits", subject: "Trīs", agreedWith: "Padome", validFrom: "2026-01-01" };
  await published(world.portfolio, "serviceLevels", row, null, level);
  const agreed = await published(world.portfolio, "serviceLevels", row, 1, { state: "AGREED" });
  const { undoneBy } = await undone("serviceLevels", agreed);
  await published(world.portfolio, "serviceLevels", row, 3, { agreedWith: null });
  expect((await undone("serviceLevels", undoneBy)).why).toBe("STEP_NEEDS");
});

test("rows that are named by code are told by it, not by their id", async () => {
  await putRow(store, world.portfolio, "changes", { code: "CHG-2026-00009", title: "Jauns serveris" });
  const row = await putRow(store, world.portfolio, "problems", { title: "Lēni" });
  const batch = await published(world.portfolio, "problems", row, 1, { changes: ["CHG-2026-00009"] });
  const { undoneBy } = await undone("problems", batch);
  expect((await undone("problems", undoneBy)).result?.cells).toEqual({ changes: ["CHG-2026-00009"] });
});
