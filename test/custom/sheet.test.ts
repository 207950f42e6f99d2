import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Store } from "../../server/store/store.ts";
import { sheetOf } from "../sync/excel-rig.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, pullAll, pushOne, type World } from "../support/world.ts";
import { addField, changeField } from "./fields.ts";
import { atWork, type AtWork } from "./sheet-rig.ts";

/** An institution's own columns in a sheet: the real office.js on one side, the real server on the other. */
let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  world = await makeWorld(store);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const headings = ({ excel }: AtWork) => {
  const { table } = sheetOf(excel);
  const data = excel.model.sheet(table.sheet);
  return Array.from({ length: table.box.columns }, (_, at) => data.value(table.box.row, table.box.column + at));
};
const own = async ({ service }: AtWork) => (await service.changes("services")).own ?? [];
/** Types a heading at the table's end, as people add a column. */
const addColumn = ({ excel }: AtWork, heading: string) => {
  const { table } = sheetOf(excel);
  excel.person.type(table.sheet, table.box.row, table.box.column + table.box.columns, heading);
};
const rowOf = async (code: string) =>
  [...(await pullAll(world, world.portfolio)).rows.values()].find((row) => row["code"] === code);

it(
  rule("CUSTOM_KEPT_WITH_ROW", "a field comes with the refresh, is edited, refused on its cell and published"),
  async () => {
    await created(world, { code: "A", name: "Pirmais" });
    const me = await atWork(store, world.portfolio);
    const color = await addField(world, "Krāsa", { headingEn: "Colour", type: "CHOICE", options: "Sarkans; Zaļš" });
    const count = await addField(world, "Skaits", { type: "INTEGER" });
    await pushOne(world, world.portfolio, {
      row: String((await rowOf("A"))?.["id"]),
      base: 1,
      cells: { [count.key]: 5 },
    });
    await me.service.refresh("services");
    expect(headings(me).slice(-2)).toEqual(["Krāsa", "Skaits"]);
    expect(sheetOf(me.excel).value("A", "Skaits")).toBe(5);
    expect((await me.service.changes("services")).rows).toEqual([]);

    sheetOf(me.excel).type("A", "Krāsa", "zaļš");
    sheetOf(me.excel).type("A", "Skaits", "daudz");
    const [row] = (await me.service.changes("services")).rows;
    expect(row?.cells.map(({ column, to }) => [column, to])).toEqual([
      [color.key, "Zaļš"],
      [count.key, "daudz"],
    ]);
    expect(row?.refusals).toMatchObject([{ code: "NOT_A_NUMBER", column: count.key }]);
    sheetOf(me.excel).type("A", "Skaits", 6);
    expect((await me.service.publish("services", { do: "LEAVE" })).counts).toMatchObject({ APPLIED: 1, REFUSED: 0 });
    expect(await rowOf("A")).toMatchObject({ [color.key]: "Zaļš", [count.key]: 6 });
    expect(sheetOf(me.excel).value("A", "Krāsa")).toBe("Zaļš");

    const batch = await me.service.lastBatch("services");
    await me.service.undo("services", batch?.batch ?? "");
    expect(sheetOf(me.excel).value("A", "Skaits")).toBe(5);
    expect(sheetOf(me.excel).value("A", "Krāsa")).toBe("");

    const english = await atWork(store, world.portfolio, "en");
    expect(headings(english).slice(-2)).toEqual(["Colour", "Skaits"]);
  },
);

it(rule("CUSTOM_NOTHING_LOST", "the column of an ended field stays, as one's own, with what was typed"), async () => {
  await created(world, { code: "A", name: "Pirmais" });
  const color = await addField(world, "Krāsa");
  const me = await atWork(store, world.portfolio);
  sheetOf(me.excel).type("A", "Krāsa", "Zils");
  await me.service.publish("services", { do: "LEAVE" });
  sheetOf(me.excel).type("A", "Krāsa", "Zaļš");
  await changeField(world, color, {}, true);
  const refused = await me.service.publish("services", { do: "LEAVE" });
  expect(refused.changes.rows[0]?.refusals).toMatchObject([{ code: "UNKNOWN_COLUMN", column: color.key }]);
  await me.service.refresh("services");
  expect(sheetOf(me.excel).value("A", "Krāsa")).toBe("Zaļš");
  expect((await me.service.changes("services")).rows).toEqual([]);
  expect(await own(me)).toMatchObject([{ heading: "Krāsa" }]);
  await me.service.publish("services", { do: "LEAVE" });
  const [kept] = await store.query<{ custom: object }>("select custom from service where institution_id = $1", [
    world.portfolio.institutionId,
  ]);
  expect(kept?.custom).toEqual({ [color.key]: "Zils" });
});

