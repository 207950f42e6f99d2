import { describe, expect, it } from "vitest";
import { NOW } from "../../test/support/write-row.ts";
import { applications } from "./applications.ts";
import { categories } from "./categories.ts";
import { incidents } from "./incidents.ts";
import { prepareRow } from "./prepare-row.ts";
import type { Register, Row } from "./register.ts";
import { USUAL_SETTINGS } from "./settings.ts";
import { spansOf } from "./spans.ts";

const moment = { now: NOW, today: NOW.slice(0, 10), person: "me", settings: USUAL_SETTINGS };

/** The spans of a write, as `STATE from` and for whom it waits. */
function spans(register: Register, before: Row | null, cells: Row): readonly string[] {
  const after = prepareRow(register, before, { ...before, ...cells }, moment);
  return spansOf(register, before, after, moment).map(({ state, from, waitsFor }) =>
    [state, from, ...(waitsFor === null ? [] : [waitsFor])].join(" "),
  );
}

describe("imported history", () => {
  const times: Row = {
    detectedAt: "2013-04-01T08:00:00Z",
    registeredAt: "2013-04-01T08:10:00Z",
    reactedAt: "2013-04-01T08:30:00Z",
    restoredAt: "2013-04-01T12:00:00Z",
    resolvedAt: "2013-04-01T12:30:00Z",
    closedAt: "2013-04-03T09:00:00Z",
    state: "CLOSED",
  };
  it("a whole incident has its own times from registered to closed", () => {
    expect(spans(incidents, null, times)).toEqual([
      "REGISTERED 2013-04-01T08:10:00Z",
      "CLASSIFIED 2013-04-01T08:30:00Z",
      "DIAGNOSING 2013-04-01T08:30:00Z",
      "RESOLVING 2013-04-01T08:30:00Z",
      "RESOLVED 2013-04-01T12:30:00Z",
      "CLOSED 2013-04-03T09:00:00Z",
    ]);
  });
  it("a step without a time has that of the step before it, never now", () => {
    expect(spans(incidents, null, { ...times, reactedAt: null, resolvedAt: null })).toEqual([
      "REGISTERED 2013-04-01T08:10:00Z",
      "CLASSIFIED 2013-04-01T08:10:00Z",
      "DIAGNOSING 2013-04-01T08:10:00Z",
      "RESOLVING 2013-04-01T08:10:00Z",
      "RESOLVED 2013-04-01T08:10:00Z",
      "CLOSED 2013-04-03T09:00:00Z",
    ]);
  });
  it("with none before it, it has that of the step after it", () => {
    expect(spans(incidents, null, { ...times, registeredAt: null, reactedAt: null, state: "RESOLVED" })).toEqual([
      "REGISTERED 2013-04-01T12:30:00Z",
      "CLASSIFIED 2013-04-01T12:30:00Z",
      "DIAGNOSING 2013-04-01T12:30:00Z",
      "RESOLVING 2013-04-01T12:30:00Z",
      "RESOLVED 2013-04-01T12:30:00Z",
    ]);
  });
  it("times never run backwards, should a step's be before the one it follows", () => {
    expect(spans(incidents, null, { ...times, reactedAt: "2013-04-01T08:05:00Z", state: "CLASSIFIED" })).toEqual([
      "REGISTERED 2013-04-01T08:10:00Z",
      "CLASSIFIED 2013-04-01T08:10:00Z",
    ]);
  });
  it("one that still waits tells since when and for whom", () => {
    const waiting = { ...times, state: "PENDING", waitsFor: "SUPPLIER", waitsSince: "2013-04-01T09:00:00Z" };
    expect(spans(incidents, null, waiting)).toEqual([
      "REGISTERED 2013-04-01T08:10:00Z",
      "CLASSIFIED 2013-04-01T08:30:00Z",
      "DIAGNOSING 2013-04-01T08:30:00Z",
      "PENDING 2013-04-01T09:00:00Z SUPPLIER",
    ]);
  });
});

describe("what happens now", () => {
  const registered: Row = { registeredAt: "2026-11-21T08:00:00Z", state: "REGISTERED" };
  it("a new row is in its first state since it was registered, or now", () => {
    expect(spans(incidents, null, {})).toEqual([`REGISTERED ${NOW}`]);
    expect(spans(incidents, null, { registeredAt: "2026-11-21T08:00:00Z" })).toEqual([
      "REGISTERED 2026-11-21T08:00:00Z",
    ]);
    expect(spans(categories, null, {})).toEqual([`CURRENT ${NOW}`]);
  });
  it("steps taken happen now, with a time of their own or without", () => {
    expect(spans(incidents, registered, { state: "DIAGNOSING" })).toEqual([`CLASSIFIED ${NOW}`, `DIAGNOSING ${NOW}`]);
    expect(spans(incidents, { ...registered, state: "DIAGNOSING" }, { state: "RESOLVING" })).toEqual([
      `RESOLVING ${NOW}`,
    ]);
  });
  it("a step before one whose time is given was taken no later", () => {
    const before = { ...registered, state: "CLASSIFIED" };
    const waiting = { state: "PENDING", waitsFor: "RECIPIENT", waitsSince: "2026-11-21T09:00:00Z" };
    expect(spans(incidents, before, waiting)).toEqual([
      "DIAGNOSING 2026-11-21T09:00:00Z",
      "PENDING 2026-11-21T09:00:00Z RECIPIENT",
    ]);
  });
  it("a write that takes no step begins nothing", () => {
    expect(spans(incidents, registered, { title: "Labots" })).toEqual([]);
  });
  it("a reopened incident is being diagnosed from now on, not from when it was resolved", () => {
    const resolved = { ...registered, resolvedAt: "2026-11-21T09:00:00Z", state: "RESOLVED" };
    expect(spans(incidents, resolved, { state: "DIAGNOSING" })).toEqual([`DIAGNOSING ${NOW}`]);
  });
  it("waiting for somebody else begins anew", () => {
    const pending = { ...registered, state: "PENDING", waitsFor: "RECIPIENT", waitsSince: "2026-11-21T09:00:00Z" };
    expect(spans(incidents, pending, { waitsFor: "SUPPLIER" })).toEqual([`PENDING ${NOW} SUPPLIER`]);
    expect(spans(incidents, pending, { waitsFor: "SUPPLIER", waitsSince: "2026-11-21T09:40:00Z" })).toEqual([
      "PENDING 2026-11-21T09:40:00Z SUPPLIER",
    ]);
    expect(spans(incidents, pending, { title: "Labots" })).toEqual([]);
    const held = { state: "PENDING", waitsFor: "RECIPIENT" };
    expect(spans(applications, held, { waitsFor: "SUPPLIER" })).toEqual([`PENDING ${NOW} SUPPLIER`]);
  });
  it("a register without a lifecycle has no states", () => {
    const { lifecycle: _, ...plain } = categories as Register;
    expect(spansOf(plain, null, {}, moment)).toEqual([]);
  });
});
