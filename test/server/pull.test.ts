import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../server/store/store.ts";
import { stamp } from "../../server/store/feed.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, newRow, pullAll, pullPage, pushAs, type World } from "../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

describe("pull", () => {
  it("gives the whole picture first and then only what changed, retired rows marked", async () => {
    const kept = await created(world, { name: "paliek" });
    const gone = await created(world, { name: "aiziet" });
    const first = await pullAll(world, world.front);
    expect(first.full).toBe(true);
    expect([...first.rows.keys()]).toEqual(expect.arrayContaining([kept.id, gone.id]));
    expect((await pullAll(world, world.front, first.cursor)).rows.size).toBe(0);
    await pushAs(world, world.portfolio, [{ row: gone.id, base: 1, cells: { retireReason: "r" }, retire: true }]);
    const second = await pullAll(world, world.front, first.cursor);
    expect(second.full).toBe(false);
    expect([...second.rows.values()]).toMatchObject([{ id: gone.id, retired: true, version: 2 }]);
    expect((await pullAll(world, world.front)).rows.has(gone.id)).toBe(false);
  });
  it("gives pages by bytes, each row once, whatever the size", async () => {
    await pushAs(
      world,
      world.portfolio,
      Array.from({ length: 700 }, (_, index) =>
        newRow({ name: `rinda ${index}`, description: "ā".repeat((index % 7) * 60) }),
      ),
    );
    const whole = await pullAll(world, world.front);
    const paged = await pullAll(world, world.front, null, 10_000);
    expect(paged.pages).toBeGreaterThan(5);
    expect(paged.rows).toEqual(whole.rows);
    const page = await pullPage(world, world.front, null, 10_000);
    expect(JSON.stringify(page).length).toBeLessThan(30_000);
  });
  it("tells references by name, with the code where several bear it", async () => {
    const row = await created(world, { owner: "PER-5", providers: ["PER-6", "Anna Ozola"] });
    expect((await pullAll(world, world.front)).rows.get(row.id)).toMatchObject({
      owner: "Pēteris Krūmiņš (PER-5)",
      providers: ["Pēteris Krūmiņš (PER-6)", "Anna Ozola"],
    });
  });
  it("gives nobody another institution's rows", async () => {
    const mine = await created(world);
    const theirs = await pullAll(world, world.stranger);
    expect(theirs.rows.has(mine.id)).toBe(false);
  });
  it("answers a cursor of another database, or of a later state than this one, with the whole picture", async () => {
    const { cursor } = await pullAll(world, world.front);
    const [database, from] = Buffer.from(String(cursor), "base64url").toString().split("|");
    const forged = (...parts: (string | undefined)[]) => Buffer.from(parts.join("|")).toString("base64url");
    expect((await pullPage(world, world.front, forged("other", from))).full).toBe(true);
    expect((await pullPage(world, world.front, forged(database, "999999999999"))).full).toBe(true);
    await expect(pullPage(world, world.front, "nonsense")).rejects.toMatchObject({ code: "BAD_CURSOR" });
    await expect(pullPage(world, world.front, forged(database, "1; drop table service"))).rejects.toMatchObject({
      code: "BAD_CURSOR",
    });
  });
});

describe("the feed's cursor", () => {
  it("does not skip a row whose transaction began earlier and commits later", async () => {
    const row = await created(world, { name: "vēlu" });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let began = () => {};
    const begun = new Promise<void>((resolve) => (began = resolve));
    // An earlier transaction writes the row and is held open …
    const late = store.transaction(async (sql) => {
      const { feed } = await stamp(sql);
      await sql.query("update service set holder = 'late', version = version + 1, feed = $2 where id = $1", [
        row.id,
        feed,
      ]);
      began();
      await held;
    });
    await begun;
    // … while a later one commits and a reader goes past it. The embedded database has one connection: there the later
    // one waits, and no reader can come between.
    const quick = created(world, { name: "ātri" });
    if (store.kind === "embedded") release();
    const quickRow = await quick;
    const during = await pullAll(world, world.front);
    expect(during.rows.has(quickRow.id)).toBe(true);
    expect(during.rows.get(row.id)).toMatchObject({ holder: store.kind === "embedded" ? "late" : null });
    release();
    await late;
    const after = await pullAll(world, world.front, during.cursor);
    if (store.kind === "postgresql") expect(after.rows.get(row.id)).toMatchObject({ holder: "late" });
    expect((await pullAll(world, world.front, after.cursor)).rows.size).toBe(0);
  });
});
