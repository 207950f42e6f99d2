import { describe, expect, it, test } from "vitest";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { incidents } from "./incidents.ts";
import { prepareRow } from "./prepare-row.ts";
import type { Register, Row } from "./register.ts";
import { applications } from "./applications.ts";
import { knowledge } from "./knowledge.ts";
import { problems } from "./problems.ts";
import { improvements } from "./improvements.ts";
import { USUAL_SETTINGS } from "./settings.ts";

const OWNER: Writer = { held: ["STAFF", "SERVICE_OWNER"] };
const moment = { now: NOW, today: NOW.slice(0, 10), person: "me", settings: USUAL_SETTINGS };

/** An incident as a log of ten years ago tells it. */
const PAST: Row = {
  title: "Tīkla pārtraukums",
  subject: "s1",
  source: "PERSON",
  category: "c1",
  impact: "I2",
  urgency: "U2",
  outage: "FULL",
  major: false,
  assignee: "a1",
  resolution: "FIX",
  workDone: "Nomainīts komutators",
  confirmed: true,
  detectedAt: "2013-04-01T08:00:00Z",
  registeredAt: "2013-04-01T08:10:00Z",
  restoredAt: "2013-04-01T12:00:00Z",
  closedAt: "2013-04-03T09:00:00Z",
};

describe(rule("HISTORY_KEEPS_ITS_TIMES"), () => {
  it("an incident imported as closed keeps its times, and what its log does not tell stays empty", () => {
    const { row, wrong } = write(incidents, null, { ...PAST, state: "CLOSED" }, OWNER);
    expect(wrong).toEqual([]);
    expect(row).toMatchObject(PAST);
    for (const column of ["reactedAt", "resolvedAt", "resolver", "reporter"])
      expect([column, row[column] ?? null]).toEqual([column, null]);
  });
  it("times of steps in between are kept too", () => {
    const times = {
      reactedAt: "2013-04-01T08:30:00Z",
      resolvedAt: "2013-04-01T12:30:00Z",
      resolver: "a1",
      closedBy: "f1",
    };
    expect(write(incidents, null, { ...PAST, ...times, state: "CLOSED" }, OWNER).row).toMatchObject(times);
  });
  it("no moment of registering is invented for it", () => {
    const { row, wrong } = write(incidents, null, { ...PAST, registeredAt: null, state: "CLOSED" }, OWNER);
    expect(row["registeredAt"]).toBeNull();
    expect(wrong).toContain("STEP_NEEDS registeredAt");
  });
  it("of a time that is given for the entering, no other one is made up", () => {
    const given = { title: "Izziņa", channel: "POST", registeredAt: "2026-11-20T08:00:00Z" };
    const { row, wrong } = write(applications, null, given, { held: ["FRONT_OFFICE"] });
    expect([row["receivedAt"] ?? null, wrong]).toEqual([null, ["STATE_NEEDS receivedAt"]]);
  });
  it("steps after the last time that is given happen now", () => {
    const cells: Row = { ...PAST, closedAt: null, reactedAt: "2013-04-01T08:30:00Z", state: "CLOSED" };
    expect(prepareRow(incidents, null, cells, moment)).toMatchObject({
      resolvedAt: NOW,
      closedAt: NOW,
      resolver: "me",
      closedBy: "me",
    });
  });
  it("a time to come is no history", () => {
    const row = prepareRow(incidents, null, { ...PAST, closedAt: "2026-11-22T10:00:00Z", state: "CLOSED" }, moment);
    expect(row).toMatchObject({ reactedAt: NOW, resolvedAt: NOW });
  });
});

describe("what happens now", () => {
  it("steps walked at once are all stamped with the moment and the person", () => {
    const cells = { ...PAST, registeredAt: null, closedAt: null, state: "CLOSED" };
    expect(prepareRow(incidents, null, cells, moment)).toMatchObject({
      registeredAt: NOW,
      reactedAt: NOW,
      resolvedAt: NOW,
      closedAt: NOW,
      reporter: "me",
      resolver: "me",
      closedBy: "me",
    });
  });
  it("who takes a step is told also where they give its time themselves", () => {
    const before = {
      ...PAST,
      closedAt: null,
      registeredAt: "2026-11-21T08:00:00Z",
      resolution: null,
      state: "RESOLVING",
    };
    const row = prepareRow(
      incidents,
      before,
      { ...before, state: "RESOLVED", resolvedAt: "2026-11-21T09:55:00Z" },
      moment,
    );
    expect(row).toMatchObject({ resolvedAt: "2026-11-21T09:55:00Z", resolver: "me" });
  });
  it("a time that a step on the way empties is no history", () => {
    const before: Row = {
      ...PAST,
      resolvedAt: "2026-11-20T08:00:00Z",
      resolver: "a1",
      closedAt: null,
      state: "RESOLVED",
    };
    const row = prepareRow(incidents, before, { ...before, state: "DIAGNOSING" }, moment);
    expect(row).toMatchObject({ resolvedAt: null, resolver: null, reopened: 1 });
  });
  it("a register without a lifecycle has its computed cells alone", () => {
    const { lifecycle: _, ...plain } = incidents as Register;
    expect(prepareRow(plain, null, { impact: "I1", urgency: "U1" }, moment)).toEqual({
      impact: "I1",
      urgency: "U1",
      priority: "P1",
      reopened: 0,
    });
  });
});

// Else the time of the first round would stand for the second one.
test.each<Register>([applications, incidents, problems, knowledge, improvements])(
  "a step of $key that can be taken again has its time emptied on the way back",
  ({ lifecycle }) => {
    for (const { from, to, at } of lifecycle?.transitions ?? []) {
      if (at === undefined) continue;
      const reached = new Set([to]);
      for (const state of reached)
        for (const step of lifecycle?.transitions ?? [])
          if (step.from === state && !step.clears?.includes(at)) reached.add(step.to);
      expect([to, at, reached.has(from)]).toEqual([to, at, false]);
    }
  },
);
