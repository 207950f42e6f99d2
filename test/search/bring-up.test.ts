import { afterAll, beforeAll, expect, test } from "vitest";
import { bringSearchUp } from "../../server/search/bring-up.ts";
import { searchKnowledge } from "../../server/search/knowledge.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, type World } from "../support/world.ts";
import { publishedArticle, put } from "./helpers.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld(await openTestStore());
  await created(world, { name: "Pases izsniegšana", owner: world.owner.name });
});
afterAll(() => world.store.close());

test("an index made by other rules is made anew, with editions that only the index has", async () => {
  const { store, portfolio, front } = world;
  await put(world, portfolio, "knowledge", publishedArticle(world, { title: "Printeris nedrukā" }));
  const revised = await put(world, portfolio, "knowledge", publishedArticle(world, { title: "Paroles maiņa" }));
  const draft = await put(world, portfolio, "knowledge", { state: "DRAFT" }, revised);
  await put(world, portfolio, "knowledge", { title: "Cits virsraksts" }, draft);
  await store.query("update search_entry set words = '''vecs'''::tsvector");
  const search = async (text: string) =>
    (await searchKnowledge(store, front, { text, level: null, first: 5 })).map(({ code }) => code);
  expect(await search("printeri")).toEqual([]);
  expect(await bringSearchUp(store)).toBe(true);
  expect(await search("printeri")).toEqual(["KN-0001"]);
  expect(await search("paroles")).toEqual(["KN-0002"]);
  expect(await search("vecs")).toEqual([]);
  expect(await bringSearchUp(store)).toBe(false);
});
