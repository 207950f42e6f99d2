import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";
import { put } from "./put.ts";
import type { Store } from "../../server/store/store.ts";

let server: TestServer;
let store: Store;
let [service, system, server1, printer] = ["", "", "", ""];
const CHANGE = { state: "PLANNED", kind: "NORMAL", complexity: "SIMPLE" };
const window = (from: number, to: number, day = 1) => ({
  plannedStart: `2027-03-0${day}T${String(from).padStart(2, "0")}:00:00Z`,
  plannedEnd: `2027-03-0${day}T${String(to).padStart(2, "0")}:00:00Z`,
});

beforeAll(async () => {
  server = await startTestServer();
  ({ store } = server.world);
  const { portfolio, owner } = server.world;
  const resource = (name: string) => put(store, portfolio, "resources", { name, stage: "DELIVERING" });
  service = await put(store, portfolio, "services", { name: "Pases", stage: "DELIVERING", owner: owner.personId });
  [system, server1, printer] = [await resource("Sistēma"), await resource("Serveris"), await resource("Printeris")];
  for (const [from, to] of [
    [service, system],
    [system, server1],
  ])
    await put(store, portfolio, "dependencies", { from, to, critical: from === service, state: "CURRENT" });
});
afterAll(async () => server?.close());

const QUERY = `query ($id: ID!) { collisions(change: $id) { window { from to } items { kind code how state on { name } more } } }`;
interface Found {
  readonly collisions: {
    window: object | null;
    items: { kind: string; code: string; how: string; on: object[] }[];
  } | null;
}
const ask = async (id: string, who: { readonly name: string } = server.world.owner) => {
  const { data, errors } = await server.ask<Found>(who, QUERY, { variables: { id } });
  expect(errors).toEqual([]);
  return data.collisions;
};

describe("collisions of a change", () => {
  test("are other changes in the same time on the same or a dependent subject, and freeze windows; nothing else", async () => {
    const { portfolio } = server.world;
    const change = (code: string, subjects: string[], cells: object) =>
      put(store, portfolio, "changes", { ...CHANGE, code, title: code, subjects, ...cells });
    const mine = await change("MINE", [server1], { ...window(10, 12), state: "ASSESSED" });
    await change("SAME", [server1, printer], window(11, 14));
    await change("ABOVE", [service], { ...window(9, 11), state: "AUTHORISED" });
    await change("LATER", [server1], window(12, 14));
    await change("ELSEWHERE", [printer], window(10, 12));
    await change("OVER", [server1], { ...window(10, 12), state: "CLOSED" });
    await change("UNDATED", [server1], {});
    const freeze = (code: string, subjects: string[], cells: object = {}) =>
      put(store, portfolio, "freezeWindows", {
        ...{ code, name: code, subjects, reason: "Vēlēšanas", state: "CURRENT" },
        ...{ start: "2027-03-01T00:00:00Z", end: "2027-03-02T00:00:00Z", ...cells },
      });
    await freeze("ALL", []);
    await freeze("SERVICE", [service]);
    await freeze("PRINTER", [printer]);
    await freeze("PAST", [], { end: "2027-03-01T10:00:00Z" });

    const found = await ask(mine);
    expect(found?.items.map(({ kind, code, how }) => [kind, code, how])).toEqual([
      ["FREEZE", "ALL", "SAME"],
      ["CHANGE", "SAME", "SAME"],
      ["FREEZE", "SERVICE", "DEPENDENT"],
      ["CHANGE", "ABOVE", "DEPENDENT"],
    ]);
    expect(found?.items[3]?.on).toEqual([{ name: "Pases" }]);
    expect(await ask(mine, server.world.stranger)).toBeNull();
  });

  test("cannot be told of a change without a window", async () => {
    const { portfolio } = server.world;
    const id = await put(store, portfolio, "changes", { ...CHANGE, title: "Bez laika", subjects: [server1] });
    expect(await ask(id)).toEqual({ window: null, items: [] });
  });

  test("are a warning on the authorising step and never a refusal", async () => {
    const { portfolio, owner } = server.world;
    const cells = { ...CHANGE, subjects: [service], requester: portfolio.personId, implementers: [portfolio.personId] };
    await put(store, portfolio, "changes", { ...cells, title: "Cita", ...window(20, 22, 5) });
    const mine = await put(store, portfolio, "changes", {
      ...cells,
      title: "Šī",
      state: "ASSESSED",
      ...window(20, 21, 5),
    });
    const steps = `query ($id: ID!) { change(id: $id) { allowedTransitions { to allowed warnings } } }`;
    const { data } = await server.ask<{
      change: { allowedTransitions: { to: string; allowed: boolean; warnings: string[] }[] };
    }>(owner, steps, { variables: { id: mine }, language: "lv" });
    const { allowedTransitions } = data.change;
    const authorising = allowedTransitions.find(({ to }) => to === "AUTHORISED");
    expect(authorising?.allowed).toBe(true);
    expect(authorising?.warnings).toEqual([
      expect.stringMatching(
        /^Tajā pašā laikā \(05\.03\.2027 22:00 – 06\.03\.2027 00:00\) notiek izmaiņa .* “Cita”: Pases\.$/,
      ),
    ]);
    expect(allowedTransitions.find(({ to }) => to === "REJECTED")?.warnings).toEqual([]);
  });
});

describe("paperwork of emergency changes", () => {
  test("is late when assessment or authorisation came after five working days, or never", async () => {
    const { portfolio, owner } = server.world;
    const emergency = (code: string, cells: object) =>
      put(store, portfolio, "changes", {
        ...{
          code,
          title: code,
          state: "IMPLEMENTED",
          kind: "EMERGENCY",
          subjects: [service],
          experts: [owner.personId],
        },
        ...cells,
      });
    const assessed = (change: string, givenAt: string) =>
      put(store, portfolio, "assessments", { change, expert: owner.personId, state: "GIVEN", givenAt });
    // A Monday: the fifth working day after it is the next Monday.
    const startedAt = "2026-03-02T10:00:00Z";
    await assessed(
      await emergency("IN-TIME", { startedAt, authorisedAt: "2026-03-09T20:00:00Z" }),
      "2026-03-03T08:00:00Z",
    );
    await assessed(
      await emergency("LATE", { startedAt, authorisedAt: "2026-03-09T22:30:00Z" }),
      "2026-03-03T08:00:00Z",
    );
    await emergency("NEVER", { startedAt, authorisedAt: "2026-03-03T08:00:00Z" });
    await emergency("NEW", { startedAt: new Date().toISOString() });
    const { data } = await server.ask<{
      emergencyPaperwork: { begun: number; late: number; changes: { code: string; due: string; late: boolean }[] };
    }>(owner, "{ emergencyPaperwork { begun late changes { code due late } } }");
    const { begun, late, changes } = data.emergencyPaperwork;
    expect([begun, late]).toEqual([4, 2]);
    expect(Object.fromEntries(changes.map(({ code, late }) => [code, late]))).toEqual({
      "IN-TIME": false,
      LATE: true,
      NEVER: true,
      NEW: false,
    });
    expect(changes.find(({ code }) => code === "LATE")?.due).toBe("2026-03-09");
  });
});
