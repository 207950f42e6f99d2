import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, ListQuery } from "../../../schema/api/context.ts";
import { readableRow } from "../../../server/overview/readable-row.ts";
import type { Store } from "../../../server/store/store.ts";
import { history } from "../../../server/sync/history.ts";
import { findRow, listRows } from "../../../server/sync/list.ts";
import { steps } from "../../../server/sync/steps.ts";
import { addService, join, picture, send } from "../../support/applications.ts";
import { rule } from "../../support/rule.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, type World } from "../../support/world.ts";

const QUERY: ListQuery = { where: [], orderBy: [], includeRetired: false, limit: 100 };
const LEVELS = ["L0", "L1", "L2"] as const;

let store: Store;
let world: World;
let colleague: Actor;
/** Articles of a service, by level; and a draft. */
const articles: Record<string, string> = {};
let draft: string;

beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  colleague = await join(world, "Kārlis Kolēģis");
  await addService(world, "Pases");
  for (const level of LEVELS) {
    articles[level] = await written(world.provider, level);
    await publish(String(articles[level]));
  }
  draft = await written(world.provider, "L1");
});
afterAll(() => store.close());

const TEXT = { symptom: "Nevar atvērt", cause: "Sertifikāts", solution: "Vecais teksts", reviewDue: "2099-01-01" };
async function written(author: Actor, level: string): Promise<string> {
  const row = crypto.randomUUID();
  const cells = { title: `Raksts ${level}`, level, subjects: ["Pases"], ...TEXT };
  const { refusals, outcome } = await send(world, "knowledge", author, { row, base: null, cells });
  expect(refusals ?? outcome).toBe("APPLIED");
  return row;
}
async function step(actor: Actor, row: string, cells: Readonly<Record<string, string>>): Promise<void> {
  const [{ version = 0 } = {}] = await store.query<{ version: number }>("select version from article where id = $1", [
    row,
  ]);
  const { refusals, outcome } = await send(world, "knowledge", actor, { row, base: version, cells });
  expect(refusals ?? outcome).toBe("APPLIED");
}
async function publish(row: string): Promise<void> {
  await step(world.provider, row, { state: "IN_REVIEW" });
  await step(world.owner, row, { state: "PUBLISHED" });
}

/** Levels of the published articles that come out of the server by each way, and whether the draft does. */
async function seen(actor: Actor) {
  const { rows } = await picture(world, actor, "knowledge");
  const listed = new Set((await listRows(store, actor, "knowledge", QUERY)).rows.map(({ id }) => id));
  const ways = {
    pulled: (id: string) => Promise.resolve(rows.has(id)),
    listed: (id: string) => Promise.resolve(listed.has(id)),
    found: async (id: string) => (await findRow(store, actor, "knowledge", { id })) !== null,
    history: async (id: string) => (await history(store, actor, "knowledge", id)).length > 0,
    steps: async (id: string) => (await steps(store, actor, "knowledge", id)).length > 0,
    read: async (id: string) => (await readableRow(store, actor, "knowledge", id)) !== null,
  };
  const told: Record<string, string> = {};
  for (const [way, has] of Object.entries(ways)) {
    const which = [];
    for (const level of LEVELS) if (await has(String(articles[level]))) which.push(level);
    if (await has(draft)) which.push("draft");
    told[way] = which.join(" ");
  }
  return told;
}
const everyWay = (which: string) => ({
  ...{ pulled: which, listed: which, found: which, history: which, steps: which, read: which },
});

describe(rule("KNOWLEDGE_LEVEL_DECIDES_READERS", "in every way out of the server"), () => {
  test("everyone of the institution reads levels 0 and 1, and what is published alone", async () => {
    expect(await seen(colleague)).toEqual(everyWay("L0 L1"));
  });
  test("those who work on the service read all of it, drafts too; the portfolio's owner everything", async () => {
    for (const actor of [world.provider, world.owner, world.portfolio])
      expect(await seen(actor)).toEqual(everyWay("L0 L1 L2 draft"));
  });
  test("who works on another service reads no more than everyone", async () => {
    const other = await join(world, "Cits Sniedzējs", ["SERVICE_PROVIDER"]);
    expect(await seen(other)).toEqual(everyWay("L0 L1"));
  });
  test("whoever wrote an article reads it, whatever it says", async () => {
    const { rows } = await picture(world, world.front, "services");
    expect(rows.size).toBeGreaterThan(0);
    await store.query("update article set authors = array[$1::uuid] where id = $2", [
      colleague.personId,
      articles["L2"],
    ]);
    expect(await seen(colleague)).toEqual(everyWay("L0 L1 L2"));
    await store.query("update article set authors = array[$1::uuid] where id = $2", [
      world.provider.personId,
      articles["L2"],
    ]);
  });
  test("nobody writes to an article that is not for them: as if it were not there", async () => {
    const row = { row: String(articles["L2"]), base: 1, cells: { solution: "x" } };
    expect((await send(world, "knowledge", colleague, row)).refusals).toMatchObject([{ code: "NOT_FOUND" }]);
  });
});

describe(rule("KNOWLEDGE_NEW_EDITION", "the old stays readable while the new one is written"), () => {
  test("in sheets, as it was published, for those who read only that; who works on it sees the new one", async () => {
    const row = String(articles["L1"]);
    const before = (await picture(world, colleague, "knowledge")).rows.get(row);
    await step(world.owner, row, { state: "DRAFT" });
    await step(world.owner, row, { solution: "Jaunais teksts", title: "Cits nosaukums" });
    const told = (await picture(world, colleague, "knowledge")).rows.get(row);
    expect(told).toMatchObject({
      ...{ state: "PUBLISHED", solution: "Vecais teksts", title: "Raksts L1", edition: before?.["edition"] },
      ...{ publishedAt: before?.["publishedAt"], reviewDue: "2099-01-01", level: "L1" },
    });
    const own = (await picture(world, world.provider, "knowledge")).rows.get(row);
    expect(own).toMatchObject({ state: "DRAFT", solution: "Jaunais teksts" });
    const found = await findRow(store, colleague, "knowledge", { id: row });
    expect(found?.cells).toMatchObject({ state: "PUBLISHED", solution: "Vecais teksts", title: "Raksts L1" });
    expect(found?.cells["publishedAt"]).toBe(before?.["publishedAt"]);
    const listed = async (where: ListQuery["where"]) =>
      (await listRows(store, colleague, "knowledge", { ...QUERY, where })).rows.find(({ id }) => id === row)?.cells;
    expect(await listed([])).toEqual(found?.cells);
    expect(await listed([{ column: "solution", op: "contains", value: "Jaunais" }])).toBeUndefined();
    // What is being written is told nowhere else either.
    expect(await history(store, colleague, "knowledge", row)).toEqual([]);
    expect(await readableRow(store, colleague, "knowledge", row)).toBeNull();

    await publish(row);
    expect((await picture(world, colleague, "knowledge")).rows.get(row)).toMatchObject({ solution: "Jaunais teksts" });
  });
  test("one that is taken out of use is read no more", async () => {
    const row = String(articles["L0"]);
    await step(world.owner, row, { state: "DRAFT" });
    await step(world.owner, row, { state: "RETIRED", retireReason: "Vairs nav vajadzīgs" });
    expect((await picture(world, colleague, "knowledge")).rows.has(row)).toBe(false);
  });
});
