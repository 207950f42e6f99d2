import { afterAll, beforeAll, expect, test } from "vitest";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { yearBefore } from "../../schema/registers/dates.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { expireContinuityTests } from "../../server/effects/expire-tests.ts";
import type { Store } from "../../server/store/store.ts";
import { loadRows } from "../../server/store/rows.ts";
import { overview } from "../../server/overview/overview.ts";
import { Landscapes } from "../../server/graph/cache.ts";
import { history } from "../../server/sync/history.ts";
import { putRow } from "../support/put-rows.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, type World } from "../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

test("a year before a day is the same day of the calendar, of 29 February the 28th", () => {
  expect(["2026-11-21", "2025-03-01", "2024-02-29", "2025-02-28"].map(yearBefore)).toEqual([
    ...["2025-11-21", "2024-03-01", "2023-02-28", "2024-02-28"],
  ]);
});

test(rule("CONTINUITY_TESTED_YEARLY", "a test older than a year puts the plan back and shows it as due"), async () => {
  const register = findRegister("continuity");
  if (!register) throw new Error("continuity");
  const { portfolio } = world;
  const subject = await putRow(store, portfolio, "services", { name: "Izziņas", stage: "DELIVERING" });
  const whole = { subject, risks: "x", impact: "x", rto: 1, rpo: 1, plan: "x", testResult: "x" };
  const plan = (cells: Parameters<typeof putRow>[3]) => putRow(store, portfolio, "continuity", { ...whole, ...cells });
  const yearAgo = yearBefore(dayOf(new Date().toISOString(), "Europe/Riga"));
  const old = await plan({ state: "TESTED", lastTest: "2020-02-29" });
  const fresh = await plan({ state: "TESTED", lastTest: yearAgo });
  const draft = await plan({ state: "DRAFT", lastTest: "2020-02-29" });
  const ended = await plan({ state: "RETIRED", lastTest: "2020-02-29", endReason: "x" });

  expect(await expireContinuityTests(store)).toBe(1);
  expect(await expireContinuityTests(store)).toBe(0);
  const rows = await loadRows(store, register, "institution_id = $1", [portfolio.institutionId]);
  expect([old, fresh, draft, ended].map((id) => rows.get(id)?.cells["state"])).toEqual([
    ...["APPROVED", "TESTED", "DRAFT", "RETIRED"],
  ]);
  const told = await history(store, portfolio, "continuity", old);
  expect(told.map(({ by, kind }) => [by, kind])).toEqual([["—", "CHANGE"]]);

  const { groups } = await overview(store, new Landscapes(), portfolio);
  const due = groups.filter(({ items }) => items.some(({ register }) => register === "continuity"));
  expect(due.map(({ key, items }) => [key, items.map(({ id }) => id)])).toEqual([["CONTINUITY_TESTS_OLD", [old]]]);
});
