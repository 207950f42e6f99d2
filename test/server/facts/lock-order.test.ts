import { afterAll, beforeAll, expect, test } from "vitest";
import { findRegister } from "../../../schema/registers/catalogue.ts";
import type { FactName } from "../../../schema/registers/facts.ts";
import { USUAL_SETTINGS } from "../../../schema/registers/settings.ts";
import { Facts } from "../../../server/rules/open-facts.ts";
import type { Sql, Store } from "../../../server/store/store.ts";
import { openTestStore } from "../../support/store.ts";
import { TODAY } from "../../support/told-facts.ts";
import { makeWorld, type World } from "../../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

test("facts take their locks in one order, whichever rows ask for which first: no two writes wait for each other", async () => {
  const register = findRegister("serviceLevels");
  if (!register) throw new Error("serviceLevels");
  const locked = async (names: readonly FactName[]) => {
    const locks: unknown[] = [];
    await store.transaction(async (inner) => {
      const sql: Sql = {
        copyOut: (...asked) => inner.copyOut(...asked),
        query: (text, values) => {
          if (text.includes("advisory")) locks.push(values);
          return inner.query(text, values);
        },
      };
      const moment = { today: TODAY, settings: USUAL_SETTINGS };
      await Facts.open({ sql, register, actor: world.portfolio, moment, rows: [] }, names);
    });
    return locks;
  };
  const names: readonly FactName[] = ["TARGET_OVERLAP", "SERVICE_LEVEL_OVERLAP", "ONE_PER_TASK"];
  const forth = await locked(names);
  expect(forth).toHaveLength(3);
  expect(await locked(names.toReversed())).toEqual(forth);
});
