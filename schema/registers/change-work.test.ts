import { describe, expect, it } from "vitest";
import { editable, locked } from "../../test/support/locked.ts";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { changes } from "./changes.ts";
import type { Row } from "./register.ts";
import type { Who } from "./roles.ts";

const asked: Row = {
  title: "Steidzams ielāps",
  description: "Uzliek ielāpu.",
  reason: "Ievainojamība.",
  subjects: ["r1"],
  requester: "anna",
  registeredAt: "2026-11-01T08:00:00Z",
};
const PLAN: Row = {
  plan: "1. Izmēģina. 2. Uzliek.",
  implementers: ["ivo"],
  plannedStart: "2026-11-20T18:00:00Z",
  plannedEnd: "2026-11-20T20:00:00Z",
};
const AUTHORISED: Row = { authorisedBy: "oļegs", authorisedAt: "2026-11-03T08:00:00Z" };
const normal = (state: string, cells: Row = {}): Row => ({
  ...asked,
  kind: "NORMAL",
  complexity: "SIMPLE",
  experts: ["eva"],
  ...AUTHORISED,
  ...cells,
  state,
});
const emergency = (state: string, cells: Row = {}): Row => ({
  ...asked,
  kind: "EMERGENCY",
  complexity: "SIMPLE",
  ...cells,
  state,
});
const as = (held: readonly Who[], person = "me", facts: NonNullable<Writer["facts"]> = {}): Writer => ({
  held,
  person,
  facts,
});
const step = (before: Row, state: string, cells: Row, writer: Writer) =>
  write(changes, before, { ...cells, state }, writer).wrong;
const OWNER = as(["RESOURCE_OWNER", "STAFF"]);

describe("an emergency change", () => {
  const word: Row = { orderedBy: "oļegs", implementers: ["ivo"] };
  it(rule("CHANGE_EMERGENCY_ON_OWNERS_WORD"), () => {
    expect(step(emergency("CLASSIFIED"), "IMPLEMENTING", word, OWNER)).toEqual([]);
    expect(step(emergency("CLASSIFIED"), "IMPLEMENTING", word, as(["STAFF"], "ivo"))).toEqual([]);
    expect(step(emergency("CLASSIFIED"), "IMPLEMENTING", word, as(["STAFF"], "cits"))).toEqual([
      "STEP_FORBIDDEN state",
    ]);
    expect(step(emergency("CLASSIFIED"), "IMPLEMENTING", { implementers: ["ivo"] }, OWNER)).toEqual([
      "STEP_NEEDS orderedBy",
    ]);
    const nobody = as(["STAFF"], "ivo", { WORD_OF_NO_OWNER: { names: "Oļegs Ozols" } });
    const { refusals } = write(changes, emergency("CLASSIFIED"), { ...word, state: "IMPLEMENTING" }, nobody);
    expect(refusals).toMatchObject([{ rule: "CHANGE_EMERGENCY_ON_OWNERS_WORD", column: "orderedBy" }]);
    expect(refusals[0]?.message.lv).toContain("Oļegs Ozols");
    // A normal change does not go that way.
    expect(step(normal("CLASSIFIED"), "IMPLEMENTING", word, as(["STAFF"], "ivo"))).not.toEqual([]);
    expect(step(emergency("CLASSIFIED"), "PLANNED", { ...word, ...PLAN }, OWNER)).toEqual(["NO_SUCH_STEP state"]);
  });
  it(rule("CHANGE_EMERGENCY_PAPERWORK"), () => {
    const done = emergency("IMPLEMENTED", { ...word, outcome: "SUCCESSFUL", implementedAt: "2026-11-10T08:00:00Z" });
    expect(step(done, "REVIEWED", { review: "Labi." }, OWNER)).toEqual([
      "STEP_NEEDS authorisedBy",
      "STEP_NEEDS authorisedAt",
    ]);
    const paper = { review: "Labi.", authorisedBy: "pēteris", authorisedAt: "2026-11-11T08:00:00Z" };
    const few = { TOO_FEW_ASSESSMENTS: { have: 0, need: 1 } };
    expect(step({ ...done, ...paper }, "REVIEWED", {}, as(["RESOURCE_OWNER"], "me", few))).toEqual([
      "CHANGE_EMERGENCY_PAPERWORK state",
    ]);
    expect(step({ ...done, ...paper }, "REVIEWED", {}, OWNER)).toEqual([]);
    // The owner's word does not stand for the portfolio owner's authorisation.
    const owners = { AUTHORISED_BY_NO_PORTFOLIO_OWNER: { names: "Oļegs Ozols" } };
    expect(step({ ...done, ...paper }, "REVIEWED", {}, as(["RESOURCE_OWNER"], "me", owners))).toEqual([
      "CHANGE_EMERGENCY_PAPERWORK authorisedBy",
    ]);
    expect(locked(changes, "IMPLEMENTED")).not.toContain("authorisedBy");
    for (const who of ["SERVICE_PROVIDER", "STAFF"] as const)
      expect(editable(changes, who)).not.toContain("authorisedBy");
    // The paperwork is the authoriser's own, and neither requester nor implementer.
    expect(write(changes, done, { authorisedBy: "ivo" }, as(["RESOURCE_PORTFOLIO_OWNER"], "ivo")).wrong).toEqual([
      "CHANGE_AUTHORISER_NOT_INVOLVED authorisedBy",
    ]);
  });
});

