import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cell } from "../../schema/registers/register.ts";
import type { PullPage } from "../../schema/sync/protocol.ts";
import { history } from "../../server/sync/history.ts";
import { findRow } from "../../server/sync/list.ts";
import { pull } from "../../server/sync/pull.ts";
import type { Store } from "../../server/store/store.ts";
import { undo } from "../../server/sync/undo.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, newRow, pullAll, pullPage, pushOne, type World } from "../support/world.ts";
import { addField, changeField, pushTo } from "./fields.ts";

/** What rows hold in an institution's own columns, against the server and its database. */
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
const begin = (): Promise<World> => makeWorld(store);

const change = (id: string, base: number, cells: Readonly<Record<string, Cell>>) => ({ row: id, base, cells });
const cellsOf = async (world: World, id: string) => (await pullAll(world, world.portfolio)).rows.get(id);

describe("values of custom fields", () => {
  it(rule("CUSTOM_KEPT_WITH_ROW", "every type comes back as it was written, new and changed"), async () => {
    const world = await begin();
    const typed: readonly (readonly [type: string, given: Cell, kept: Cell, options?: string])[] = [
      ["TEXT", " 0012 ", "0012"],
      ["LONG_TEXT", "pirmā\notrā “rinda” \\ \t '", "pirmā\notrā “rinda” \\ \t '"],
      ["NUMBER", "3,25", 3.25],
      ["INTEGER", "42", 42],
      ["DATE", "31.12.2026", "2026-12-31"],
      ["DATE_TIME", "2026-03-04T05:06:07Z", "2026-03-04T05:06:07Z"],
      ["YES_NO", "jā", true],
      ["CHOICE", "sarkans", "Sarkans", "Sarkans; Zaļš"],
    ];
    const fields: string[] = [];
    for (const [type, , , options] of typed)
      fields.push((await addField(world, `Mans ${type}`, { type, ...(options !== undefined && { options }) })).key);
    const given = Object.fromEntries(typed.map(([, cell], at) => [fields[at] ?? "", cell]));
    const kept = Object.fromEntries(typed.map(([, , cell], at) => [fields[at] ?? "", cell]));

    const row = await created(world, given);
    expect(await cellsOf(world, row.id)).toMatchObject(kept);
    const empty = await created(world, {});
    expect(await cellsOf(world, empty.id)).toMatchObject(Object.fromEntries(fields.map((key) => [key, null])));
    const result = await pushOne(world, world.portfolio, change(empty.id, 1, given));
    expect(result).toMatchObject({ outcome: "APPLIED", version: 2 });
    expect(await cellsOf(world, empty.id)).toMatchObject(kept);
    // The same again is no change.
    expect(await pushOne(world, world.portfolio, change(empty.id, 2, given))).toMatchObject({ outcome: "UNCHANGED" });
    const none = Object.fromEntries(fields.map((key) => [key, null]));
    await pushOne(world, world.portfolio, change(empty.id, 2, none));
    expect(await cellsOf(world, empty.id)).toMatchObject(none);
  });

  it("are refused on row and cell with what is wrong and what may be written", async () => {
    const world = await begin();
    const { key } = await addField(world, "Krāsa", { type: "CHOICE", options: "Sarkans\nZaļš" });
    const number = await addField(world, "Skaits", { type: "INTEGER" });
    const result = await pushOne(
      world,
      world.portfolio,
      newRow({ name: "X", [key]: "Zils", [number.key]: "daudz", "custom.CF-9999": "?" }),
    );
    expect(result.refusals?.map(({ code, column }) => [code, column])).toEqual([
      ["NOT_AN_OPTION", key],
      ["NOT_A_NUMBER", number.key],
      ["UNKNOWN_COLUMN", "custom.CF-9999"],
    ]);
    expect(result.refusals?.[0]?.message.lv).toContain("Krāsa");
    expect(result.refusals?.[0]?.allowed?.map(({ lv }) => lv)).toEqual(["Sarkans", "Zaļš"]);
  });

  it("are required where the field says so", async () => {
    const world = await begin();
    const row = await created(world);
    const { key } = await addField(world, "Obligātā", { required: true });
    const refused = { outcome: "REFUSED", refusals: [{ code: "REQUIRED", column: key }] };
    expect(await pushOne(world, world.portfolio, newRow({ name: "X" }))).toMatchObject(refused);
    expect(await pushOne(world, world.portfolio, change(row.id, 1, { name: "Y" }))).toMatchObject(refused);
    const filled = change(row.id, 1, { name: "Y", [key]: "ir" });
    expect(await pushOne(world, world.portfolio, filled)).toMatchObject({ outcome: "APPLIED" });
  });

  it("merge by cell, and conflict where two people changed the same one", async () => {
    const world = await begin();
    const [a, b] = [await addField(world, "Pirmā"), await addField(world, "Otrā")];
    const row = await created(world, { [a.key]: "1", [b.key]: "1" });
    await pushOne(world, world.portfolio, change(row.id, 1, { [a.key]: "2" }));
    const merged = await pushOne(world, world.portfolio, change(row.id, 1, { [b.key]: "2" }));
    expect(merged).toMatchObject({ outcome: "MERGED", version: 3, cells: { [a.key]: "2" } });
    const conflict = await pushOne(world, world.portfolio, change(row.id, 1, { [a.key]: "3" }));
    expect(conflict).toMatchObject({
      outcome: "CONFLICT",
      conflicts: [{ column: a.key, base: "1", mine: "3", theirs: "2", by: "Ilze Kalniņa" }],
    });
  });

  it("stand in the row's history and are undone like any other", async () => {
    const world = await begin();
    const { key } = await addField(world, "Piezīme");
    const row = await created(world, { [key]: "pirms" });
    const batch = crypto.randomUUID();
    await pushTo(world, world.portfolio, "services", [change(row.id, 1, { [key]: "pēc" })], batch);
    const [last, first] = await history(store, world.portfolio, "services", row.id);
    expect(last?.changes).toEqual([{ column: key, from: "pirms", to: "pēc" }]);
    expect(first?.changes).toContainEqual({ column: key, from: null, to: "pirms" });
    const { results } = await undo(store, world.portfolio, "services", batch);
    expect(results).toMatchObject([{ outcome: "APPLIED", cells: { [key]: "pirms" } }]);
    expect(await cellsOf(world, row.id)).toMatchObject({ [key]: "pirms" });
  });

  it("are changed by whoever may change the row, and by nobody else", async () => {
    const world = await begin();
    const { key } = await addField(world, "Piezīme");
    const row = await created(world, { owner: world.owner.name });
    const asked = change(row.id, 1, { [key]: "mans" });
    const refused = await pushOne(world, world.front, asked);
    expect(refused).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "FORBIDDEN", column: key }] });
    expect(await pushOne(world, world.owner, asked)).toMatchObject({ outcome: "APPLIED" });
  });

  it("come with typed queries, with the heading in both languages", async () => {
    const world = await begin();
    const { key } = await addField(world, "Krāsa", { headingEn: "Colour" });
    const row = await created(world, { [key]: "Zils" });
    const found = await findRow(store, world.front, "services", { id: row.id });
    expect(found?.custom).toEqual([{ key, label: { lv: "Krāsa", en: "Colour" }, value: "Zils" }]);
  });

  it("are another institution's business as little as its rows", async () => {
    const world = await begin();
    const { key } = await addField(world, "Krāsa");
    const page = await pullPage(world, world.stranger, null);
    expect([page.columns.includes(key), page.fields]).toEqual([false, undefined]);
    const result = await pushOne(world, world.stranger, newRow({ name: "X", [key]: "Zils" }));
    expect(result).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "UNKNOWN_COLUMN", column: key }] });
  });

  it("leave the masks of personal data as they are", async () => {
    const world = await begin();
    const service = await created(world, { owner: world.owner.name });
    const { key } = await addField(world, "Kanāla piezīme", { register: "APPLICATIONS" });
    const cells = {
      title: "T",
      channel: "PHONE",
      applicant: "Zane",
      service: "Pakalpojums",
    };
    const { results } = await pushTo(world, world.front, "applications", [newRow({ ...cells, [key]: "zvans" })]);
    expect(service.version).toBe(1);
    expect(results).toMatchObject([{ outcome: "APPLIED" }]);
    const seenBy = async (actor: World["front"]) => {
      const page = JSON.parse(Buffer.from(await pull(store, actor, "applications", null, null)).toString()) as PullPage;
      return (column: string) => page.values[page.columns.indexOf(column)]?.[0];
    };
    const [front, provider] = [await seenBy(world.front), await seenBy(world.provider)];
    expect([front("applicant"), front(key)]).toEqual(["Zane", "zvans"]);
    expect([provider("applicant"), provider(key)]).toEqual([null, "zvans"]);
  });
});

