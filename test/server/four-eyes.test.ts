import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { Store } from "../../server/store/store.ts";
import { addService, send } from "../support/applications.ts";
import { putRow } from "../support/put-rows.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, newRow, type World } from "../support/world.ts";

let store: Store;
let world: World;
let all: Actor;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  await addService(world, "Pases");
  await putRow(store, world.portfolio, "categories", { name: "Tīkls" });
  // Whoever may do everything must still not do it alone.
  all = { ...world.portfolio, roles: ["SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER", "FRONT_OFFICE"] };
});
afterAll(() => store.close());

type Cells = Readonly<Record<string, Cell>>;

/** What became of the row: APPLIED, or the rules and codes it was refused by. */
async function write(actor: Actor, register: string, row: string, base: number | null, cells: Cells) {
  const { outcome, refusals = [] } = await send(world, register, actor, { row, base, cells });
  return outcome === "REFUSED" ? refusals.map(({ rule, code }) => rule ?? code) : outcome;
}

const MAJOR: Cells = {
  ...{ title: "Nestrādā", subject: "Pases", source: "PERSON", detectedAt: "2026-01-05T08:00:00Z" },
  ...{ category: "Tīkls", impact: "I1", urgency: "U1", outage: "FULL", major: true, assignee: "Anna Ozola" },
  ...{ coordinator: "Anna Ozola", reactedAt: "2026-01-05T08:10:00Z", registeredAt: "2026-01-05T08:05:00Z" },
  ...{ restoredAt: "2026-01-05T10:00:00Z", resolution: "FIX", workDone: "x", resolvedLevel: "L2" },
};
const CLOSED: Cells = { state: "CLOSED", confirmed: true, review: "x", lessons: 0 };

describe(rule("INCIDENT_MAJOR_FOUR_EYES", "by who took the steps, not by the name typed"), () => {
  const resolved: Cells = { ...MAJOR, state: "RESOLVED", resolver: "Anna Ozola" };
  test("whoever took it to resolved does not close it under another's name, somebody else does", async () => {
    const { row } = newRow({});
    expect(await write(all, "incidents", row, null, { ...MAJOR, state: "RESOLVING" })).toBe("APPLIED");
    expect(await write(all, "incidents", row, 1, { state: "RESOLVED", resolver: "Anna Ozola" })).toBe("APPLIED");
    expect(await write(all, "incidents", row, 2, CLOSED)).toEqual(["INCIDENT_MAJOR_FOUR_EYES"]);
    expect(await write(world.owner, "incidents", row, 2, CLOSED)).toBe("APPLIED");
  });
  test("nor in one go", async () => {
    const { row } = newRow({});
    expect(await write(all, "incidents", row, null, { ...MAJOR, state: "RESOLVING" })).toBe("APPLIED");
    const both = { ...CLOSED, resolver: "Anna Ozola" };
    expect(await write(all, "incidents", row, 1, both)).toEqual(["INCIDENT_MAJOR_FOUR_EYES"]);
  });
  test("history that is brought in keeps the names it has", async () => {
    const { row } = newRow({});
    const times = { resolvedAt: "2026-01-05T10:05:00Z", closedAt: "2026-01-06T10:00:00Z", closedBy: "Jānis Bērziņš" };
    expect(await write(all, "incidents", row, null, { ...resolved, ...CLOSED, ...times })).toBe("APPLIED");
  });
});

describe(rule("CHANGE_AUTHORISER_NOT_INVOLVED", "by who took the steps, not by the name typed"), () => {
  const REQUEST: Cells = {
    ...{ title: "Jauna versija", description: "x", reason: "x", subjects: ["Pases"], kind: "NORMAL" },
    ...{ complexity: "COMPLEX", experts: ["Anna Ozola", "Dace Liepa"] },
  };
  /** A normal complex change, assessed by both experts. */
  async function assessed(registrar: Actor, requester: string): Promise<string> {
    const { row } = newRow({});
    expect(await write(registrar, "changes", row, null, { ...REQUEST, requester })).toBe("APPLIED");
    await store.query("update change set state = 'ASSESSED', assessed_at = registered_at where id = $1", [row]);
    return row;
  }
  const authorise: Cells = { state: "AUTHORISED", board: "Atbalsta", boardOn: "2026-01-05" };

  test("whoever registered it does not authorise it under another's request; somebody else's request they do", async () => {
    const own = await assessed(all, "Anna Ozola");
    expect(await write(all, "changes", own, 1, authorise)).toEqual(["CHANGE_AUTHORISER_NOT_INVOLVED"]);
    const others = await assessed(world.owner, "Anna Ozola");
    expect(await write(all, "changes", others, 1, authorise)).toBe("APPLIED");
  });

  test("whoever authorised it does not carry it out under another's name", async () => {
    const row = await assessed(world.owner, "Anna Ozola");
    expect(await write(all, "changes", row, 1, authorise)).toBe("APPLIED");
    const plan = { plannedStart: "2026-01-10T08:00:00Z", plannedEnd: "2026-01-10T10:00:00Z", plan: "x" };
    const planned = { ...plan, implementers: ["Anna Ozola"], state: "PLANNED" };
    expect(await write(all, "changes", row, 2, planned)).toBe("APPLIED");
    expect(await write(all, "changes", row, 3, { state: "IMPLEMENTING" })).toEqual(["FOUR_EYES"]);
    expect(await write(world.provider, "changes", row, 3, { state: "IMPLEMENTING" })).toBe("APPLIED");
    expect(await write(all, "changes", row, 4, { state: "IMPLEMENTED", outcome: "SUCCESSFUL" })).toEqual(["FOUR_EYES"]);
  });

  test("nor is an emergency change authorised by who carries it out", async () => {
    const { row } = newRow({});
    const emergency = { ...REQUEST, kind: "EMERGENCY", requester: "Anna Ozola", implementers: ["Anna Ozola"] };
    expect(await write(world.owner, "changes", row, null, { ...emergency, orderedBy: "Jānis Bērziņš" })).toBe(
      "APPLIED",
    );
    expect(await write(all, "changes", row, 1, { state: "IMPLEMENTING" })).toBe("APPLIED");
    const own = { authorisedBy: all.name, authorisedAt: new Date().toISOString().slice(0, 19) + "Z" };
    expect(await write(all, "changes", row, 2, own)).toEqual(["CHANGE_AUTHORISER_NOT_INVOLVED"]);
  });
});
