import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { loadRows } from "../../server/store/rows.ts";
import type { Store } from "../../server/store/store.ts";
import { push } from "../../server/sync/push.ts";
import { undo } from "../../server/sync/undo.ts";
import { putRow } from "../support/put-rows.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld } from "../support/world.ts";

let store: Store;
let clerk: Actor;
beforeAll(async () => {
  store = await openTestStore();
  const world = await makeWorld(store);
  clerk = { ...world.portfolio, roles: ["FRONT_OFFICE", "SERVICE_PORTFOLIO_OWNER", "SERVICE_PROVIDER"] };
  await putRow(store, clerk, "services", { name: "Izziņas", stage: "DELIVERING" });
  await putRow(store, clerk, "categories", { name: "Tīkls" });
});
afterAll(() => store.close());

type Cells = Readonly<Record<string, Cell>>;

async function write(register: string, rows: readonly { row: string; base: number | null; cells: Cells }[]) {
  const batch = crypto.randomUUID();
  const { results } = await push(store, clerk, { register, batch, part: 0, dryRun: false, rows });
  expect(results.map(({ outcome, refusals }) => refusals ?? outcome)).toEqual(rows.map(() => "APPLIED"));
  return batch;
}

async function row(key: string, id: string) {
  const register = findRegister(key);
  const found = register && (await loadRows(store, register, "id = $1", [id])).get(id);
  if (!found) throw new Error("not there");
  return found;
}
const cellsOf = async (key: string, id: string) => (await row(key, id)).cells;

const SOLVED: Cells = {
  ...{ category: "Tīkls", impact: "I3", urgency: "U3", outage: "NONE", major: false, assignee: "Anna Ozola" },
  ...{ restoredAt: "2026-01-05T10:00:00Z", resolution: "FIX", workDone: "x", resolvedLevel: "L2", confirmed: true },
  ...{ reactedAt: "2026-01-05T09:00:00Z", registeredAt: "2026-01-05T08:30:00Z" },
};

/** An application at work, the incident it opened and the batch that did so. */
async function opened() {
  const id = crypto.randomUUID();
  const application: Cells = {
    ...{ title: "Nevar atvērt izziņu", channel: "PHONE", service: "Izziņas", priority: "P3", level: "L1" },
    ...{ receivedAt: "2026-01-05T08:00:00Z", kind: "INCIDENT" },
  };
  await write("applications", [{ row: id, base: null, cells: application }]);
  const batch = await write("applications", [{ row: id, base: 1, cells: { state: "IN_PROGRESS" } }]);
  return { id, batch, record: String((await cellsOf("applications", id))["opened"]) };
}

describe(rule("UNDO_TAKES_EFFECTS_BACK", "records that applications opened"), () => {
  test("are given up with the step that opened them, and come back when the undoing is undone", async () => {
    const { id, batch, record } = await opened();
    const { code } = await cellsOf("incidents", record);
    const undone = await undo(store, clerk, "applications", batch);
    expect(undone.followed).toEqual([{ register: "incidents", row: record, code, outcome: "APPLIED" }]);
    expect(await cellsOf("applications", id)).toMatchObject({ state: "REGISTERED", opened: null });
    expect(await row("incidents", record)).toMatchObject({ retired: true, cells: { state: "CANCELLED" } });

    const again = await undo(store, clerk, "applications", undone.undoneBy);
    expect(again.followed).toEqual([{ register: "incidents", row: record, code, outcome: "APPLIED" }]);
    expect(await cellsOf("applications", id)).toMatchObject({ state: "IN_PROGRESS", opened: record });
    expect(await row("incidents", record)).toMatchObject({ retired: false, cells: { state: "REGISTERED" } });
  });

  test("stay, and that is told, where somebody has gone on with them", async () => {
    const { id, batch, record } = await opened();
    await write("incidents", [{ row: record, base: 1, cells: { description: "Jau meklējam" } }]);
    const { results, followed } = await undo(store, clerk, "applications", batch);
    expect(results.map(({ outcome }) => outcome)).toEqual(["APPLIED"]);
    expect(followed?.map(({ row, outcome }) => [row, outcome])).toEqual([[record, "CONFLICT"]]);
    expect(await cellsOf("incidents", record)).toMatchObject({ state: "REGISTERED", description: "Jau meklējam" });
    expect(await cellsOf("applications", id)).toMatchObject({ state: "REGISTERED" });
  });

  test("stay where the step itself stays", async () => {
    const { id, batch, record } = await opened();
    const waits = { state: "PENDING", waitsFor: "SUPPLIER" };
    await write("applications", [{ row: id, base: 2, cells: waits }]);
    const { followed } = await undo(store, clerk, "applications", batch);
    expect(followed).toEqual([]);
    expect(await row("incidents", record)).toMatchObject({ version: 1, retired: false });
  });
});

describe(rule("UNDO_TAKES_EFFECTS_BACK", "applications that ended with their record"), () => {
  test("are worked on again, of several those that nobody has touched since", async () => {
    const [first, second] = [await opened(), await opened()];
    const batch = await write(
      "incidents",
      [first, second].map(({ record }) => ({ row: record, base: 1, cells: { ...SOLVED, state: "CLOSED" } })),
    );
    const { version } = await row("applications", second.id);
    await write("applications", [{ row: second.id, base: version, cells: { rating: 5 } }]);
    const { followed } = await undo(store, clerk, "incidents", batch);
    expect(new Map(followed?.map(({ row, outcome }) => [row, outcome]))).toEqual(
      new Map([
        [first.id, "APPLIED"],
        [second.id, "CONFLICT"],
      ]),
    );
    expect(await cellsOf("applications", first.id)).toMatchObject({ state: "IN_PROGRESS", closedAt: null });
    expect(await cellsOf("applications", second.id)).toMatchObject({ state: "CLOSED" });
  });
});

test(rule("UNDO_TAKES_EFFECTS_BACK", "uses of articles are counted back, whatever was counted since"), async () => {
  const article = await putRow(store, clerk, "knowledge", { title: "Kā labot", state: "PUBLISHED", useCount: 4 });
  const code = String((await cellsOf("knowledge", article))["code"]);
  const resolve = { ...SOLVED, confirmed: null, knowledge: [code], state: "RESOLVED" };
  const [first, second] = [await opened(), await opened()];
  const batch = await write("incidents", [{ row: first.record, base: 1, cells: resolve }]);
  await write("incidents", [{ row: second.record, base: 1, cells: resolve }]);
  expect(await cellsOf("knowledge", article)).toMatchObject({ useCount: 6 });
  const { undoneBy } = await undo(store, clerk, "incidents", batch);
  expect(await cellsOf("knowledge", article)).toMatchObject({ useCount: 5 });
  await undo(store, clerk, "incidents", undoneBy);
  expect(await cellsOf("knowledge", article)).toMatchObject({ useCount: 6 });
});
