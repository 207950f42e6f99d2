import { describe, expect, test } from "vitest";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { OPENED_BY_KIND } from "./application-lifecycle.ts";
import { applications } from "./applications.ts";
import type { Column, Row } from "./register.ts";
import { TARGET_GROUPS } from "./targets.ts";

const FRONT: Writer = { held: ["STAFF", "FRONT_OFFICE"] };
const EARLIER = "2026-11-20T08:00:00Z";

const REQUEST: Row = {
  title: "Izziņa par ienākumiem",
  channel: "PHONE",
  applicant: "J. Bērziņš",
  text: "Lūdzu izziņu",
};
const CLASSES: Row = { kind: "SERVICE_REQUEST", priority: "P3", level: "L1" };
const at = (state: string, more: Row = {}): Row => ({
  ...REQUEST,
  ...CLASSES,
  receivedAt: EARLIER,
  registeredAt: EARLIER,
  ...(state === "PENDING" && { waitsFor: "RECIPIENT" }),
  ...(state === "FULFILLED" && { fulfilledAt: "2026-11-21T08:00:00Z" }),
  ...more,
  state,
});
const step = (from: Row, to: string, cells: Row = {}, writer: Writer = FRONT) =>
  write(applications, from, { state: to, ...cells }, writer);

test(rule("APPLICATION_WHO_REGISTERS"), () => {
  expect(applications.rights.create).toEqual(["FRONT_OFFICE", "SERVICE_PROVIDER", "SERVICE_OWNER", "RECIPIENT"]);
  // A recipient holds the role for the applications that name them, and through nothing else.
  expect(applications.rowRoles.RECIPIENT).toEqual([{ column: "applicantPerson" }]);
  expect(write(applications, null, REQUEST, FRONT).wrong).toEqual([]);
  expect(write(applications, null, REQUEST, FRONT).row).toMatchObject({ receivedAt: NOW, registeredAt: NOW });
});

test(rule("APPLICATION_PERSONAL_DATA"), () => {
  const personal = Object.entries<Column>(applications.columns).flatMap(([key, { personal }]) =>
    personal ? [key] : [],
  );
  expect(personal).toEqual(["applicant", "contact", "applicantPerson", "text", "ratingNote"]);
  expect(applications.personalFor).toEqual(["FRONT_OFFICE", "SERVICE_PROVIDER", "SERVICE_OWNER", "RECIPIENT"]);
  // Searching and naming rows must not lead round it.
  for (const column of [applications.title, ...applications.matchBy]) expect(personal).not.toContain(column);
  expect(applications).not.toHaveProperty("search");
});

test(rule("APPLICATION_STEPS"), () => {
  const steps = applications.lifecycle.transitions.filter(({ to }) => to !== "CANCELLED");
  expect(steps.map(({ from, to }) => `${from} ${to}`)).toEqual([
    "REGISTERED CLASSIFIED",
    "CLASSIFIED IN_PROGRESS",
    "IN_PROGRESS PENDING",
    "PENDING IN_PROGRESS",
    "IN_PROGRESS FULFILLED",
    "IN_PROGRESS REJECTED",
    "FULFILLED CLOSED",
    "REJECTED CLOSED",
  ]);
  const { wrong, row } = write(applications, null, { ...REQUEST, ...CLASSES, state: "CLOSED" }, FRONT);
  expect(wrong).toEqual([]);
  expect(row).toMatchObject({ fulfilledAt: NOW, closedAt: NOW });
  expect(step(at("REJECTED", { rejectReason: "Nav pamata" }), "CLOSED").row["fulfilledAt"]).toBeUndefined();
  expect(step(at("CLOSED"), "IN_PROGRESS").wrong).toEqual(["NO_SUCH_STEP state"]);
});

test(rule("APPLICATION_CLASSIFIED_NEEDS"), () => {
  expect(write(applications, at("REGISTERED", { kind: null }), CLASSES, FRONT).wrong).toEqual([]);
  for (const column of Object.keys(CLASSES))
    expect(step(at("REGISTERED"), "CLASSIFIED", { [column]: null }).wrong).toEqual([`STEP_NEEDS ${column}`]);
});

test(rule("APPLICATION_PENDING_SAYS_FOR_WHOM"), () => {
  expect(step(at("IN_PROGRESS"), "PENDING").wrong).toEqual(["STEP_NEEDS waitsFor"]);
  expect(step(at("IN_PROGRESS"), "PENDING", { waitsFor: "SUPPLIER" }).wrong).toEqual([]);
  expect(write(applications, at("PENDING"), { waitsFor: null }, FRONT).wrong).toEqual([
    "APPLICATION_PENDING_SAYS_FOR_WHOM waitsFor",
  ]);
  expect(step(at("PENDING"), "IN_PROGRESS").row["waitsFor"]).toBeNull();
  expect(step(at("PENDING"), "FULFILLED").wrong).toEqual([]);
});