describe("planning and carrying out", () => {
  it(rule("CHANGE_PLAN_COMPLETE"), () => {
    expect(step(normal("AUTHORISED"), "PLANNED", PLAN, OWNER)).toEqual([]);
    expect(step(normal("AUTHORISED"), "PLANNED", {}, OWNER).sort()).toEqual(
      ["implementers", "plan", "plannedEnd", "plannedStart"].map((key) => `STEP_NEEDS ${key}`),
    );
    const standard = { ...asked, kind: "STANDARD", complexity: "SIMPLE", template: "t1", state: "CLASSIFIED" };
    expect(step(standard, "PLANNED", {}, OWNER).sort()).toEqual(
      ["implementers", "plannedEnd", "plannedStart"].map((key) => `STEP_NEEDS ${key}`),
    );
  });
  it(rule("CHANGE_DONE_BY_DOERS"), () => {
    const planned = normal("PLANNED", PLAN);
    for (const asking of [as(["SERVICE_PROVIDER"]), as(["STAFF"], "ivo"), OWNER]) {
      expect(step(planned, "IMPLEMENTING", {}, asking)).toEqual([]);
      expect(step({ ...planned, state: "IMPLEMENTING" }, "IMPLEMENTED", { outcome: "FAILED" }, asking)).toEqual([]);
    }
    expect(step(planned, "IMPLEMENTING", {}, as(["STAFF", "FRONT_OFFICE"]))).toEqual(["STEP_FORBIDDEN state"]);
    // Implementers may be anyone of the institution: what they write down is open to them.
    expect(editable(changes, "STAFF")).toEqual(expect.arrayContaining(["state", "outcome", "deviations", "startedAt"]));
  });
  it(rule("CHANGE_WINDOW_IN_ORDER"), () => {
    const window = (plannedStart: string | null, plannedEnd: string | null) =>
      write(changes, normal("AUTHORISED"), { ...PLAN, plannedStart, plannedEnd }, OWNER).wrong;
    expect(window("2026-11-22T18:00:00Z", "2026-11-22T18:00:01Z")).toEqual([]);
    expect(window("2026-11-22T18:00:00Z", "2026-11-22T18:00:00Z")).toEqual(["CHANGE_WINDOW_IN_ORDER plannedEnd"]);
    expect(window("2026-11-22T18:00:00Z", "2026-11-21T18:00:00Z")).toEqual(["CHANGE_WINDOW_IN_ORDER plannedEnd"]);
    expect(window("2026-11-22T18:00:00Z", null)).toEqual([]);
    const plan = ["plan", "plannedStart", "plannedEnd", "outageStart", "outageEnd"];
    expect(locked(changes, "IMPLEMENTING")).toEqual(expect.arrayContaining(plan));
    for (const key of plan) expect(locked(changes, "PLANNED")).not.toContain(key);
  });
  it(rule("CHANGE_OUTAGE_IN_WINDOW"), () => {
    const outage = (outageStart: string | null, outageEnd: string | null) =>
      write(changes, normal("AUTHORISED"), { ...PLAN, outageStart, outageEnd }, OWNER).wrong;
    expect(outage("2026-11-20T18:00:00Z", "2026-11-20T20:00:00Z")).toEqual([]);
    expect(outage(null, null)).toEqual([]);
    for (const [start, end] of [
      ["2026-11-20T17:59:59Z", "2026-11-20T19:00:00Z"],
      ["2026-11-20T19:00:00Z", "2026-11-20T20:00:01Z"],
      ["2026-11-20T19:00:00Z", "2026-11-20T19:00:00Z"],
      ["2026-11-20T19:00:00Z", null],
      [null, "2026-11-20T19:00:00Z"],
    ] as const)
      expect(outage(start, end)).toEqual(["CHANGE_OUTAGE_IN_WINDOW outageStart"]);
  });
  const doing = normal("IMPLEMENTING", { ...PLAN, startedAt: "2026-11-20T18:00:00Z" });
  it(rule("CHANGE_OUTCOME_TOLD"), () => {
    expect(step(doing, "IMPLEMENTED", {}, OWNER)).toEqual(["STEP_NEEDS outcome"]);
    for (const outcome of ["SUCCESSFUL", "FAILED", "ROLLED_BACK"])
      expect(step(doing, "IMPLEMENTED", { outcome }, OWNER)).toEqual([]);
    expect(Object.keys(changes.columns.outcome.options)).toHaveLength(4);
  });
  it(rule("CHANGE_DEVIATIONS_TOLD"), () => {
    const deviated = { outcome: "SUCCESSFUL_WITH_DEVIATION" };
    expect(step(doing, "IMPLEMENTED", deviated, OWNER)).toEqual(["CHANGE_DEVIATIONS_TOLD deviations"]);
    expect(step(doing, "IMPLEMENTED", { ...deviated, deviations: "Vēlāk par stundu." }, OWNER)).toEqual([]);
  });
  it(rule("CHANGE_REVIEW_NEEDED"), () => {
    const done = normal("IMPLEMENTED", { ...PLAN, outcome: "SUCCESSFUL" });
    expect(step(done, "REVIEWED", {}, OWNER)).toEqual(["STEP_NEEDS review"]);
    const { row, wrong } = write(changes, done, { review: "Labi.", state: "REVIEWED" }, OWNER);
    expect(wrong).toEqual([]);
    expect(row).toMatchObject({ reviewedBy: "me", reviewedAt: NOW });
    expect(step(row, "CLOSED", {}, OWNER)).toEqual([]);
    expect(step(done, "CLOSED", {}, OWNER)).toEqual(["STEP_NEEDS review"]);
  });
});