describe("pull", () => {
  it(rule("CUSTOM_KEPT_WITH_ROW", "a sheet that lacks a field gets all that rows hold in it"), async () => {
    const world = await begin();
    const before = await pullPage(world, world.portfolio, null);
    expect(before.fields).toBeUndefined();
    const { key } = await addField(world, "Krāsa", { headingEn: "Colour", helpLv: "Kāda." });
    const row = await created(world, { [key]: "Zils" });
    const page = await pullPage(world, world.portfolio, before.cursor);
    expect(page).toMatchObject({
      full: true,
      fields: [{ key, type: "TEXT", label: { lv: "Krāsa", en: "Colour" }, help: { lv: "Kāda.", en: "Kāda." } }],
    });
    expect(page.columns.at(-1)).toBe(key);
    expect((await pullPage(world, world.portfolio, page.cursor)).full).toBe(false);
    expect(row.version).toBe(1);
  });

  it(rule("CUSTOM_NOTHING_LOST", "a field ended is told no more, and what rows hold in it is kept"), async () => {
    const world = await begin();
    const field = await addField(world, "Krāsa");
    const row = await created(world, { [field.key]: "Zils" });
    const batch = crypto.randomUUID();
    const ending = { row: field.id, base: 1, cells: { endReason: "Nevajag." }, retire: true };
    await pushTo(world, world.portfolio, "customFields", [ending], batch);
    expect((await pullPage(world, world.portfolio, null)).columns).not.toContain(field.key);
    const refused = await pushOne(world, world.portfolio, change(row.id, 1, { [field.key]: "Zaļš" }));
    expect(refused.refusals).toMatchObject([{ code: "UNKNOWN_COLUMN", column: field.key }]);
    expect(refused.refusals?.[0]?.message.lv).toContain("“Krāsa”");
    await pushOne(world, world.portfolio, change(row.id, 1, { name: "Cits" }));
    await undo(store, world.portfolio, "customFields", batch);
    expect(await cellsOf(world, row.id)).toMatchObject({ name: "Cits", [field.key]: "Zils" });
  });

  it("stands fields in the order that the institution gave them", async () => {
    const world = await begin();
    const [a, b, c] = [
      await addField(world, "Pirmā"),
      await addField(world, "Otrā", { position: 2 }),
      await addField(world, "Trešā", { position: 1 }),
    ];
    const { columns } = await pullPage(world, world.portfolio, null);
    expect(columns.slice(-3)).toEqual([c.key, b.key, a.key]);
  });
});

