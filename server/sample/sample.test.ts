import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import type { Store } from "../store/store.ts";
import { loadSample } from "./load.ts";
import { SAMPLE_INSTITUTIONS } from "./people.ts";
import { samplePushes } from "./pushes.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const count = async (table: string) =>
  (await store.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

test("the sample is loaded once, through every rule, and a start that was broken off is made up for", async () => {
  await loadSample(store);
  const people = await store.query<{ institution: string; name: string; code: string }>(
    "SELECT i.code AS institution, p.name, p.code FROM person p JOIN institution i ON i.id = p.institution_id ORDER BY i.code, p.code",
  );
  expect(people).toEqual(
    SAMPLE_INSTITUTIONS.flatMap(({ code: institution, people }) =>
      people.map(({ name, code }) => ({ institution, name, code })),
    ),
  );
  const rows = { services: await count("service"), events: await count("event") };
  expect(await loadSample(store)).toBe(false);
  // As if the last publishes had not come to be: those before are answered from memory and nothing doubles.
  await store.query("DELETE FROM batch WHERE register = 'processes'");
  await store.query("DELETE FROM process");
  expect(await loadSample(store)).toBe(true);
  expect(await count("service")).toBe(rows.services);
  expect(await count("process")).toBe(samplePushes().at(-1)?.rows.length);
});

test("a database with an institution of its own gets no sample", async () => {
  const own = await openTestStore();
  try {
    await own.query("INSERT INTO institution (code, name) VALUES ('90001', 'Cita iestāde')");
    expect(await loadSample(own)).toBe(false);
    expect(await own.query("SELECT code FROM institution")).toEqual([{ code: "90001" }]);
  } finally {
    await own.close();
  }
});

test("services stand in every stage, and exactly two people share a name", async () => {
  const stages = await store.query<{ stage: string }>("SELECT DISTINCT stage FROM service ORDER BY stage");
  expect(stages.map(({ stage }) => stage)).toEqual([
    "BUILDING",
    "DELIVERING",
    "IMPROVING",
    "INTRODUCING",
    "PLANNING",
    "RETIRED",
  ]);
  const [institution] = SAMPLE_INSTITUTIONS;
  const names = (institution?.people ?? []).map(({ name }) => name);
  expect(names.length - new Set(names).size).toBe(1);
});
