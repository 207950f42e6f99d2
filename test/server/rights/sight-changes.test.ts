import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../schema/api/context.ts";
import type { Store } from "../../../server/store/store.ts";
import { addService, apply, join, picture, SECRETS, send } from "../../support/applications.ts";
import { rule } from "../../support/rule.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, type World } from "../../support/world.ts";

let store: Store;
let world: World;
let service: string;
let application: string;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  service = await addService(world, "Pases");
  application = await apply(world, { service: "Pases" });
});
afterAll(() => store.close());

/** What a refresh brings of the application, and the cursor to go on from. */
async function refresh(actor: Actor, since: string | null) {
  const { rows, full, cursor } = await picture(world, actor, "applications", since);
  return { full, cursor, told: rows.get(application)?.["applicant"] };
}

let version = 1;
const provide = async (...names: readonly string[]) => {
  const row = { row: service, base: version++, cells: { providers: [world.provider.name, ...names] } };
  expect((await send(world, "services", world.portfolio, row)).outcome).toBe("APPLIED");
};

describe(rule("PERSONAL_DATA_FOR_THOSE_CONCERNED", "a sheet follows who is concerned, though no row changed"), () => {
  test("whoever becomes a provider of the service gets them with the next refresh, and loses them with it", async () => {
    const actor = await join(world, "Jauns Sniedzējs");
    const before = await refresh(actor, null);
    expect(before).toMatchObject({ full: true, told: null });
    expect(await refresh(actor, before.cursor)).toMatchObject({ full: false });

    await provide(actor.name);
    const named = await refresh(actor, before.cursor);
    expect(named).toMatchObject({ full: true, told: SECRETS.applicant });
    expect(await refresh(actor, named.cursor)).toMatchObject({ full: false });

    await provide();
    expect(await refresh(actor, named.cursor)).toMatchObject({ full: true, told: null });
  });

  test("so does whoever is assigned a role, for one service or for the institution, and in whom it ends", async () => {
    const actor = await join(world, "Cits Sniedzējs");
    const { cursor } = await refresh(actor, null);
    const scoped: Actor = { ...actor, scoped: [{ role: "SERVICE_PROVIDER", scope: service }] };
    const held = await refresh(scoped, cursor);
    expect(held).toMatchObject({ full: true, told: SECRETS.applicant });
    expect(await refresh(actor, held.cursor)).toMatchObject({ full: true, told: null });
    const front = await refresh({ ...actor, roles: ["FRONT_OFFICE"] }, cursor);
    expect(front).toMatchObject({ full: true, told: SECRETS.applicant });
    expect(await refresh(actor, front.cursor)).toMatchObject({ full: true, told: null });
  });
});
