import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cell } from "../../schema/registers/register.ts";
import { spansOfRows } from "../../server/store/spans.ts";
import type { Store } from "../../server/store/store.ts";
import { push } from "../../server/sync/push.ts";
import { undo } from "../../server/sync/undo.ts";
import { putRow } from "../support/put-rows.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, type World } from "../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  await putRow(store, world.portfolio, "services", { name: "Izziņas", stage: "DELIVERING" });
  await putRow(store, world.portfolio, "categories", { name: "Tīkls" });
});
afterAll(() => store.close());

type Cells = Readonly<Record<string, Cell>>;
const day = (time: string) => `2013-04-01T${time}:00Z`;

const REPORT: Cells = {
  ...{ title: "Neatveras", subject: "Izziņas", source: "PERSON" },
  ...{ detectedAt: day("08:00"), registeredAt: day("08:10") },
};
const CLASSES: Cells = {
  ...{ description: "x", category: "Tīkls", impact: "I3", urgency: "U3", outage: "NONE", major: false },
  ...{ reactedAt: day("08:30"), assignee: "Anna Ozola" },
};
const OUTCOME: Cells = {
  ...{ restoredAt: day("12:00"), resolvedAt: day("12:30"), resolution: "FIX", workDone: "Pārstartēts" },
  ...{ resolvedLevel: "L2", resolver: "Anna Ozola" },
};

/** Writes an incident's cells, at a version or as a new one, and gives the batch. */
async function written(row: string, base: number | null, cells: Cells, outcome = "APPLIED"): Promise<string> {
  const batch = crypto.randomUUID();
  // Two roles of one person: an ordinary incident is closed by the front office.
  const clerk = { ...world.portfolio, roles: [...world.portfolio.roles, "FRONT_OFFICE"] as const };
  const { results } = await push(store, clerk, {
    ...{ register: "incidents", batch, part: 0, dryRun: false },
    rows: [{ row, base, cells }],
  });
  expect(results[0]?.refusals ?? results[0]?.outcome).toEqual(outcome);
  return batch;
}

/** The spans of a row as `STATE from–to` and for whom it waited; what is of this very test's time is `now`. */
async function spans(row: string): Promise<readonly string[]> {
  const its = (await spansOfRows(store, [row])).get(row) ?? [];
  const said = (at: string | null) => (at === null ? "…" : at.startsWith("2013") ? at.slice(11, 16) : "now");
  return its.map(({ state, from, to, waitsFor }) =>
    [`${state} ${said(from)}–${said(to)}`, ...(waitsFor === null ? [] : [waitsFor])].join(" "),
  );
}

const HISTORY = ["REGISTERED 08:10–08:30", "CLASSIFIED 08:30–08:30", "DIAGNOSING 08:30–08:30"];

