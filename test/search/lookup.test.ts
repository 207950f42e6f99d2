import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import { lookUp } from "../../server/search/lookup.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, type World } from "../support/world.ts";
import { put } from "./helpers.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld(await openTestStore());
  const { portfolio, owner } = world;
  const keeper: Actor = { ...portfolio, roles: ["RESOURCE_PORTFOLIO_OWNER"] };
  await created(world, { name: "Šķirošanas atļauja", owner: owner.name });
  await put(world, keeper, "resources", { name: "Atļauju sistēma", kind: "HARDWARE" });
  const gone = await put(world, keeper, "resources", { name: "Vecā atļauju sistēma", kind: "HARDWARE" });
  await put(world, keeper, "resources", { stage: "RETIRED", retireReason: "Veca" }, gone);
  const incident = { subject: "Atļauju sistēma", source: "PERSON", detectedAt: "2026-01-06T08:00:00Z" };
  await put(world, owner, "incidents", { title: "Atļaujas neizdrukā", ...incident });
});
afterAll(() => world?.store.close());

const cells = async (who: Actor, to: string, text: string) =>
  (await lookUp(world.store, who, to, text)).map(({ cell }) => cell);

test("a reference's candidates are found over a group of registers, in any letters; what begins so comes first, what is retired not at all", async () => {
  expect(await cells(world.front, "subjects", "ATLAUJ")).toEqual([
    "Atļauju sistēma (R-0001)",
    "Šķirošanas atļauja (P-0001)",
  ]);
  expect(await cells(world.front, "subjects", "p-0001")).toEqual(["Šķirošanas atļauja (P-0001)"]);
  expect(await cells(world.front, "subjects", "%")).toEqual([]);
});

test("what is offered is accepted as typed, of a group too", async () => {
  const [first = ""] = await cells(world.front, "subjects", "skirosanas");
  const typed = { title: "x", subject: first, source: "PERSON", detectedAt: "2026-01-06T08:00:00Z" };
  await put(world, world.front, "incidents", typed);
});

test("records of a log are named by their code", async () => {
  expect(await cells(world.front, "incidents", "neizdruka")).toEqual([expect.stringMatching(/^INC-\d{4}-00001$/)]);
});

test("nothing is offered of registers of which the person does not see every row, nor of another institution", async () => {
  const recipient: Actor = { ...world.front, personId: crypto.randomUUID(), roles: ["RECIPIENT"] };
  expect(await cells(recipient, "people", world.owner.name)).toEqual([]);
  expect(await cells(recipient, "incidents", "neizdruka")).toEqual([]);
  expect(await cells(world.stranger, "subjects", "atļauj")).toEqual([]);
  await expect(cells(world.front, "nothing", "x")).rejects.toMatchObject({ code: "UNKNOWN_REGISTER" });
});
