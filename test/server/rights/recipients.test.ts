import { afterAll, beforeAll, expect, test } from "vitest";
import { findActor } from "../../../server/access/people.ts";
import { isStaff } from "../../../server/access/rights.ts";
import { addRoles } from "../../../server/store/newcomers.ts";
import type { Store } from "../../../server/store/store.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, type World } from "../../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

test("a recipient whose time is over does not become one of the staff", async () => {
  const { personId, institutionId } = world.front;
  await store.query("update role_assignment set role = 'RECIPIENT', valid_to = '2026-01-01' where person = $1", [
    personId,
  ]);
  const actor = async (today: string) => (await findActor(store, personId, today))!;
  expect(isStaff(await actor("2025-06-01"))).toBe(false);
  expect(isStaff(await actor("2026-06-01"))).toBe(false);
  // Who was given another role too, be it over, is of the institution.
  const role = { id: crypto.randomUUID(), institution_id: institutionId, code: "RA-99", person: personId };
  await addRoles(store, [{ ...role, role: "FRONT_OFFICE", valid_from: "2024-01-01", valid_to: "2025-01-01" }]);
  expect(isStaff(await actor("2026-06-01"))).toBe(true);
  await store.query("update role_assignment set state = 'RETIRED' where person = $1", [personId]);
  expect((await actor("2026-06-01")).roles).toEqual([]);
});
