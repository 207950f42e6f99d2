import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cell } from "../../../schema/registers/register.ts";
import { push } from "../../../server/sync/push.ts";
import type { Store } from "../../../server/store/store.ts";
import { putRow } from "../../support/put-rows.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, type World } from "../../support/world.ts";

/** A row that gives roles through what it refers to, moved over to something for which the person holds none. */
let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  await putRow(store, world.portfolio, "services", { name: "Mans", owner: world.owner.personId });
  await putRow(store, world.portfolio, "services", { name: "Arī mans", owner: world.owner.personId });
  await putRow(store, world.portfolio, "services", { name: "Cita" });
});
afterAll(() => store.close());

async function put(register: string, row: string, base: number | null, cells: Readonly<Record<string, Cell>>) {
  const request = { register, batch: crypto.randomUUID(), part: 0, dryRun: false, rows: [{ row, base, cells }] };
  const [result] = (await push(store, world.owner, request)).results;
  return result?.refusals?.map(({ code, column }) => `${code} ${column}`) ?? result?.outcome;
}

test("an owner moves an agreement among the own services, not to another's, to agree on it there", async () => {
  const row = crypto.randomUUID();
  const level = { title: "Līmenis", subject: "Mans", agreedWith: "Padome", validFrom: "2026-01-01" };
  expect(await put("serviceLevels", row, null, level)).toBe("APPLIED");
  const taken = await put("serviceLevels", row, 1, { subject: "Cita", state: "AGREED" });
  expect(taken).toEqual(expect.arrayContaining(["FORBIDDEN subject", "STEP_FORBIDDEN state"]));
  expect(await put("serviceLevels", row, 1, { subject: "Cita" })).toEqual(["FORBIDDEN subject"]);
  expect(await put("serviceLevels", row, 1, { subject: "Arī mans", state: "AGREED" })).toBe("APPLIED");
});

test("an incident that came to the wrong service is passed on, for anyone may report one", async () => {
  const row = await putRow(store, world.portfolio, "incidents", {
    ...{ title: "Neatveras", source: "PERSON", detectedAt: "2026-01-01T08:00:00Z" },
    ...{ subject: (await store.query<{ id: string }>("select id from service where name = 'Mans'"))[0]!.id },
  });
  expect(await put("incidents", row, 1, { subject: "Cita" })).toBe("APPLIED");
});