it(
  rule("CUSTOM_NOTHING_LOST", "one's own column of a new field's heading becomes the field's, with what was typed"),
  async () => {
    await created(world, { code: "A", name: "Pirmais" });
    await created(world, { code: "B", name: "Otrais" });
    const me = await atWork(store, world.portfolio);
    addColumn(me, "Krāsa");
    sheetOf(me.excel).type("A", "Krāsa", "Mana");
    const { key } = await addField(world, "Krāsa");
    for (const [code, cell] of [
      ["A", "Jūsu"],
      ["B", "Otra"],
    ] as const)
      await pushOne(world, world.portfolio, {
        row: String((await rowOf(code))?.["id"]),
        base: 1,
        cells: { [key]: cell },
      });
    expect(await me.service.refresh("services")).toMatchObject({ conflicts: 1 });
    expect(sheetOf(me.excel).value("A", "Krāsa")).toBe("Mana");
    expect(sheetOf(me.excel).value("B", "Krāsa")).toBe("Otra");
    const { rows } = await me.service.changes("services");
    expect(rows[0]?.conflicts).toMatchObject([{ column: key, mine: "Mana", theirs: "Jūsu" }]);
    await me.service.resolve("services", [{ row: rows[0]?.row ?? "", column: key, take: "MINE" }]);
    await me.service.publish("services", { do: "LEAVE" });
    expect(await rowOf("A")).toMatchObject({ [key]: "Mana" });
  },
);

it(rule("CUSTOM_BY_PORTFOLIO", "who keeps a column keeps it for everyone"), async () => {
  for (const code of ["A", "B"]) await created(world, { code, name: `Pakalpojums ${code}` });
  const me = await atWork(store, world.portfolio);
  for (const heading of ["Lietas numurs", "Svars"]) addColumn(me, heading);
  sheetOf(me.excel).type("A", "Lietas numurs", "'0012");
  sheetOf(me.excel).type("A", "Svars", 2.5);
  sheetOf(me.excel).type("B", "Svars", 3);
  const mine = await own(me);
  expect(mine.map(({ heading }) => heading)).toEqual(["Lietas numurs", "Svars"]);
  for (const column of mine) expect(await me.service.keep("services", column)).toEqual([]);
  expect(await own(me)).toEqual([]);
  expect((await me.service.publish("services", { do: "LEAVE" })).counts).toMatchObject({ APPLIED: 2, REFUSED: 0 });
  const types = await store.query<{ type: string }>(
    "select type from custom_field where institution_id = $1 order by code",
    [world.portfolio.institutionId],
  );
  expect(types.map(({ type }) => type)).toEqual(["TEXT", "NUMBER"]);
  expect(await rowOf("A")).toMatchObject({ "custom.CF-0001": "0012", "custom.CF-0002": 2.5 });

  const colleague = await atWork(store, world.owner);
  expect(headings(colleague).slice(-2)).toEqual(["Lietas numurs", "Svars"]);
  expect(sheetOf(colleague.excel).value("A", "Lietas numurs")).toBe("0012");
  addColumn(colleague, "Tikai mana");
  const [column] = await own(colleague);
  expect(await colleague.service.keep("services", column!)).toMatchObject([{ code: "FORBIDDEN" }]);
  expect(await own(colleague)).toMatchObject([{ heading: "Tikai mana" }]);
});

it("options added to a field are offered in sheets that are open", async () => {
  await created(world, { code: "A", name: "Pirmais" });
  const field = await addField(world, "Krāsa", { type: "CHOICE", options: "Sarkans" });
  const me = await atWork(store, world.portfolio);
  await changeField(world, field, { options: "Sarkans; Zaļš", headingLv: "Krāsiņa" });
  await me.service.refresh("services");
  sheetOf(me.excel).type("A", "Krāsa", "Zaļš");
  const { rows } = await me.service.changes("services");
  expect(rows[0]?.refusals).toEqual([]);
  await me.service.publish("services", { do: "LEAVE" });
  expect(await rowOf("A")).toMatchObject({ [field.key]: "Zaļš" });
});
