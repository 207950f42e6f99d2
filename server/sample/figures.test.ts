import { afterAll, beforeAll, expect, test } from "vitest";
import { readFigures } from "../measuring/read.ts";
import { refreshFigures } from "../measuring/refresh.ts";
import { verifyFigures } from "../measuring/verify.ts";
import type { Store } from "../store/store.ts";
import { openTestStore } from "../../test/support/store.ts";
import { loadSample } from "./load.ts";
import { SAMPLE_INSTITUTIONS } from "./people.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await loadSample(store);
});
afterAll(() => store?.close());

test("the sample has figures of its last months: its services' availability, and what its incidents tell", async () => {
  const institution = SAMPLE_INSTITUTIONS[0]?.id ?? "";
  await refreshFigures(store, institution);
  const months = { period: "MONTH", from: "2026-10-01", to: "2026-11-01" } as const;
  const figures = await readFigures(store, institution, [
    { measure: "AVAILABILITY", scopes: "ALL_SERVICES", ...months },
    { measure: "MTRS", scopes: [{ kind: "INSTITUTION", id: null }], ...months },
  ]);
  const availability = figures.filter(({ measure }) => measure === "AVAILABILITY").map(({ value }) => value ?? 0);
  // An outage of the information system counts against the services that critically depend on it.
  expect(Math.min(...availability)).toBeLessThan(100);
  expect(Math.max(...availability)).toBe(100);
  expect(figures.find(({ measure }) => measure === "MTRS")?.count).toBe(1);
  expect((await verifyFigures(store, institution))?.differences).toEqual([]);
});
