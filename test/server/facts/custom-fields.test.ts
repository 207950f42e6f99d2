import { afterAll, beforeAll, expect, it } from "vitest";
import { MOST_FIELDS } from "../../../schema/registers/custom-fields.ts";
import { registers } from "../../../schema/registers/catalogue.ts";
import type { FactName } from "../../../schema/registers/facts.ts";
import type { Cell, Guard } from "../../../schema/registers/register.ts";
import type { Store } from "../../../server/store/store.ts";
import { rule } from "../../support/rule.ts";
import { openTestStore } from "../../support/store.ts";
import { created, makeWorld, newRow, type World } from "../../support/world.ts";
import { addField, changeField, pushOneTo, pushTo } from "../../custom/fields.ts";

/** Rules of custom fields that ask about other rows, against the server and its database. */
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const field = (headingLv: string, more: Readonly<Record<string, Cell>> = {}) =>
  newRow({ register: "SERVICES", type: "TEXT", headingLv, ...more });
const add = async (world: World, actor: World["front"], headingLv: string, more: Readonly<Record<string, Cell>> = {}) =>
  pushOneTo(world, actor, "customFields", field(headingLv, more));

/** How a row is refused where the fact stands in its way. */
const stands = (fact: FactName) => {
  const [{ rule, column }] = registers.customFields.guards.filter((guard) => guard.fact === fact) as [Guard];
  return { outcome: "REFUSED", refusals: [{ rule, column }] };
};

it(rule("CUSTOM_BY_PORTFOLIO"), async () => {
  const world = await makeWorld(store);
  for (const actor of [world.owner, world.provider, world.front])
    expect(await add(world, actor, "Krāsa")).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "FORBIDDEN" }] });
  const own = await addField(world, "Krāsa");
  const asked = { row: own.id, base: 1, cells: { headingLv: "Cita" } };
  expect(await pushOneTo(world, world.owner, "customFields", asked)).toMatchObject({
    refusals: [{ code: "FORBIDDEN", column: "headingLv" }],
  });
  expect(await pushOneTo(world, world.stranger, "customFields", asked)).toMatchObject({
    refusals: [{ code: "NOT_FOUND" }],
  });
});

it("a field stays with the register it was added to", async () => {
  const world = await makeWorld(store);
  const own = await addField(world, "Krāsa");
  expect(await changeField(world, own, { register: "RESOURCES" })).toMatchObject({
    refusals: [{ code: "LOCKED", column: "register" }],
  });
});

it(rule("CUSTOM_HEADING_ONCE"), async () => {
  const world = await makeWorld(store);
  const own = await addField(world, "Krāsa", { headingEn: "Colour" });
  const broken = stands("CUSTOM_HEADING_TAKEN");
  expect(await add(world, world.portfolio, " krasa ")).toMatchObject(broken);
  expect(await add(world, world.portfolio, "Tonis", { headingEn: "COLOUR" })).toMatchObject(broken);
  expect(await add(world, world.portfolio, "Krāsa", { register: "RESOURCES" })).toMatchObject({ outcome: "APPLIED" });
  // Two of one write are held against each other.
  const { results } = await pushTo(world, world.portfolio, "customFields", [field("Svars"), field("Svars")]);
  expect(results.map(({ outcome }) => outcome)).toEqual(["APPLIED", "REFUSED"]);
  expect(await changeField(world, own, {}, true)).toMatchObject({ outcome: "APPLIED" });
  expect(await add(world, world.portfolio, "Krāsa")).toMatchObject({ outcome: "APPLIED" });
});

it(rule("CUSTOM_FIELDS_AT_MOST"), async () => {
  const world = await makeWorld(store);
  const fields = Array.from({ length: MOST_FIELDS + 1 }, (_, at) => field(`Kolonna ${at}`));
  const { results } = await pushTo(world, world.portfolio, "customFields", fields);
  expect(results.slice(0, MOST_FIELDS).every(({ outcome }) => outcome === "APPLIED")).toBe(true);
  expect(results.at(-1)).toMatchObject(stands("CUSTOM_FIELDS_TOO_MANY"));
  expect(results.at(-1)?.refusals?.[0]?.message.en).toContain("41");
});

it(rule("CUSTOM_TYPE_STAYS"), async () => {
  const world = await makeWorld(store);
  const own = await addField(world, "Skaits");
  const row = await created(world, { [own.key]: "1" });
  const broken = stands("CUSTOM_TYPE_HAS_VALUES");
  expect(await changeField(world, own, { type: "NUMBER" })).toMatchObject(broken);
  await pushTo(world, world.portfolio, "services", [{ row: row.id, base: 1, cells: { [own.key]: null } }]);
  expect(await changeField(world, own, { type: "NUMBER" })).toMatchObject({ outcome: "APPLIED" });
  // The sheet may go on as before, and what it sends is read as a number from now on.
  const { results } = await pushTo(world, world.portfolio, "services", [
    { row: row.id, base: 2, cells: { [own.key]: "2,5" } },
  ]);
  expect(results).toMatchObject([{ outcome: "APPLIED", cells: { [own.key]: 2.5 } }]);
});

it(rule("CUSTOM_OPTIONS_IN_USE_STAY"), async () => {
  const world = await makeWorld(store);
  const own = await addField(world, "Krāsa", { type: "CHOICE", options: "Sarkans; Zaļš; Zils" });
  await created(world, { [own.key]: "Zaļš" });
  const broken = stands("CUSTOM_OPTION_IN_USE");
  const refused = await changeField(world, own, { options: "Sarkans; Zils" });
  expect(refused).toMatchObject(broken);
  expect(refused.refusals?.[0]?.message.lv).toContain("Zaļš");
  expect(await changeField(world, own, { options: "Zaļš; Balts" })).toMatchObject({ outcome: "APPLIED" });
});
