import { describe, expect, it, test } from "vitest";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { incidents } from "./incidents.ts";
import type { Row } from "./register.ts";
import { ROLES, type Role } from "./roles.ts";
import { priorityOf } from "./support-options.ts";
import { USUAL_SETTINGS } from "./settings.ts";

const OWNER: Writer = { held: ["STAFF", "SERVICE_OWNER"] };
const FRONT: Writer = { held: ["STAFF", "FRONT_OFFICE"] };
const STAFF: Writer = { held: ["STAFF"] };

const REPORT: Row = {
  title: "E-pakalpojums neatveras",
  subject: "s1",
  source: "PERSON",
  detectedAt: "2026-11-21T08:00:00Z",
};
const CLASSES: Row = { category: "c1", impact: "I2", urgency: "U3", outage: "FULL", major: false };
const OUTCOME: Row = { restoredAt: "2026-11-21T09:00:00Z", resolution: "FIX", workDone: "Pārstartēts serveris" };
const REVIEW: Row = { confirmed: true, review: "Kas notika un kāpēc", lessons: 0 };

/** An incident in a state, with all that it needs there. */
function at(state: string, more: Row = {}): Row {
  const registered = write(incidents, null, REPORT, STAFF).row;
  const full: Row = {
    ...registered,
    registeredAt: "2026-11-21T08:10:00Z",
    ...(state === "REGISTERED" ? {} : { ...CLASSES, reactedAt: "2026-11-21T08:20:00Z", assignee: "a1" }),
    ...(state === "PENDING" ? { waitsFor: "SUPPLIER", waitsSince: "2026-11-21T08:30:00Z" } : {}),
    ...(state === "RESOLVED" || state === "CLOSED"
      ? { ...OUTCOME, resolver: "a1", resolvedAt: "2026-11-21T09:05:00Z" }
      : {}),
    ...more,
    state: "CLASSIFIED",
  };
  const { priority } = write(incidents, full, {}, OWNER).row;
  return { ...full, priority: state === "REGISTERED" ? null : (priority ?? null), state };
}
const step = (from: Row, to: string, cells: Row = {}, writer: Writer = OWNER) =>
  write(incidents, from, { state: to, ...cells }, writer);
const without = (row: Row, ...keys: string[]): Row => ({
  ...row,
  ...Object.fromEntries(keys.map((key) => [key, null])),
});

describe("to enter REGISTERED", () => {
  test(rule("INCIDENT_REGISTERED_NEEDS"), () => {
    expect(write(incidents, null, REPORT, STAFF).wrong).toEqual([]);
    for (const column of ["title", "subject", "source", "detectedAt"])
      expect(write(incidents, null, without(REPORT, column), STAFF).wrong).toEqual([`REQUIRED ${column}`]);
    // When it was registered is stamped, and cannot be taken away afterwards.
    expect(write(incidents, null, REPORT, STAFF).row).toMatchObject({
      registeredAt: NOW,
      reporter: "me",
      state: "REGISTERED",
    });
    expect(write(incidents, at("REGISTERED"), { registeredAt: null }, OWNER).wrong).toEqual([
      "STATE_NEEDS registeredAt",
    ]);
  });
  test(rule("INCIDENT_ANYONE_REGISTERS"), () => {
    expect(incidents.rights.create).toEqual(["STAFF", "MONITORING"]);
    const byMonitoring = write(
      incidents,
      null,
      { ...REPORT, source: "MONITORING" },
      { held: ["MONITORING"], person: null },
    );
    expect(byMonitoring.wrong).toEqual([]);
    expect(byMonitoring.row["reporter"]).toBeNull();
  });
});

