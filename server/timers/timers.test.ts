import { afterAll, beforeAll, expect, test } from "vitest";
import type { RowTimer } from "../../schema/timers/answers.ts";
import { putRow } from "../../test/support/put-rows.ts";
import { openTestStore } from "../../test/support/store.ts";
import { makeWorld, type World } from "../../test/support/world.ts";
import { rebuildWindows } from "../calendar/windows.ts";
import type { Store } from "../store/store.ts";
import type { StoredCells } from "../store/stored-row.ts";
import { push } from "../sync/push.ts";
import { timers, timersOf } from "./timers.ts";

let store: Store;
let world: World;
let service: string;
let calendar: string;
let level: string;

const put = (key: string, cells: StoredCells) => putRow(store, world.portfolio, key, cells);
const HOURS = "08:30–17:00";

beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  calendar = await put("calendars", { name: "Birojs", state: "CURRENT" });
  await put("calendarEditions", {
    ...{ calendar, validFrom: "2020-01-01", holidays: "LV", movedDays: true, state: "CURRENT" },
    ...{ monday: HOURS, tuesday: HOURS, wednesday: HOURS, thursday: HOURS, friday: HOURS },
  });
  service = await put("services", { name: "Pieņemšana", calendar });
  const agreed = { subject: service, state: "AGREED", clockStops: ["RECIPIENT"], fulfil: 600 };
  level = await put("serviceLevels", {
    ...agreed,
    ...{ title: "Līmenis", validFrom: "2026-02-01", restoreP1: 120, restoreP2: 240, reactP1: 15, reactP2: 30 },
  });
  const former = { ...agreed, title: "Iepriekšējais", state: "ENDED", validFrom: "2025-01-01", validTo: "2026-02-01" };
  const ended = await put("serviceLevels", { ...former, restoreP2: 60, reactP2: 10 });
  await span(ended, "serviceLevels", "AGREED", "2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
  // Given up before it was agreed.
  await put("serviceLevels", { ...former, validFrom: "2026-02-01", validTo: null, restoreP2: 1 });
  await rebuildWindows(store, world.portfolio.institutionId, [calendar]);
});
afterAll(() => store.close());

async function span(
  row: string,
  register: string,
  state: string,
  from: string,
  to: string | null,
  waitsFor: string | null = null,
) {
  await store.query(
    `insert into state_span (institution_id, register, row_id, version, state, waits_for, from_, to_)
     values ($1, $2, $3, 1, $4, $5, $6, $7)`,
    [world.portfolio.institutionId, register, row, state, waitsFor, from, to],
  );
}

/** Riga in winter is two hours ahead of UTC. */
const at = (civil: string): string =>
  new Date(`2026-${civil.replace(" ", "T")}:00+02:00`).toISOString().replace(".000", "");
const incident = (cells: StoredCells) =>
  put("incidents", { subject: service, priority: "P2", state: "DIAGNOSING", ...cells });
async function told(id: string, register = "incidents"): Promise<readonly RowTimer[]> {
  return (await timersOf(store, world.portfolio.institutionId, register, [id])).get(id) ?? [];
}
const short = (all: readonly RowTimer[]) =>
  all.map(({ kind, state, target, used, due }) => [kind, state, target, used / 60, due]);

test("reaction and restoration run from registering and detecting, against the level agreed for the priority", async () => {
  const times = { detectedAt: at("02-06 15:00"), registeredAt: at("02-06 15:30") };
  const id = await incident({ ...times, reactedAt: at("02-06 16:00"), restoredAt: at("02-09 10:31"), state: "CLOSED" });
  const all = await told(id);
  expect(short(all)).toEqual([
    ["REACTION", "MET", 30, 30, at("02-06 16:00")],
    ["RESTORATION", "BREACHED", 240, 241, at("02-09 10:30")],
  ]);
  expect(all[1]).toMatchObject({
    remaining: -60,
    clock: (2 * 24 + 19) * 3_600 + 31 * 60,
    level: { id: level, name: "Līmenis" },
    calendar: { id: calendar, name: "Birojs" },
    pieces: [
      { kind: "COUNTED", from: at("02-06 15:00"), to: at("02-06 17:00"), counted: 7_200 },
      { kind: "CLOSED", from: at("02-06 17:00"), to: at("02-09 08:30"), counted: 0 },
      { kind: "COUNTED", from: at("02-09 08:30"), to: at("02-09 10:31"), counted: 7_260 },
    ],
  });
});

test("waiting stops the clock only for whom the level says so", async () => {
  const times = { detectedAt: at("02-10 09:00"), registeredAt: at("02-10 09:00"), restoredAt: at("02-10 16:00") };
  const id = await incident({ ...times, state: "RESOLVED" });
  await span(id, "incidents", "PENDING", at("02-10 10:00"), at("02-10 12:00"), "RECIPIENT");
  await span(id, "incidents", "PENDING", at("02-10 12:00"), at("02-10 13:00"), "SUPPLIER");
  const [, restoration] = await told(id);
  expect(short(restoration ? [restoration] : [])).toEqual([["RESTORATION", "BREACHED", 240, 300, at("02-10 15:00")]]);
  expect(restoration?.pieces[1]).toMatchObject({ kind: "PAUSED", why: { lv: "Gaida uz: Saņēmējs" } });
});