describe("cancelling", () => {
  it(rule("CHANGE_CANCELLED_BEFORE_IMPLEMENTING"), () => {
    const why = { cancelReason: "Vairs nevajag." };
    for (const state of ["REGISTERED", "CLASSIFIED", "ASSESSED", "AUTHORISED", "PLANNED"]) {
      expect(step(normal(state, PLAN), "CANCELLED", why, OWNER)).toEqual([]);
      expect(step(normal(state, PLAN), "CANCELLED", why, as(["STAFF"], "anna"))).toEqual([]);
      expect(step(normal(state, PLAN), "CANCELLED", why, as(["STAFF"], "cits"))).toEqual(["STEP_FORBIDDEN state"]);
      expect(step(normal(state, PLAN), "CANCELLED", {}, OWNER)).toEqual(["STEP_NEEDS cancelReason"]);
    }
    for (const state of ["IMPLEMENTING", "IMPLEMENTED", "REVIEWED", "CLOSED", "REJECTED"])
      expect(step(normal(state, PLAN), "CANCELLED", why, OWNER)).toContain("NO_SUCH_STEP state");
  });
});

describe("times", () => {
  const order = ["registeredAt", "assessedAt", "authorisedAt", "startedAt", "implementedAt", "reviewedAt", "closedAt"];
  const times = Object.fromEntries(order.map((key, index) => [key, `2026-11-0${index + 1}T08:00:00Z`]));
  const closed = { ...PLAN, ...times, outcome: "SUCCESSFUL", review: "Labi.", reviewedBy: "rita" };
  it(rule("CHANGE_TIMES_IN_ORDER"), () => {
    expect(write(changes, null, normal("CLOSED", closed), OWNER).wrong).toEqual([]);
    // Each time an hour before the one that goes before it.
    order.slice(1).forEach((key, index) => {
      const early = { ...closed, [key]: `2026-11-0${index + 1}T07:00:00Z` };
      expect(write(changes, null, normal("CLOSED", early), OWNER).wrong).toEqual([`CHANGE_TIMES_IN_ORDER ${key}`]);
    });
    // Paperwork of an emergency change follows, in whichever order.
    const late = {
      ...closed,
      orderedBy: "oļegs",
      authorisedAt: "2026-11-05T09:00:00Z",
      assessedAt: "2026-11-05T10:00:00Z",
    };
    expect(write(changes, null, emergency("CLOSED", { ...late, authorisedBy: "pēteris" }), OWNER).wrong).toEqual([]);
    const before = { ...late, authorisedBy: "pēteris", authorisedAt: "2026-10-31T08:00:00Z" };
    expect(write(changes, null, emergency("CLOSED", before), OWNER).wrong).toEqual([
      "CHANGE_TIMES_IN_ORDER authorisedAt",
    ]);
  });
  it(rule("CHANGE_TIMES_KEPT"), () => {
    const { row } = write(changes, null, normal("CLOSED", closed), OWNER);
    expect(row).toMatchObject(times);
    const now = write(changes, normal("PLANNED", PLAN), { state: "IMPLEMENTED", outcome: "SUCCESSFUL" }, OWNER);
    expect(now.row).toMatchObject({ startedAt: NOW, implementedAt: NOW });
    expect(now.wrong).toEqual([]);
  });
});