describe("times", () => {
  const closed = at("CLOSED", { closedAt: "2026-11-21T09:30:00Z", confirmed: true });
  test.each([
    ["detectedAt", "2026-11-21T07:59:00Z", "detectedAt", { occurredAt: "2026-11-21T08:00:00Z" }],
    ["registeredAt", "2026-11-21T07:59:00Z", "registeredAt", {}],
    ["reactedAt", "2026-11-21T07:59:00Z", "reactedAt", {}],
    ["restoredAt", "2026-11-21T07:59:59Z", "restoredAt", {}],
    ["resolvedAt", "2026-11-21T08:59:00Z", "resolvedAt", {}],
    ["closedAt", "2026-11-21T09:04:00Z", "closedAt", {}],
  ])(`${rule("INCIDENT_TIMES_IN_ORDER")} %s at %s`, (column, time, shownAt, more) => {
    expect(write(incidents, null, { ...closed, ...more }, OWNER).wrong).not.toContain(
      `INCIDENT_TIMES_IN_ORDER ${shownAt}`,
    );
    expect(write(incidents, null, { ...closed, ...more, [column]: time }, OWNER).wrong).toContain(
      `INCIDENT_TIMES_IN_ORDER ${shownAt}`,
    );
  });
  test(rule("INCIDENT_TIMES_IN_ORDER", "equal times keep the order"), () => {
    const same = { ...REPORT, occurredAt: NOW, detectedAt: NOW, registeredAt: NOW };
    expect(write(incidents, null, same, STAFF).wrong).toEqual([]);
  });
  test(rule("TIME_NOT_IN_FUTURE"), () => {
    const { wrong, refusals } = write(incidents, null, { ...REPORT, registeredAt: "2026-11-21T10:00:01Z" }, STAFF);
    expect(wrong).toEqual(["TIME_NOT_IN_FUTURE registeredAt"]);
    expect(refusals[0]?.message.en).toContain("“Registered at” has not come yet");
    expect(write(incidents, null, { ...REPORT, registeredAt: NOW }, STAFF).wrong).toEqual([]);
  });
});

describe("to enter CLASSIFIED", () => {
  const report = at("REGISTERED");
  test(rule("INCIDENT_CLASSIFIED_NEEDS"), () => {
    const { wrong, row } = step(report, "CLASSIFIED", CLASSES);
    expect(wrong).toEqual([]);
    expect(row["reactedAt"]).toBe(NOW);
    for (const column of Object.keys(CLASSES))
      expect(step(report, "CLASSIFIED", without(CLASSES, column)).wrong).toEqual([`STEP_NEEDS ${column}`]);
  });
  test(rule("INCIDENT_PARTIAL_OUTAGE_HAS_SHARE"), () => {
    const partial = { ...CLASSES, outage: "PARTIAL" };
    expect(step(report, "CLASSIFIED", partial).wrong).toEqual(["INCIDENT_PARTIAL_OUTAGE_HAS_SHARE outageShare"]);
    expect(step(report, "CLASSIFIED", { ...partial, outageShare: 40 }).wrong).toEqual([]);
    expect(write(incidents, at("RESOLVING"), { outage: "PARTIAL" }, OWNER).wrong).toEqual([
      "INCIDENT_PARTIAL_OUTAGE_HAS_SHARE outageShare",
    ]);
  });
  test(rule("INCIDENT_PRIORITY_FROM_MATRIX"), () => {
    // The sums of domain.md: 2–3 P1, 4 P2, 5–6 P3, 7–8 P4; written out so that a slip in the formula shows.
    const matrix = ["P1 P1 P2 P3", "P1 P2 P3 P3", "P2 P3 P3 P4", "P3 P3 P4 P4"].map((line) => line.split(" "));
    for (const [i, line] of matrix.entries())
      for (const [u, priority] of line.entries()) {
        const cells = { ...CLASSES, impact: `I${i + 1}`, urgency: `U${u + 1}`, major: true, priority: "P4" };
        expect(step(report, "CLASSIFIED", cells).row["priority"]).toBe(priority);
      }
    expect(incidents.columns.priority.readOnly).toBe(true);
    expect(
      write(incidents, at("RESOLVING"), { impact: "I1", urgency: "U1", major: true, coordinator: "c" }, OWNER).row[
        "priority"
      ],
    ).toBe("P1");
    expect(report["priority"]).toBeNull();
  });
  test(rule("INCIDENT_PRIORITY_FROM_MATRIX", "an institution's own matrix"), () => {
    const priorities = [1, 2, 3, 4].map(() => ["P4", "P3", "P2", "P1"] as const);
    expect(priorityOf({ impact: "I1", urgency: "U4" }, { ...USUAL_SETTINGS, priorities })).toBe("P1");
    expect(priorityOf({ impact: "I1", urgency: null }, { ...USUAL_SETTINGS, priorities })).toBeNull();
  });
  test(rule("INCIDENT_P1_IS_MAJOR"), () => {
    const first = { ...CLASSES, impact: "I1", urgency: "U1" };
    expect(step(report, "CLASSIFIED", first).wrong).toEqual(["INCIDENT_P1_IS_MAJOR major"]);
    expect(step(report, "CLASSIFIED", { ...first, major: true }).wrong).toEqual([]);
    expect(step(report, "CLASSIFIED", { ...first, notMajorReason: "Mācību vide" }).wrong).toEqual([]);
    // It becomes P1 later, or the reason is taken away.
    expect(write(incidents, at("RESOLVING"), { impact: "I1", urgency: "U1" }, OWNER).wrong).toEqual([
      "INCIDENT_P1_IS_MAJOR major",
    ]);
    // The reason is the owner's word.
    expect(incidents.columns.notMajorReason.edit).toEqual(
      expect.arrayContaining([
        "SERVICE_OWNER",
        "RESOURCE_OWNER",
        "SERVICE_PORTFOLIO_OWNER",
        "RESOURCE_PORTFOLIO_OWNER",
      ]),
    );
    expect(incidents.columns.notMajorReason.edit).toHaveLength(4);
  });
});

