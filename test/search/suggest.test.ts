import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import type { FoundArticle, SnippetPart } from "../../schema/api/search-types.ts";
import { searchKnowledge } from "../../server/search/knowledge.ts";
import { suggest } from "../../server/search/suggest.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, type World } from "../support/world.ts";
import { closedIncident, publishedArticle, put } from "./helpers.ts";

let world: World;
let printer: { readonly id: string; readonly version: number };

beforeAll(async () => {
  world = await makeWorld(await openTestStore());
  const { portfolio, owner, provider } = world;
  await created(world, { name: "Pases izsniegšana", owner: owner.name, providers: [provider.name] });
  await created(world, { name: "Būvatļauja", owner: owner.name });
  await put(world, portfolio, "categories", { name: "Datori", playbook: "1. Pārbaudīt kabeli.\n2. Pārstartēt." });
  for (const [title, more] of [
    ["Nedarbojas printeris 3. stāvā", {}],
    ["Nedarbojas e-pasts visiem lietotājiem", {}],
    ["Nedarbojas skeneris", { subject: "Būvatļauja" }],
    ["Nedarbojas skeneris", {}],
  ] as const)
    await put(world, owner, "incidents", closedIncident({ title, ...more }));
  printer = await put(
    world,
    portfolio,
    "knowledge",
    publishedArticle(world, {
      title: "Printeris nedrukā",
      symptom: "Lampiņa <b>mirgo</b>",
      solution: "Nomainīt toneri.",
    }),
  );
  await put(world, portfolio, "knowledge", publishedArticle(world, { title: "Paroles maiņa", level: "L0" }));
  await put(world, portfolio, "knowledge", publishedArticle(world, { title: "Datubāzes atjaunošana", level: "L2" }));
}, 60_000);
afterAll(() => world.store.close());

const plain = (parts: readonly SnippetPart[]) => parts.map(({ text }) => text).join("");
const hits = (parts: readonly SnippetPart[]) => parts.flatMap(({ text, hit }) => (hit ? [text] : []));
const ask = (who: Actor, title: string, more: object = {}) =>
  suggest(world.store, who, {
    ...{ register: "incidents", title, description: null, subject: null, category: null, limit: 5 },
    ...more,
  });
const search = (who: Actor, text: string, level: string | null = null) =>
  searchKnowledge(world.store, who, { text, level, first: 10 });
const titles = (found: readonly FoundArticle[]) => found.map(({ title }) => plain(title));
const codes = (found: Awaited<ReturnType<typeof ask>>) => found.closedIncidents.map(({ title }) => plain(title));

test("closed incidents are found by inflected words, with the words that meet marked and what was done", async () => {
  const { closedIncidents } = await ask(world.front, "Printeri nestrādā");
  expect(closedIncidents.map(({ title }) => plain(title))).toEqual(["Nedarbojas printeris 3. stāvā"]);
  expect(closedIncidents.flatMap(({ title }) => hits(title))).toEqual(["printeris"]);
  expect(closedIncidents[0]?.remedy).toBe("Pārstartēts.");
});

test("an incident is suggested once it is closed, not while it is open, nor when it was cancelled", async () => {
  const cells = { title: "Avarējis lifts", subject: "Būvatļauja", source: "PERSON" };
  const at = { detectedAt: "2026-01-06T08:00:00Z" };
  const open = await put(world, world.front, "incidents", { ...cells, ...at });
  const asked = async () => codes(await ask(world.front, "avarējuša lifta"));
  expect(await asked()).toEqual([]);
  await put(world, world.owner, "incidents", { state: "CANCELLED", cancelReason: "Lifts strādā" }, open);
  expect(await asked()).toEqual([]);
  await put(world, world.owner, "incidents", closedIncident({ title: "Avarējis lifts" }));
  expect(await asked()).toEqual(["Avarējis lifts"]);
});

test("rare words tell more than common ones; of equals the same subject comes first", async () => {
  expect(codes(await ask(world.front, "Nedarbojas e-pasts"))[0]).toBe("Nedarbojas e-pasts visiem lietotājiem");
  const { closedIncidents } = await ask(world.front, "skenerim", { subject: "buvatlauja" });
  expect(closedIncidents).toHaveLength(2);
  const [first, second] = closedIncidents;
  expect(first?.score).toBeGreaterThan(second?.score ?? 1);
});