describe("every interval in a state is kept", () => {
  test("an incident brought in closed has its own times, whatever was never told took no time", async () => {
    const row = crypto.randomUUID();
    const closing = { state: "CLOSED", closedAt: "2013-04-03T09:00:00Z", closedBy: "Dace Liepa", confirmed: true };
    await written(row, null, { ...REPORT, ...CLASSES, ...OUTCOME, ...closing });
    expect(await spans(row)).toEqual([
      ...HISTORY,
      ...["RESOLVING 08:30–12:30", "RESOLVED 12:30–09:00", "CLOSED 09:00–…"],
    ]);
  });

  test("steps taken one by one end what went on; other writes keep nothing", async () => {
    const row = crypto.randomUUID();
    await written(row, null, REPORT);
    expect(await spans(row)).toEqual(["REGISTERED 08:10–…"]);
    await written(row, 1, { title: "Neatveras nekas" });
    await written(row, 2, { ...CLASSES, reactedAt: null, state: "CLASSIFIED" });
    expect(await spans(row)).toEqual(["REGISTERED 08:10–now", "CLASSIFIED now–…"]);
    const kept = await store.query<{ version: number }>(
      "select version from state_span where row_id = $1 order by id",
      [row],
    );
    expect(kept).toEqual([{ version: 1 }, { version: 3 }]);
  });

  test("pauses tell for whom; waiting for somebody else is another pause; a reopening begins anew", async () => {
    const row = crypto.randomUUID();
    const waiting = { state: "PENDING", waitsFor: "RECIPIENT", waitsSince: day("09:00") };
    await written(row, null, { ...REPORT, ...CLASSES, ...waiting });
    expect(await spans(row)).toEqual([...HISTORY.slice(0, 2), "DIAGNOSING 08:30–09:00", "PENDING 09:00–… RECIPIENT"]);
    await written(row, 1, { waitsFor: "SUPPLIER", waitsSince: day("10:00") });
    await written(row, 2, { state: "RESOLVED", ...OUTCOME });
    await written(row, 3, { state: "DIAGNOSING" });
    expect((await spans(row)).slice(2)).toEqual([
      "DIAGNOSING 08:30–09:00",
      "PENDING 09:00–10:00 RECIPIENT",
      "PENDING 10:00–12:30 SUPPLIER",
      "RESOLVING 12:30–12:30",
      "RESOLVED 12:30–now",
      "DIAGNOSING now–…",
    ]);
  });

  test("a time corrected later corrects the span it began, and what began with it", async () => {
    const row = crypto.randomUUID();
    await written(row, null, { ...REPORT, ...CLASSES, state: "RESOLVED", ...OUTCOME });
    await written(row, 1, { reactedAt: day("08:40"), registeredAt: day("08:05") });
    expect(await spans(row)).toEqual([
      ...["REGISTERED 08:05–08:40", "CLASSIFIED 08:40–08:40", "DIAGNOSING 08:40–08:40", "RESOLVING 08:40–12:30"],
      "RESOLVED 12:30–…",
    ]);
    await written(row, 2, { resolvedAt: day("13:00") });
    expect((await spans(row)).slice(3)).toEqual(["RESOLVING 08:40–13:00", "RESOLVED 13:00–…"]);
  });

  test("an undo puts a row back into its state from now on; a new row undone is retired", async () => {
    const row = crypto.randomUUID();
    const first = await written(row, null, REPORT);
    const second = await written(row, 1, { ...CLASSES, state: "CLASSIFIED" });
    expect((await undo(store, world.portfolio, "incidents", second)).results[0]?.outcome).toBe("APPLIED");
    expect(await spans(row)).toEqual(["REGISTERED 08:10–08:30", "CLASSIFIED 08:30–now", "REGISTERED now–…"]);
    const other = crypto.randomUUID();
    const batch = await written(other, null, REPORT);
    await undo(store, world.portfolio, "incidents", batch);
    expect(await spans(other)).toEqual(["REGISTERED 08:10–now", "CANCELLED now–…"]);
    expect(first).not.toBe(batch);
  });

  test("a refused row and a dry run keep nothing, and thousands of rows keep each their own", async () => {
    const row = crypto.randomUUID();
    await push(store, world.portfolio, {
      ...{ register: "incidents", batch: crypto.randomUUID(), part: 0, dryRun: true },
      rows: [{ row, base: null, cells: REPORT }],
    });
    expect(await spans(row)).toEqual([]);
    const rows = Array.from({ length: 2_500 }, () => ({ row: crypto.randomUUID(), base: null, cells: REPORT }));
    const refused = { row: crypto.randomUUID(), base: null, cells: { ...REPORT, title: null } };
    await push(store, world.portfolio, {
      ...{ register: "incidents", batch: crypto.randomUUID(), part: 0, dryRun: false },
      rows: [...rows, refused],
    });
    const found = await spansOfRows(
      store,
      [...rows, refused].map((one) => one.row),
    );
    expect(found.size).toBe(2_500);
    expect([...found.values()].every(({ length }) => length === 1)).toBe(true);
  });
});