describe("to enter DIAGNOSING", () => {
  const classified = at("CLASSIFIED");
  test(rule("INCIDENT_DIAGNOSING_HAS_ASSIGNEE"), () => {
    expect(step(classified, "DIAGNOSING").wrong).toEqual([]);
    expect(step(classified, "DIAGNOSING", { assignee: null }).wrong).toEqual(["STEP_NEEDS assignee"]);
    expect(write(incidents, at("RESOLVING"), { assignee: null }, OWNER).wrong).toEqual(["STATE_NEEDS assignee"]);
  });
  test(rule("INCIDENT_MAJOR_HAS_COORDINATOR"), () => {
    expect(step(classified, "DIAGNOSING", { major: true }).wrong).toEqual([
      "INCIDENT_MAJOR_HAS_COORDINATOR coordinator",
    ]);
    expect(step(classified, "DIAGNOSING", { major: true, coordinator: "k1" }).wrong).toEqual([]);
    // It turns out to be major while it is being resolved.
    expect(write(incidents, at("RESOLVING"), { major: true }, OWNER).wrong).toEqual([
      "INCIDENT_MAJOR_HAS_COORDINATOR coordinator",
    ]);
  });
});

describe("PENDING", () => {
  test(rule("INCIDENT_PENDING_SAYS_FOR_WHOM"), () => {
    const { row, wrong } = step(at("RESOLVING"), "PENDING", { waitsFor: "RECIPIENT" });
    expect(wrong).toEqual([]);
    expect(row["waitsSince"]).toBe(NOW);
    expect(step(at("RESOLVING"), "PENDING").wrong).toEqual(["STEP_NEEDS waitsFor"]);
    for (const column of ["waitsFor", "waitsSince"])
      expect(write(incidents, at("PENDING"), { [column]: null }, OWNER).wrong).toEqual([
        `INCIDENT_PENDING_SAYS_FOR_WHOM ${column}`,
      ]);
  });
  test(rule("INCIDENT_PENDING_FROM_AND_TO"), () => {
    const steps = incidents.lifecycle.transitions.filter(({ from, to }) => from === "PENDING" || to === "PENDING");
    expect(steps.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
      "DIAGNOSING PENDING",
      "PENDING CANCELLED",
      "PENDING DIAGNOSING",
      "PENDING RESOLVING",
      "RESOLVING PENDING",
    ]);
    for (const to of ["DIAGNOSING", "RESOLVING"]) {
      const { row, wrong } = step(at("PENDING"), to);
      expect(wrong).toEqual([]);
      expect(row).toMatchObject({ waitsFor: null, waitsSince: null });
    }
    // Waiting again begins anew.
    const again = step(step(at("PENDING"), "RESOLVING").row, "PENDING", { waitsFor: "SUPPLIER" }).row;
    expect(again["waitsSince"]).toBe(NOW);
  });
});