test("the level that was valid as it began counts, also after its end; a draft given up never does", async () => {
  const before = await incident({ detectedAt: at("01-30 09:00"), registeredAt: at("01-30 09:00") });
  expect((await told(before)).map(({ target, level: its }) => [target, its?.name])).toEqual([
    [10, "Iepriekšējais"],
    [60, "Iepriekšējais"],
  ]);
  const none = await incident({ detectedAt: "2024-06-01T09:00:00Z", registeredAt: "2024-06-01T09:00:00Z" });
  expect((await told(none)).map(({ state, due }) => [state, due])).toEqual([
    ["NO_TARGET", null],
    ["NO_TARGET", null],
  ]);
  const unclassified = await incident({
    detectedAt: at("02-10 09:00"),
    registeredAt: at("02-10 09:00"),
    priority: null,
  });
  expect((await told(unclassified)).map(({ state }) => state)).toEqual(["NO_TARGET", "NO_TARGET"]);
});

test("fulfilment ends when fulfilled, or rejected; who is cancelled has no timers; no calendar counts 24×7", async () => {
  const application = (cells: StoredCells) =>
    put("applications", { service, receivedAt: at("02-10 16:00"), priority: "P3", state: "FULFILLED", ...cells });
  const fulfilled = await application({ fulfilledAt: at("02-12 09:00") });
  expect(short(await told(fulfilled, "applications"))).toEqual([["FULFILMENT", "MET", 600, 600, at("02-12 09:00")]]);
  const rejected = await application({ state: "CLOSED" });
  await span(rejected, "applications", "REJECTED", at("02-11 09:00"), at("02-20 09:00"));
  expect(short(await told(rejected, "applications"))).toEqual([["FULFILMENT", "MET", 600, 90, at("02-12 09:00")]]);
  expect(await told(await application({ state: "CANCELLED" }), "applications")).toEqual([]);
  // Where no level says in how long, the application's own due time counts, by the clock.
  const alone = await put("services", { name: "Bez līmeņa" });
  for (const [due, state] of [
    [at("02-12 09:00"), "MET"],
    [at("02-12 08:59"), "BREACHED"],
  ] as const)
    expect(
      await told(await application({ service: alone, due, fulfilledAt: at("02-12 09:00") }), "applications"),
    ).toMatchObject([{ state, due, target: null, remaining: null }]);
  const bare = await put("services", { name: "Bez laika" });
  const always = await application({
    service: bare,
    receivedAt: at("03-28 12:00"),
    fulfilledAt: "2026-03-30T09:00:00Z",
  });
  expect(await told(always, "applications")).toMatchObject([{ calendar: null, target: null, used: 2_820 * 60 }]);
});

test("many rows are answered at once as each is alone; registers without timers have none", async () => {
  const rows = await store.query<{ id: string }>("select id from incident");
  const ids = rows.map(({ id }) => id);
  const all = await timersOf(store, world.portfolio.institutionId, "incidents", ids);
  expect([...all.keys()].sort()).toEqual([...ids].sort());
  const closed = (one: readonly RowTimer[] | undefined) => one?.filter(({ to }) => to !== null);
  for (const id of ids) expect(closed(all.get(id))).toEqual(closed(await told(id)));
  expect((await timersOf(store, world.portfolio.institutionId, "services", [service])).size).toBe(0);
});

test("another priority or target is counted over the whole time, and told with when it came", async () => {
  const change = async (register: string, row: string, cells: StoredCells) => {
    const one = { row, base: 1, cells };
    const request = { register, batch: crypto.randomUUID(), part: 0, dryRun: false, rows: [one] };
    expect(await push(store, world.portfolio, request)).toMatchObject({ results: [{ outcome: "APPLIED" }] });
  };
  const now = Date.now();
  const ago = (minutes: number) => `${new Date(now - minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const id = await incident({
    ...{ title: "Lēns", source: "PERSON", detectedAt: ago(60), registeredAt: ago(50), reactedAt: ago(45) },
    ...{
      state: "CLASSIFIED",
      category: crypto.randomUUID(),
      impact: "I2",
      urgency: "U2",
      outage: "NONE",
      major: false,
      reopened: 0,
    },
  });
  await change("incidents", id, { urgency: "U1", notMajorReason: "Maz skarto" });
  await change("serviceLevels", level, { restoreP1: 90 });
  const answer = await timers(store, world.portfolio, "incidents", id);
  expect(answer?.timers.map(({ priority, target }) => [priority, target])).toEqual([
    ["P1", 15],
    ["P1", 90],
  ]);
  expect(answer?.turns.map(({ what }) => what.en)).toEqual([
    "Priority: P2 → P1",
    expect.stringMatching(/^T-\d+: Restore P1, min: 120 → 90$/),
  ]);
});

test("nobody learns of a row that they may not know of", async () => {
  const id = await incident({ detectedAt: at("02-10 09:00"), registeredAt: at("02-10 09:00") });
  expect(await timers(store, world.stranger, "incidents", id)).toBeNull();
  expect(await timers(store, world.stranger, "incidents", crypto.randomUUID())).toBeNull();
  expect((await timersOf(store, world.stranger.institutionId, "incidents", [id])).size).toBe(0);
});
