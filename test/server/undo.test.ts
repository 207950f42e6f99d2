import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { history } from "../../server/sync/history.ts";
import { undo } from "../../server/sync/undo.ts";
import type { Store } from "../../server/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, newRow, pullAll, pushAs, type World } from "../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

const take = (batch: string, actor = world.portfolio) => undo(store, actor, "services", batch);
const rowOf = async (id: string) => (await pullAll(world, world.front)).rows.get(id);

describe("undoing a publish", () => {
  it("puts back every cell that nobody has changed since, keeps and tells the others, and can itself be undone", async () => {
    const row = await created(world, { holder: "h0", legalBasis: "c0", owner: "Jānis Bērziņš" });
    const batch = crypto.randomUUID();
    await pushAs(world, world.portfolio, [{ row: row.id, base: 1, cells: { holder: "h1", legalBasis: "c1" } }], {
      batch,
    });
    await pushAs(world, world.owner, [{ row: row.id, base: 2, cells: { legalBasis: "c2" } }]);
    const undone = await take(batch);
    expect(undone.results).toMatchObject([
      {
        row: row.id,
        outcome: "MERGED",
        version: 4,
        cells: { holder: "h0" },
        conflicts: [{ column: "legalBasis", mine: "c0", theirs: "c2", by: "Jānis Bērziņš" }],
      },
    ]);
    expect(await rowOf(row.id)).toMatchObject({ holder: "h0", legalBasis: "c2" });
    await take(undone.undoneBy);
    expect(await rowOf(row.id)).toMatchObject({ holder: "h1", legalBasis: "c2" });
  });
  it("retires rows that the batch created, over all its parts, unless others went on with them", async () => {
    const batch = crypto.randomUUID();
    const [first, second, third] = [
      newRow({ name: "a" }),
      newRow({ name: "b" }),
      newRow({ name: "c", owner: "Jānis Bērziņš" }),
    ];
    await pushAs(world, world.portfolio, [first], { batch });
    await pushAs(world, world.portfolio, [second, third], { batch, part: 1 });
    await pushAs(world, world.owner, [{ row: third.row, base: 1, cells: { holder: "tālāk" } }]);
    const { results } = await take(batch);
    expect(results.map(({ outcome, retired }) => [outcome, retired])).toEqual([
      ["APPLIED", true],
      ["APPLIED", true],
      ["CONFLICT", false],
    ]);
    expect(await rowOf(first.row)).toBeUndefined();
    expect(await rowOf(third.row)).toMatchObject({ holder: "tālāk" });
  });
  it("brings a retired row back", async () => {
    const row = await created(world);
    const batch = crypto.randomUUID();
    await pushAs(world, world.portfolio, [{ row: row.id, base: 1, cells: { retireReason: "kļūda" }, retire: true }], {
      batch,
    });
    expect(await rowOf(row.id)).toBeUndefined();
    await take(batch);
    expect(await rowOf(row.id)).toMatchObject({ stage: "PLANNING", retireReason: null });
  });
  it("what others changed between two parts of a batch stays theirs", async () => {
    const row = await created(world, { holder: "a", owner: "Jānis Bērziņš" });
    const batch = crypto.randomUUID();
    await pushAs(world, world.portfolio, [{ row: row.id, base: 1, cells: { holder: "b" } }], { batch });
    await pushAs(world, world.owner, [{ row: row.id, base: 2, cells: { holder: "c" } }]);
    await pushAs(world, world.portfolio, [{ row: row.id, base: 3, cells: { legalBasis: "k" } }], { batch, part: 1 });
    expect((await take(batch)).results).toMatchObject([
      { outcome: "MERGED", conflicts: [{ column: "holder", theirs: "c" }] },
    ]);
    expect(await rowOf(row.id)).toMatchObject({ holder: "c", legalBasis: null });
  });
  it("a second time changes nothing", async () => {
    const row = await created(world, { holder: "a" });
    const batch = crypto.randomUUID();
    await pushAs(world, world.portfolio, [{ row: row.id, base: 1, cells: { holder: "b" } }], { batch });
    await take(batch);
    expect((await take(batch)).results).toMatchObject([{ outcome: "UNCHANGED", version: 3 }]);
  });
  it("is for the batch's author and for whoever may retire; another institution's batch does not exist", async () => {
    const row = await created(world, { owner: "Jānis Bērziņš" });
    const batch = crypto.randomUUID();
    await pushAs(world, world.owner, [{ row: row.id, base: 1, cells: { holder: "b" } }], { batch });
    await expect(take(batch, world.front)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(take(batch, world.stranger)).rejects.toMatchObject({ code: "NOTHING_TO_UNDO" });
    await expect(take(crypto.randomUUID())).rejects.toMatchObject({ code: "NOTHING_TO_UNDO" });
    expect((await take(batch)).results).toMatchObject([{ outcome: "APPLIED" }]);
  });
});

describe("history", () => {
  it("tells who changed what from what to what, newest first, in declared order, in names and not ids", async () => {
    const row = await created(world, { name: "sākums", owner: "Jānis Bērziņš", code: "H-1" });
    await pushAs(world, world.owner, [{ row: row.id, base: 1, cells: { holder: "b", providers: ["Anna Ozola"] } }]);
    const entries = await history(store, world.front, "services", row.id);
    expect(entries).toMatchObject([
      {
        version: 2,
        kind: "CHANGE",
        by: "Jānis Bērziņš",
        changes: [
          { column: "providers", from: null, to: ["Anna Ozola"] },
          { column: "holder", from: null, to: "b" },
        ],
      },
      { version: 1, kind: "CREATE", by: "Ilze Kalniņa" },
    ]);
    expect(entries[1]?.changes).toContainEqual({ column: "owner", from: null, to: "Jānis Bērziņš" });
  });
  it("of another institution's row is empty", async () => {
    const row = await created(world);
    expect(await history(store, world.stranger, "services", row.id)).toEqual([]);
  });
});