describe("to enter RESOLVED", () => {
  test(rule("INCIDENT_RESOLVED_NEEDS"), () => {
    const { row, wrong } = step(at("RESOLVING"), "RESOLVED", OUTCOME);
    expect(wrong).toEqual([]);
    expect(row).toMatchObject({ resolver: "me", resolvedAt: NOW });
    for (const column of Object.keys(OUTCOME))
      expect(step(at("RESOLVING"), "RESOLVED", without(OUTCOME, column)).wrong).toEqual([`STEP_NEEDS ${column}`]);
    expect(Object.keys(incidents.columns.resolution.options)).toEqual([
      "FIX",
      "WORKAROUND",
      "NOT_REPRODUCED",
      "EXTERNAL",
    ]);
  });
  test(rule("INCIDENT_WHO_WORKS"), () => {
    const may = new Set([
      "SERVICE_PROVIDER",
      "SERVICE_OWNER",
      "RESOURCE_OWNER",
      "SERVICE_PORTFOLIO_OWNER",
      "RESOURCE_PORTFOLIO_OWNER",
    ]);
    const ways = [
      ["REGISTERED", "CLASSIFIED", CLASSES],
      ["CLASSIFIED", "DIAGNOSING", {}],
      ["DIAGNOSING", "RESOLVING", {}],
      ["DIAGNOSING", "PENDING", { waitsFor: "SUPPLIER" }],
      ["PENDING", "DIAGNOSING", {}],
      ["RESOLVING", "RESOLVED", OUTCOME],
    ] as const;
    for (const [from, to, cells] of ways)
      for (const role of [...(Object.keys(ROLES) as Role[]), "STAFF", "MONITORING"] as const)
        expect([from, to, role, step(at(from), to, cells, { held: [role] }).wrong]).toEqual([
          from,
          to,
          role,
          may.has(role) ? [] : ["STEP_FORBIDDEN state"],
        ]);
  });
});

describe("to enter CLOSED", () => {
  const resolved = at("RESOLVED");
  const major = at("RESOLVED", { major: true, coordinator: "k1", resolver: "me" });
  test(rule("INCIDENT_CLOSED_WHEN_CONFIRMED"), () => {
    const { row, wrong } = step(resolved, "CLOSED", { confirmed: true }, FRONT);
    expect(wrong).toEqual([]);
    expect(row).toMatchObject({ closedAt: NOW, closedBy: "me" });
    expect(step(resolved, "CLOSED", {}, FRONT).wrong).toEqual(["STEP_NEEDS confirmed"]);
    expect(step(resolved, "CLOSED", { confirmed: false }, FRONT).wrong).toEqual([
      "INCIDENT_CLOSED_WHEN_CONFIRMED confirmed",
    ]);
  });
  test(rule("INCIDENT_WORKAROUND_HAS_PROBLEM"), () => {
    const workaround = at("RESOLVED", { resolution: "WORKAROUND", confirmed: true });
    const wrong = ["INCIDENT_WORKAROUND_HAS_PROBLEM problem"];
    expect(step(workaround, "CLOSED", {}, FRONT).wrong).toEqual(wrong);
    expect(step(workaround, "CLOSED", { problem: "p1" }, FRONT).wrong).toEqual([]);
    expect(step(workaround, "CLOSED", { noProblemReason: "Vienreizējs" }, FRONT).wrong).toEqual([]);
    const closed = step(workaround, "CLOSED", { problem: "p1" }, FRONT).row;
    expect(write(incidents, closed, { problem: null }, FRONT).wrong).toEqual(wrong);
  });
  test(rule("INCIDENT_MAJOR_IS_REVIEWED"), () => {
    const other: Writer = { ...OWNER, person: "other" };
    expect(step(major, "CLOSED", REVIEW, other).wrong).toEqual([]);
    for (const column of Object.keys(REVIEW))
      expect(step(major, "CLOSED", without(REVIEW, column), other).wrong).toEqual([`STEP_NEEDS ${column}`]);
    expect(step(resolved, "CLOSED", { confirmed: true }, other).wrong).toEqual([]);
  });
  test(rule("INCIDENT_LESSONS_HAVE_IMPROVEMENTS"), () => {
    const asked: Writer = { ...OWNER, person: "other", facts: { LESSONS_WITHOUT_IMPROVEMENT: { have: 1, need: 3 } } };
    const { wrong, refusals } = step(major, "CLOSED", { ...REVIEW, lessons: 3 }, asked);
    expect(wrong).toEqual(["INCIDENT_LESSONS_HAVE_IMPROVEMENTS lessons"]);
    expect(refusals[0]?.message.en).toContain("3 lessons, 1 improvements");
    expect(step(resolved, "CLOSED", { confirmed: true }, asked).wrong).toEqual([]);
  });
  test(rule("INCIDENT_WHO_CLOSES"), () => {
    const may = new Set(["FRONT_OFFICE", "SERVICE_OWNER", "RESOURCE_OWNER"]);
    for (const role of Object.keys(ROLES) as Role[])
      expect([role, step(resolved, "CLOSED", { confirmed: true }, { held: [role] }).wrong]).toEqual([
        role,
        may.has(role) ? [] : ["STEP_FORBIDDEN state"],
      ]);
  });
  test(rule("INCIDENT_MAJOR_FOUR_EYES"), () => {
    const may = new Set(["SERVICE_OWNER", "RESOURCE_OWNER", "SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"]);
    for (const role of Object.keys(ROLES) as Role[]) {
      expect([role, step(major, "CLOSED", REVIEW, { held: [role], person: "other" }).wrong]).toEqual([
        role,
        may.has(role) ? [] : ["STEP_FORBIDDEN state"],
      ]);
      if (may.has(role)) expect(step(major, "CLOSED", REVIEW, { held: [role] }).wrong).toEqual(["FOUR_EYES state"]);
    }
    // Resolving and closing at once are two steps of one person.
    const resolving = at("RESOLVING", { major: true, coordinator: "k1" });
    expect(step(resolving, "CLOSED", { ...OUTCOME, ...REVIEW }).wrong).toEqual(["FOUR_EYES state"]);
    // Nobody could tell without the name.
    expect(step({ ...major, resolver: null }, "CLOSED", REVIEW).wrong).toEqual(["STEP_NEEDS resolver"]);
    expect(incidents.columns.resolver.lockedFrom).toBe("RESOLVED");
    // Who resolved an ordinary one may close it.
    expect(step(at("RESOLVED", { resolver: "me" }), "CLOSED", { confirmed: true }).wrong).toEqual([]);
  });
});

