import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import { incidents } from "../../schema/registers/incidents.ts";
import { services } from "../../schema/registers/services.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Store } from "../store/store.ts";
import { CodeGiver } from "./code-giver.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const institution = crypto.randomUUID();
const given = (register: Register, today: string, count: number) =>
  store.transaction(async (sql) => {
    const rows = Array.from({ length: count }, () => ({ row: crypto.randomUUID(), base: null, cells: {} }));
    const codes = await CodeGiver.open(sql, register, institution, today, rows);
    const plan = {
      do: "WRITE",
      kind: "CREATE",
      before: null,
      cells: {},
      changes: {},
      retired: false,
      merged: false,
    } as const;
    const made = rows.map(() => {
      const one = codes.give(plan);
      return one.do === "WRITE" ? one.cells["code"] : one.do;
    });
    await codes.close(sql);
    return made;
  });

test("codes of logs carry the year of the institution's day and begin anew with it; others count on", async () => {
  expect(await given(incidents, "2026-12-31", 2)).toEqual(["INC-2026-00001", "INC-2026-00002"]);
  expect(await given(incidents, "2027-01-01", 1)).toEqual(["INC-2027-00001"]);
  expect(await given(incidents, "2026-12-31", 1)).toEqual(["INC-2026-00003"]);
  expect(await given(services, "2026-12-31", 1)).toEqual(["P-0001"]);
  expect(await given(services, "2027-01-01", 1)).toEqual(["P-0002"]);
});