it(rule("CUSTOM_NOTHING_LOST", "undoing puts back what a field held that has ended since"), async () => {
  const world = await begin();
  const field = await addField(world, "Krāsa");
  const row = await created(world, { [field.key]: "Zils" });
  const batch = crypto.randomUUID();
  await pushTo(world, world.portfolio, "services", [change(row.id, 1, { [field.key]: "Zaļš" })], batch);
  await changeField(world, field, {}, true);
  expect((await undo(store, world.portfolio, "services", batch)).results).toMatchObject([{ outcome: "APPLIED" }]);
  const [kept] = await store.query<{ custom: object }>("select custom from service where id = $1", [row.id]);
  expect(kept?.custom).toEqual({ [field.key]: "Zils" });
  const [last] = await history(store, world.portfolio, "services", row.id);
  expect(last?.changes).toEqual([{ column: field.key, from: "Zaļš", to: "Zils" }]);
});

it("undoing puts no text into a field that is a number by now", async () => {
  const world = await begin();
  const field = await addField(world, "Skaits");
  const row = await created(world, { [field.key]: "daudz" });
  const batch = crypto.randomUUID();
  await pushTo(world, world.portfolio, "services", [change(row.id, 1, { [field.key]: null })], batch);
  expect(await changeField(world, field, { type: "NUMBER" })).toMatchObject({ outcome: "APPLIED" });
  expect((await undo(store, world.portfolio, "services", batch)).results).toMatchObject([
    { outcome: "REFUSED", refusals: [{ code: "NOT_A_NUMBER", column: field.key }] },
  ]);
});