test("a mistyped word finds what it meant", async () => {
  expect(codes(await ask(world.front, "pritneris"))).toEqual(["Nedarbojas printeris 3. stāvā"]);
  expect(titles(await search(world.front, "parloe"))).toEqual(["Paroles maiņa"]);
});

test("the playbook of the category comes along, however the category is typed; of none there is none", async () => {
  expect((await ask(world.front, "", { category: "DATORI" })).playbook).toEqual({
    category: "Datori",
    text: "1. Pārbaudīt kabeli.\n2. Pārstartēt.",
  });
  expect((await ask(world.front, "", { category: "Nav tādas" })).playbook).toBeNull();
});

test("a known error is suggested with its workaround from the day it is known", async () => {
  const cells = {
    ...{ title: "Serveris pārkarst", subject: "Pases izsniegšana", category: "Datori", impact: "I3", urgency: "U3" },
    ...{ assignee: world.provider.name, rootCause: "Putekļi", workaround: "Atvērt logu", knowledge: ["KN-0001"] },
  };
  const problem = await put(world, world.owner, "problems", { ...cells, state: "INVESTIGATING" });
  expect((await ask(world.front, "servera pārkaršana")).knownErrors).toEqual([]);
  const known = await put(world, world.owner, "problems", { state: "KNOWN_ERROR" }, problem);
  const [found] = (await ask(world.front, "serveri")).knownErrors;
  expect(found?.remedy).toBe("Atvērt logu");
  await put(world, world.owner, "problems", { state: "CANCELLED", cancelReason: "Kļūda" }, known);
  expect((await ask(world.front, "serveri")).knownErrors).toEqual([]);
});

test("an article is read by those its level is for, and by nobody of another institution", async () => {
  expect(titles(await search(world.front, "datubāze"))).toEqual([]);
  expect(titles(await search(world.provider, "datubāze"))).toEqual(["Datubāzes atjaunošana"]);
  expect(titles(await search(world.portfolio, "datubāze"))).toEqual(["Datubāzes atjaunošana"]);
  const recipient: Actor = { ...world.front, personId: crypto.randomUUID(), roles: ["RECIPIENT"] };
  expect(titles(await search(recipient, ""))).toEqual(["Paroles maiņa"]);
  expect((await ask(recipient, "Nedarbojas printeris", { register: "applications" })).closedIncidents).toEqual([]);
  expect(await search(world.stranger, "printeris")).toEqual([]);
  expect(codes(await ask(world.stranger, "Nedarbojas printeris"))).toEqual([]);
});

test("only the level asked for is found, and a level there is not is refused", async () => {
  expect(titles(await search(world.portfolio, "", "L0"))).toEqual(["Paroles maiņa"]);
  await expect(search(world.portfolio, "", "L9")).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("what is found is text in parts, as it was written", async () => {
  const [article] = await search(world.front, "mirgojoša printera lampiņas");
  expect(plain(article?.snippet ?? [])).toBe("Lampiņa <b>mirgo</b>");
  expect(hits(article?.snippet ?? [])).toContain("Lampiņa");
});

test("the old edition stays readable while the new one is written, and goes when the article is retired", async () => {
  const draft = await put(world, world.portfolio, "knowledge", { state: "DRAFT" }, printer);
  const edited = await put(world, world.portfolio, "knowledge", { title: "Plotera remonts" }, draft);
  expect(titles(await search(world.front, "printeris"))).toEqual(["Printeris nedrukā"]);
  expect(await search(world.front, "plotera")).toEqual([]);
  const published = await put(
    world,
    world.portfolio,
    "knowledge",
    { state: "PUBLISHED", reviewDue: "2020-01-01" },
    edited,
  );
  expect(titles(await search(world.front, "ploteris"))).toEqual(["Plotera remonts"]);
  expect((await search(world.front, "ploteris"))[0]).toMatchObject({ outdated: true, edition: 2 });
  expect(await search(world.front, "printeris")).toEqual([]);
  await put(world, world.portfolio, "knowledge", { state: "RETIRED", retireReason: "Vairs nav" }, published);
  expect(await search(world.front, "ploteris")).toEqual([]);
});
