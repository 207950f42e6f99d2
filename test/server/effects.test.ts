import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { loadRows } from "../../server/store/rows.ts";
import type { Store } from "../../server/store/store.ts";
import { push } from "../../server/sync/push.ts";
import { putRow } from "../support/put-rows.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, type World } from "../support/world.ts";

let store: Store;
let world: World;
let service: string;
let clerk: Actor;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  clerk = { ...world.portfolio, roles: ["FRONT_OFFICE", "SERVICE_PORTFOLIO_OWNER", "SERVICE_PROVIDER"] };
  service = await putRow(store, clerk, "services", { name: "Izziņas", stage: "DELIVERING" });
  await putRow(store, clerk, "categories", { name: "Tīkls" });
});
afterAll(() => store.close());

type Cells = Readonly<Record<string, Cell>>;

async function write(register: string, rows: readonly { row: string; base: number | null; cells: Cells }[]) {
  const batch = crypto.randomUUID();
  const { results } = await push(store, clerk, { register, batch, part: 0, dryRun: false, rows });
  return { batch, results };
}

async function row(register: string, id: string) {
  const found = await loadRows(store, findRegister(register) ?? fail(), "id = $1", [id]);
  return found.get(id) ?? fail();
}
function fail(): never {
  throw new Error("not there");
}

const APPLICATION: Cells = {
  ...{ title: "Nevar atvērt izziņu", channel: "PHONE", service: "Izziņas", priority: "P3", level: "L1" },
  ...{ receivedAt: "2026-01-05T08:00:00Z", applicant: "Līga Lapa", text: "Mans personas kods ir …" },
};

/** An application at work, and the record it opened. */
async function opened(kind: string): Promise<{ readonly id: string; readonly record: string }> {
  const id = crypto.randomUUID();
  const cells = { ...APPLICATION, kind, state: "IN_PROGRESS" };
  const { results } = await write("applications", [{ row: id, base: null, cells }]);
  expect(results[0]?.refusals ?? results[0]?.outcome).toBe("APPLIED");
  return { id, record: String((await row("applications", id)).cells["opened"]) };
}

describe(rule("APPLICATION_OPENS_ITS_RECORD", "in the same write"), () => {
  test("an incident with title, service and when it was told, in the log and with its code in the answer", async () => {
    const id = crypto.randomUUID();
    const { batch, results } = await write("applications", [
      { row: id, base: null, cells: { ...APPLICATION, kind: "INCIDENT", state: "IN_PROGRESS" } },
    ]);
    const application = await row("applications", id);
    const incident = await row("incidents", String(application.cells["opened"]));
    expect(incident).toMatchObject({
      version: 1,
      cells: {
        ...{ title: "Nevar atvērt izziņu", subject: service, source: "PERSON", state: "REGISTERED" },
        ...{ detectedAt: "2026-01-05T08:00:00Z", reporter: clerk.personId },
        description: `Pieteikums / Application ${String(application.cells["code"])}`,
      },
    });
    expect(results[0]?.cells?.["opened"]).toBe(incident.cells["code"]);
    // What the applicant wrote is read by those named there alone.
    expect(JSON.stringify(incident.cells)).not.toContain("personas kods");
    const events = await store.query("select register, kind from event where batch = $1 order by seq", [batch]);
    expect(events).toEqual([
      { register: "applications", kind: "CREATE" },
      { register: "incidents", kind: "CREATE" },
    ]);
    const spans = await store.query("select state from state_span where row_id = $1", [incident.id]);
    expect(spans).toEqual([{ state: "REGISTERED" }]);
  });

  test("a problem, a change; of many in one write each its own, with codes one after another", async () => {
    expect((await row("problems", (await opened("PROBLEM")).record)).cells).toMatchObject({ subject: service });
    expect((await row("changes", (await opened("CHANGE")).record)).cells).toMatchObject({ subjects: [service] });
    const rows = Array.from({ length: 3 }, () => ({
      row: crypto.randomUUID(),
      base: null,
      cells: { ...APPLICATION, kind: "INCIDENT", state: "IN_PROGRESS" },
    }));
    const { results } = await write("applications", rows);
    const codes = results.map(({ cells }) => Number(String(cells?.["opened"]).slice(-5)));
    expect(codes).toEqual([codes[0], Number(codes[0]) + 1, Number(codes[0]) + 2]);
  });

  test("what the record cannot do without is asked of the application, and nothing is written", async () => {
    const id = crypto.randomUUID();
    const cells = { ...APPLICATION, service: null, kind: "INCIDENT", state: "IN_PROGRESS" };
    const before = await store.query("select count(*) from incident");
    const { results } = await write("applications", [{ row: id, base: null, cells }]);
    expect(results[0]).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "REQUIRED", column: "service" }] });
    expect(await store.query("select count(*) from incident")).toEqual(before);
  });

  test("one that names its record opens none; nor does one of another kind, or one over by the same write", async () => {
    const { record } = await opened("INCIDENT");
    const code = String((await row("incidents", record)).cells["code"]);
    const before = await store.query("select count(*) from incident");
    const named = { ...APPLICATION, kind: "INCIDENT", state: "IN_PROGRESS", opened: code };
    const other = { ...APPLICATION, kind: "INFORMATION", state: "IN_PROGRESS" };
    const over = { ...APPLICATION, kind: "INCIDENT", state: "CLOSED" };
    const { results } = await write(
      "applications",
      [named, other, over].map((cells) => ({ row: crypto.randomUUID(), base: null, cells })),
    );
    expect(results.map(({ outcome, refusals }) => refusals?.[0]?.rule ?? outcome)).toEqual([
      "APPLIED",
      "APPLIED",
      "APPLICATION_OPENS_ITS_RECORD",
    ]);
    expect(await store.query("select count(*) from incident")).toEqual(before);
  });
});