describe("escalations", () => {
  test(rule("APPLICATION_HANDED_ON_TO_SOMEBODY"), () => {
    const wrong = ["APPLICATION_HANDED_ON_TO_SOMEBODY assignee"];
    expect(step(at("CLASSIFIED"), "IN_PROGRESS").wrong).toEqual([]);
    expect(step(at("CLASSIFIED"), "IN_PROGRESS", { level: "L2" }).wrong).toEqual(wrong);
    expect(step(at("CLASSIFIED"), "IN_PROGRESS", { level: "L2", handedTo: "SIA Partneris" }).wrong).toEqual(wrong);
    expect(step(at("CLASSIFIED"), "IN_PROGRESS", { level: "L2", assignee: "a1" }).wrong).toEqual([]);
    expect(step(at("CLASSIFIED"), "IN_PROGRESS", { level: "L3", handedTo: "SIA Partneris" }).wrong).toEqual([]);
    // Handing on is no step: the level changes while work goes on.
    expect(write(applications, at("IN_PROGRESS"), { level: "L3" }, FRONT).wrong).toEqual(wrong);
  });
  test(rule("APPLICATION_ESCALATED_WITH_REASON"), () => {
    const wrong = ["APPLICATION_ESCALATED_WITH_REASON escalationReason"];
    expect(write(applications, at("IN_PROGRESS"), { escalatedTo: "m1" }, FRONT).wrong).toEqual(wrong);
    const told = write(
      applications,
      at("IN_PROGRESS"),
      { escalatedTo: "m1", escalationReason: "Nokavēts termiņš" },
      FRONT,
    );
    expect(told.wrong).toEqual([]);
    // To another manager for another reason.
    expect(write(applications, told.row, { escalatedTo: "m2" }, FRONT).wrong).toEqual(wrong);
    expect(write(applications, told.row, { escalatedTo: "m2", escalationReason: "Nav atbildes" }, FRONT).wrong).toEqual(
      [],
    );
    expect(write(applications, told.row, { title: "Labots" }, FRONT).wrong).toEqual([]);
  });
});

describe("an application that opens a record", () => {
  const opening = (kind: string, more: Row = {}) => at("CLASSIFIED", { kind, ...more });
  test(rule("APPLICATION_OPENS_ITS_RECORD"), () => {
    const wrong = ["APPLICATION_OPENS_ITS_RECORD opened"];
    expect(Object.values(OPENED_BY_KIND)).toEqual(TARGET_GROUPS.opened);
    for (const kind of Object.keys(applications.columns.kind.options)) {
      const opens = ["INCIDENT", "PROBLEM", "CHANGE"].includes(kind);
      expect([kind, step(opening(kind), "IN_PROGRESS").wrong]).toEqual([kind, opens ? wrong : []]);
      expect(step(opening(kind), "IN_PROGRESS", { opened: "r1" }).wrong).toEqual([]);
    }
    expect(
      write(applications, at("IN_PROGRESS", { kind: "INCIDENT", opened: "r1" }), { opened: null }, FRONT).wrong,
    ).toEqual(wrong);
    const facts = { OPENED_OTHER_KIND: { names: "PRB-2026-00001" } };
    expect(step(opening("INCIDENT"), "IN_PROGRESS", { opened: "p1" }, { ...FRONT, facts }).wrong).toEqual(wrong);
  });
  test(rule("APPLICATION_CLOSES_WITH_ITS_RECORD"), () => {
    const open: Writer = { ...FRONT, facts: { OPENED_RECORD_NOT_DONE: { names: "INC-2026-00001" } } };
    const followed = { kind: "INCIDENT", opened: "i1" };
    const { wrong, refusals } = step(at("IN_PROGRESS", followed), "FULFILLED", {}, open);
    expect(wrong).toEqual(["APPLICATION_CLOSES_WITH_ITS_RECORD opened"]);
    expect(refusals[0]?.message.en).toContain("INC-2026-00001");
    expect(step(at("FULFILLED", followed), "CLOSED", {}, open).wrong).toEqual([
      "APPLICATION_CLOSES_WITH_ITS_RECORD opened",
    ]);
    expect(step(at("IN_PROGRESS", followed), "CLOSED").wrong).toEqual([]);
    expect(step(at("REJECTED", { ...followed, rejectReason: "x" }), "CLOSED", {}, open).wrong).toEqual([]);
  });
});

test(rule("APPLICATION_REFUSED_WITH_REASON"), () => {
  expect(step(at("IN_PROGRESS"), "REJECTED").wrong).toEqual(["STEP_NEEDS rejectReason"]);
  expect(step(at("IN_PROGRESS"), "REJECTED", { rejectReason: "Nav pamata" }).wrong).toEqual([]);
  for (const state of ["REGISTERED", "CLASSIFIED", "IN_PROGRESS", "PENDING"]) {
    expect(step(at(state), "CANCELLED").wrong).toEqual(["STEP_NEEDS cancelReason"]);
    expect(step(at(state), "CANCELLED", { cancelReason: "Atsaukts" }).wrong).toEqual([]);
  }
});

test(rule("APPLICATION_TIMES_IN_ORDER"), () => {
  const closed = at("CLOSED", { fulfilledAt: "2026-11-21T08:00:00Z", closedAt: "2026-11-21T09:00:00Z" });
  expect(write(applications, closed, {}, FRONT).wrong).toEqual([]);
  for (const [column, time] of [
    ["registeredAt", "2026-11-20T07:59:59Z"],
    ["fulfilledAt", "2026-11-20T07:59:59Z"],
    ["closedAt", "2026-11-21T07:59:59Z"],
  ] as const)
    expect(write(applications, closed, { [column]: time }, FRONT).wrong).toEqual([
      `APPLICATION_TIMES_IN_ORDER ${column}`,
    ]);
});
