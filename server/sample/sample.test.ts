import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import type { Actor } from "../../schema/api/context.ts";
import type { Store } from "../store/store.ts";
import { push } from "../sync/push.ts";
import { loadSamplePeople } from "./load.ts";
import { SAMPLE_BATCH, SAMPLE_INSTITUTIONS } from "./people.ts";
import { sampleServices } from "./services.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const pushSample = (actor: Actor) =>
  push(store, actor, { register: "services", batch: SAMPLE_BATCH, part: 0, rows: sampleServices(), dryRun: false });

test("the sample is loaded once, and its services are asked for until they are there", async () => {
  const [first, second] = await Promise.all([loadSamplePeople(store), loadSamplePeople(store)]);
  expect(first).toEqual(second);
  const people = await store.query<{ institution: string; name: string; code: string }>(
    "SELECT i.code AS institution, p.name, p.code FROM person p JOIN institution i ON i.id = p.institution_id ORDER BY i.code, p.code",
  );
  expect(people).toEqual(
    SAMPLE_INSTITUTIONS.flatMap(({ code: institution, people }) =>
      people.map(({ name, code }) => ({ institution, name, code })),
    ),
  );

  if (!first) throw new Error("nobody to push the services for");
  const { results } = await pushSample(first);
  // Canonical already: the server stamps the code and changes nothing else.
  expect(results.map(({ outcome, cells }) => [outcome, Object.keys(cells ?? {})])).toEqual(
    sampleServices().map(() => ["APPLIED", ["code"]]),
  );
  expect(await loadSamplePeople(store)).toBeNull();
});

test("a database with an institution of its own gets no sample", async () => {
  const own = await openTestStore();
  try {
    await own.query("INSERT INTO institution (code, name) VALUES ('90001', 'Cita iestāde')");
    expect(await loadSamplePeople(own)).toBeNull();
    expect(await own.query("SELECT code FROM institution")).toEqual([{ code: "90001" }]);
  } finally {
    await own.close();
  }
});

test("services stand in every stage, and exactly two people share a name", () => {
  const stages = new Set(sampleServices().map(({ cells }) => cells["stage"]));
  expect([...stages].sort()).toEqual(["BUILDING", "DELIVERING", "IMPROVING", "INTRODUCING", "PLANNING", "RETIRED"]);
  const [institution] = SAMPLE_INSTITUTIONS;
  const names = (institution?.people ?? []).map(({ name }) => name);
  expect(names.length - new Set(names).size).toBe(1);
});
