import { afterAll, beforeAll, expect, test } from "vitest";
import { addPeople, addRoles } from "../../server/store/newcomers.ts";
import { followedRecord } from "../../server/effects/followed.ts";
import { putRow } from "../support/put-rows.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let subject: string;
let category: string;
const institution = () => server.world.portfolio;
const put = (key: string, cells: Parameters<typeof putRow>[3]) => putRow(server.world.store, institution(), key, cells);
beforeAll(async () => {
  server = await startTestServer();
  subject = await put("services", { name: "Izziņas", code: "P-7", stage: "DELIVERING" });
  category = await put("categories", { name: "Tīkls", code: "CAT-1" });
});
afterAll(() => server.close());

const daysAgo = (days: number) => `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}Z`;

test("closed incidents of one subject and category that recur are offered as a problem, until one is open", async () => {
  const closed = (days: number, more: object = {}) =>
    put("incidents", {
      subject,
      category,
      state: "CLOSED",
      detectedAt: daysAgo(days),
      title: `pirms ${days}`,
      ...more,
    });
  const offered = async () => {
    const query = "{ recurringIncidents { count subject { register name } category { name } incidents { title } } }";
    const { data } = await server.ask<{ recurringIncidents: unknown[] }>(server.world.front, query);
    return data.recurringIncidents;
  };
  for (const days of [1, 80]) await closed(days);
  // Too old, still open, in another category, explained by a problem.
  await closed(100);
  await closed(2, { state: "RESOLVED" });
  await closed(3, { category: await put("categories", { name: "Cits" }) });
  await closed(4, { problem: await put("problems", { subject, category, state: "CLOSED" }) });
  expect(await offered()).toEqual([]);
  await closed(40);
  expect(await offered()).toEqual([
    {
      count: 3,
      subject: { register: "services", name: "Izziņas" },
      category: { name: "Tīkls" },
      incidents: [{ title: "pirms 1" }, { title: "pirms 40" }, { title: "pirms 80" }],
    },
  ]);
  await put("problems", { subject, category, state: "CLASSIFIED" });
  expect(await offered()).toEqual([]);
  const { data } = await server.ask<{ recurringIncidents: unknown[] }>(
    server.world.stranger,
    "{ recurringIncidents { count } }",
  );
  expect(data.recurringIncidents).toEqual([]);
});

test("an applicant is told the number and state of what the own application opened, of no other, and nothing else", async () => {
  const { store, portfolio } = server.world;
  const [id, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const people = [
    { id, institution_id: portfolio.institutionId, code: "PER-90", name: "Līga Lapa" },
    { id: other, institution_id: portfolio.institutionId, code: "PER-91", name: "Cita Persona" },
  ];
  await addPeople(store, people);
  await addRoles(
    store,
    people.map((person) => ({
      ...{ id: crypto.randomUUID(), institution_id: portfolio.institutionId, code: `RA-${person.code}` },
      ...{ person: person.id, role: "RECIPIENT", valid_from: "2020-01-01" },
    })),
  );
  const incident = await put("incidents", { code: "INC-1", state: "RESOLVING", title: "Iekšējs virsraksts", subject });
  const application = await put("applications", { kind: "INCIDENT", applicantPerson: id, opened: incident });
  const bare = await put("applications", { kind: "INFORMATION", applicantPerson: id });
  const actor = (personId: string) => ({ ...portfolio, personId, name: "x", roles: ["RECIPIENT"] as const });
  expect(await followedRecord(store, actor(id), application)).toEqual({
    code: "INC-1",
    state: { lv: "Risināšana", en: "Resolving" },
  });
  expect(await followedRecord(store, actor(other), application)).toBeNull();
  expect(await followedRecord(store, actor(id), bare)).toBeNull();
  expect(await followedRecord(store, server.world.stranger, application)).toBeNull();
  const { data } = await server.ask(
    server.world.front,
    `{ followedRecord(application: "${application}") { code state } }`,
    {
      language: "en",
    },
  );
  expect(data).toEqual({ followedRecord: { code: "INC-1", state: "Resolving" } });
});
