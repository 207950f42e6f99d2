import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../server/store/store.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { put } from "./put.ts";

let server: TestServer;
let store: Store;
let service = "";
beforeAll(async () => {
  server = await startTestServer();
  ({ store } = server.world);
  const { portfolio, owner, provider } = server.world;
  const cells = { name: "Pases", stage: "DELIVERING", owner: owner.personId, providers: [provider.personId] };
  service = await put(store, portfolio, "services", cells);
});
afterAll(async () => server?.close());

interface Answer {
  readonly overview: { groups: { key: string; label: string; total: number; items: { id: string; why: string }[] }[] };
}
/** Which groups each person has, with the codes in them. */
async function waiting(who: { readonly name: string }): Promise<Record<string, string[]>> {
  const query = "{ overview { groups { key label total items { register id code title why since } } } }";
  const { data, errors } = await server.ask<{
    overview: { groups: { key: string; total: number; items: { code: string }[] }[] };
  }>(who, query);
  expect(errors).toEqual([]);
  for (const { total, items } of data.overview.groups) expect(total).toBe(items.length);
  return Object.fromEntries(data.overview.groups.map(({ key, items }) => [key, items.map(({ code }) => code)]));
}

describe("the overview", () => {
  test("is empty for who has nothing to do", async () => {
    expect(await waiting(server.world.stranger)).toEqual({});
  });

  test("gives each record to those who may take the next step, and to nobody else", async () => {
    const { portfolio, owner, provider, front } = server.world;
    const incident = (code: string, cells: object) =>
      put(store, portfolio, "incidents", {
        ...{ code, title: code, subject: service, source: "PERSON", detectedAt: "2026-11-20T10:00:00Z" },
        ...cells,
      });
    await incident("NEW", { state: "REGISTERED", registeredAt: "2026-11-20T10:05:00Z" });
    await incident("MAJOR", { state: "RESOLVING", major: true, assignee: provider.personId });
    await incident("CLOSED", { state: "CLOSED", major: true, assignee: provider.personId });
    const change = (code: string, cells: object) =>
      put(store, portfolio, "changes", { code, title: code, subjects: [service], kind: "NORMAL", ...cells });
    const assess = await change("ASSESS", {
      state: "CLASSIFIED",
      complexity: "SIMPLE",
      experts: [provider.personId, front.personId],
    });
    await put(store, portfolio, "assessments", { change: assess, expert: front.personId, state: "GIVEN" });
    await change("SIMPLE", { state: "ASSESSED", complexity: "SIMPLE" });
    await change("COMPLEX", { state: "ASSESSED", complexity: "COMPLEX" });
    await change("OWN", { state: "ASSESSED", complexity: "SIMPLE", requester: owner.personId });
    const article = (code: string, cells: object) =>
      put(store, portfolio, "knowledge", { code, title: code, state: "IN_REVIEW", subjects: [service], ...cells });
    await article("ALONE", { authors: [owner.personId] });
    await article("TOGETHER", { authors: [owner.personId, provider.personId] });
    await article("OLD", { state: "PUBLISHED", reviewDue: "2026-01-01" });
    await article("FRESH", { state: "PUBLISHED", reviewDue: "2999-01-01" });
    await put(store, portfolio, "continuity", {
      code: "PLAN",
      subject: service,
      state: "APPROVED",
      nextTest: "2026-01-01",
    });

    expect(await waiting(owner)).toEqual({
      MAJOR_INCIDENTS: ["MAJOR"],
      INCIDENTS_TO_CLASSIFY: ["NEW"],
      CHANGES_TO_AUTHORISE: ["SIMPLE"],
      KNOWLEDGE_TO_REVIEW: ["TOGETHER"],
      KNOWLEDGE_OUTDATED: ["OLD"],
      CONTINUITY_TESTS_DUE: ["PLAN"],
    });
    expect(await waiting(portfolio)).toEqual({
      MAJOR_INCIDENTS: ["MAJOR"],
      INCIDENTS_TO_CLASSIFY: ["NEW"],
      CHANGES_TO_AUTHORISE: ["COMPLEX"],
      KNOWLEDGE_TO_REVIEW: ["ALONE", "TOGETHER"],
      KNOWLEDGE_OUTDATED: ["OLD"],
      CONTINUITY_TESTS_DUE: ["PLAN"],
    });
    expect(await waiting(provider)).toEqual({
      MAJOR_INCIDENTS: ["MAJOR"],
      INCIDENTS_ASSIGNED: ["MAJOR"],
      INCIDENTS_TO_CLASSIFY: ["NEW"],
      CHANGES_TO_ASSESS: ["ASSESS"],
    });
    expect(await waiting(front)).toEqual({ MAJOR_INCIDENTS: ["MAJOR"] });
    expect(await waiting(server.world.stranger)).toEqual({});
  });

  test("shows my changes that meet others, with where", async () => {
    const { portfolio, provider } = server.world;
    const change = (code: string, cells: object) =>
      put(store, portfolio, "changes", {
        ...{ code, title: code, subjects: [service], state: "AUTHORISED", kind: "NORMAL", complexity: "SIMPLE" },
        ...{ plannedStart: "2027-01-01T10:00:00Z", plannedEnd: "2027-01-01T12:00:00Z", ...cells },
      });
    await change("MINE", { requester: provider.personId });
    await change("THEIRS", {});
    expect((await waiting(provider))["COLLISIONS"]).toEqual(["MINE"]);
    const query = "{ overview { groups { key label total items { id why } } } }";
    const { data } = await server.ask<Answer>(provider, query, { language: "en" });
    const group = data.overview.groups.find(({ key }) => key === "COLLISIONS");
    expect(group?.label).toBe("Colliding changes");
    expect(group?.items[0]?.why).toBe(
      "The change THEIRS “THEIRS” runs at the same time (01.01.2027 12:00 – 01.01.2027 14:00): Pases.",
    );
  });
});

describe("links of a row", () => {
  const ask = async (who: { readonly name: string }, register: string, row: string) =>
    (
      await server.ask<{
        links: { direction: string; column: string; register: string; title: string; total: number }[];
      }>(
        who,
        "query ($register: String!, $row: ID!) { links(register: $register, row: $row) { direction column register title total } }",
        { variables: { register, row } },
      )
    ).data.links;

  test("go both ways, name their columns and count what is not told", async () => {
    const { portfolio, owner } = server.world;
    const resource = await put(store, portfolio, "resources", { name: "Serveris", stage: "DELIVERING" });
    const problem = await put(store, portfolio, "problems", {
      title: "Cēlonis",
      subject: resource,
      state: "REGISTERED",
    });
    for (let at = 0; at < 25; at++)
      await put(store, portfolio, "incidents", {
        ...{ title: `Incidents ${at}`, subject: resource, state: "REGISTERED", source: "PERSON", problem },
        detectedAt: "2026-11-20T10:00:00Z",
      });
    await put(store, portfolio, "dependencies", { from: service, to: resource, state: "CURRENT" });
    const found = await ask(owner, "problems", problem);
    expect(found.filter(({ direction }) => direction === "OUT")).toEqual([
      { direction: "OUT", column: "subject", register: "resources", title: "Serveris", total: 1 },
    ]);
    const incidents = found.filter(({ register }) => register === "incidents");
    expect([incidents.length, incidents[0]?.total]).toEqual([20, 25]);
    expect(await ask(owner, "resources", resource)).toContainEqual(
      expect.objectContaining({ direction: "IN", column: "to", register: "dependencies", title: "Pases" }),
    );
    expect(await ask(server.world.stranger, "problems", problem)).toEqual([]);
  });
});
