import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../schema/api/context.ts";
import type { Store } from "../../../server/store/store.ts";
import type { StoredCells } from "../../../server/store/stored-row.ts";
import { openTestStore } from "../../support/store.ts";
import { teller, type Told } from "../../support/told-facts.ts";
import { makeWorld, type World } from "../../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

const told: Told = (...asked) => teller(store, world.portfolio)(...asked);

describe("who did something by the log", () => {
  /** A row with its first versions, by who wrote each and what its state became. */
  async function logged(key: string, steps: readonly (readonly [Actor, string])[]): Promise<string> {
    const id = crypto.randomUUID();
    for (const [index, [actor, state]] of steps.entries())
      await store.query(
        `insert into event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)
         values (1, now(), $1, $2, $3, $4, $5, $6, $4, 0, $7::json)`,
        [
          ...[actor.personId, actor.institutionId, key, id, index + 1, index === 0 ? "CREATE" : "CHANGE"],
          JSON.stringify({ state: index === 0 ? state : [null, state] }),
        ],
      );
    return id;
  }

  test("RESOLVED_BY_ASKER: who took the incident there last, or does now; not who brought it in so", async () => {
    const { owner, provider, portfolio } = world;
    const mine = await logged("incidents", [
      ...([
        [provider, "REGISTERED"],
        [provider, "RESOLVED"],
      ] as const),
      ...([
        [provider, "DIAGNOSING"],
        [portfolio, "RESOLVED"],
      ] as const),
    ]);
    const another = await logged("incidents", [
      [portfolio, "REGISTERED"],
      [owner, "RESOLVED"],
    ]);
    const brought = await logged("incidents", [[portfolio, "RESOLVED"]]);
    const now = await logged("incidents", [[owner, "REGISTERED"]]);
    const rows = [mine, another, brought, now].map((id) => ({ id, state: "CLOSED", major: true }));
    const before = new Map(rows.map(({ id }) => [id, { state: id === now ? "RESOLVING" : "RESOLVED", major: true }]));
    expect(await told("RESOLVED_BY_ASKER", "incidents", rows, portfolio, before)).toEqual([{}, null, null, {}]);
    expect(await told("RESOLVED_BY_ASKER", "incidents", rows, portfolio)).toEqual([null, null, null, null]);
  });

  test("AUTHORISER_INVOLVED: who registered the change, carried it out, or does now", async () => {
    const { owner, provider, portfolio } = world;
    const kind = { kind: "EMERGENCY", complexity: "SIMPLE", authorisedBy: portfolio.personId };
    const registered = await logged("changes", [[portfolio, "REGISTERED"]]);
    const carried = await logged("changes", [
      [owner, "REGISTERED"],
      [portfolio, "IMPLEMENTING"],
    ]);
    const ended = await logged("changes", [
      [owner, "REGISTERED"],
      [provider, "IMPLEMENTING"],
      [portfolio, "IMPLEMENTED"],
    ]);
    const neither = await logged("changes", [
      [owner, "REGISTERED"],
      [portfolio, "CLASSIFIED"],
      [provider, "IMPLEMENTING"],
    ]);
    const now = await logged("changes", [[owner, "REGISTERED"]]);
    const rows = [registered, carried, ended, neither].map((id) => ({ id, ...kind, state: "IMPLEMENTING" }));
    const all = [...rows, { id: now, ...kind, state: "IMPLEMENTING" }, { id: registered, ...kind, authorisedBy: null }];
    const before = new Map<string, StoredCells>(rows.map(({ id }) => [id, { ...kind, state: "IMPLEMENTING" }]));
    before.set(now, { ...kind, state: "CLASSIFIED" });
    expect(await told("AUTHORISER_INVOLVED", "changes", all, portfolio, before)).toEqual([{}, {}, {}, null, {}, null]);
  });
});