describe(rule("APPLICATION_CLOSES_WITH_ITS_RECORD", "in the same write"), () => {
  const SOLVED: Cells = {
    ...{ category: "Tīkls", impact: "I3", urgency: "U3", outage: "NONE", major: false, assignee: "Anna Ozola" },
    ...{ restoredAt: "2026-01-05T10:00:00Z", resolution: "FIX", workDone: "x", resolvedLevel: "L2", confirmed: true },
    ...{ reactedAt: "2026-01-05T09:00:00Z", registeredAt: "2026-01-05T08:30:00Z" },
  };

  test("fulfilled and closed when the record is closed, each step stamped, also from waiting", async () => {
    const [going, waiting] = [await opened("INCIDENT"), await opened("INCIDENT")];
    await write("applications", [{ row: waiting.id, base: 1, cells: { state: "PENDING", waitsFor: "SUPPLIER" } }]);
    const { batch, results } = await write(
      "incidents",
      [going, waiting].map(({ record }) => ({ row: record, base: 1, cells: { ...SOLVED, state: "CLOSED" } })),
    );
    expect(results.map(({ outcome, refusals }) => refusals ?? outcome)).toEqual(["APPLIED", "APPLIED"]);
    for (const { id } of [going, waiting]) {
      const { cells, version } = await row("applications", id);
      expect(cells).toMatchObject({ state: "CLOSED", waitsFor: null, rejectReason: null });
      expect(cells["fulfilledAt"]).toBe(cells["closedAt"]);
      expect(version).toBe(id === going.id ? 2 : 3);
    }
    const told = await store.query<{ actor: string }>(
      "select actor from event where batch = $1 and register = 'applications'",
      [batch],
    );
    expect(told.map(({ actor }) => actor)).toEqual([clerk.personId, clerk.personId]);
  });

  test("rejected and closed when the record is given up, without its reason being told", async () => {
    const { id, record } = await opened("CHANGE");
    await write("changes", [{ row: record, base: 1, cells: { state: "CANCELLED", cancelReason: "Iekšējs iemesls" } }]);
    const { cells } = await row("applications", id);
    const code = String((await row("changes", record)).cells["code"]);
    expect(cells).toMatchObject({ state: "CLOSED", rejectReason: `${code}: Atcelta / Cancelled`, fulfilledAt: null });
    const states = await store.query<{ state: string }>(
      "select changes->'state'->>1 as state from event where row_id = $1 and version > 1 order by seq",
      [id],
    );
    expect(states.map(({ state }) => state)).toEqual(["REJECTED", "CLOSED"]);
  });

  test("one not yet worked on, and one closed already, stay as they are", async () => {
    const [closed, other] = [await opened("INCIDENT"), await opened("INCIDENT")];
    await store.query("update application set state = 'CLASSIFIED' where id = $1", [other.id]);
    await store.query("update application set state = 'CLOSED' where id = $1", [closed.id]);
    await write(
      "incidents",
      [closed, other].map(({ record }) => ({
        row: record,
        base: 1,
        cells: { state: "CANCELLED", cancelReason: "Nav incidents" },
      })),
    );
    for (const { id } of [closed, other]) expect((await row("applications", id)).version).toBe(1);
  });

  test("articles that helped are counted, all uses of one write together, at every resolving", async () => {
    const article = await putRow(store, clerk, "knowledge", { title: "Kā labot", state: "PUBLISHED", useCount: 4 });
    const code = String((await row("knowledge", article)).cells["code"]);
    const incidents = [await opened("INCIDENT"), await opened("INCIDENT")];
    const cells = { ...SOLVED, confirmed: null, knowledge: [code], state: "RESOLVED" };
    const { results } = await write(
      "incidents",
      incidents.map(({ record }) => ({ row: record, base: 1, cells })),
    );
    expect(results.map(({ outcome, refusals }) => refusals ?? outcome)).toEqual(["APPLIED", "APPLIED"]);
    expect(await row("knowledge", article)).toMatchObject({ version: 2, cells: { useCount: 6 } });
  });
});