test(rule("INCIDENT_REOPENING_COUNTED"), () => {
  expect(write(incidents, null, REPORT, STAFF).row["reopened"]).toBe(0);
  const once = step(at("RESOLVED", { confirmed: false }), "DIAGNOSING", {}, FRONT);
  expect(once.wrong).toEqual([]);
  expect(once.row).toMatchObject({
    reopened: 1,
    restoredAt: null,
    resolution: null,
    workDone: null,
    resolver: null,
    resolvedAt: null,
    confirmed: null,
  });
  const resolvedAgain = step(once.row, "RESOLVED", OUTCOME);
  expect(resolvedAgain.row).toMatchObject({ resolver: "me", resolvedAt: NOW, reopened: 1 });
  expect(step(resolvedAgain.row, "DIAGNOSING").row["reopened"]).toBe(2);
  // Going back from resolving is none, and is not counted as one.
  expect(step(at("RESOLVING"), "DIAGNOSING", OUTCOME).wrong).toEqual(["NO_SUCH_STEP state"]);
  expect(step(at("CLOSED", { closedAt: NOW, confirmed: true }), "DIAGNOSING").wrong).toEqual(["NO_SUCH_STEP state"]);
});

describe("CANCELLED", () => {
  it.each(["REGISTERED", "CLASSIFIED", "DIAGNOSING", "PENDING", "RESOLVING"])(
    `${rule("INCIDENT_CANCELLED_BEFORE_RESOLVED")} from %s`,
    (state) => {
      const reason = { cancelReason: "Dublikāts", duplicateOf: "i1" };
      expect(step(at(state), "CANCELLED", reason, FRONT).wrong).toEqual([]);
      expect(step(at(state), "CANCELLED", {}, FRONT).wrong).toEqual(["STEP_NEEDS cancelReason"]);
    },
  );
  test(rule("INCIDENT_CANCELLED_BEFORE_RESOLVED", "not from resolved or closed, nor by the way of a reopening"), () => {
    const cancel = { cancelReason: "Dublikāts" };
    expect(step(at("RESOLVED"), "CANCELLED", cancel).wrong).toEqual(["NO_SUCH_STEP state"]);
    const closed = at("CLOSED", { closedAt: NOW, confirmed: true });
    expect(step(closed, "CANCELLED", cancel).wrong).toEqual(["NO_SUCH_STEP state"]);
  });
});

test("what figures rest on is locked once an incident is closed", () => {
  const locked = Object.entries(incidents.columns).flatMap(([key, column]) =>
    "lockedFrom" in column && column.lockedFrom === "CLOSED" ? [key] : [],
  );
  expect(locked).toEqual(
    expect.arrayContaining([
      "subject",
      "detectedAt",
      "registeredAt",
      "reactedAt",
      "restoredAt",
      "impact",
      "urgency",
      "outage",
      "outageShare",
      "closedAt",
    ]),
  );
});
