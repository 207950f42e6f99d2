import { describe, expect, it } from "vitest";
import { editable, locked } from "../../test/support/locked.ts";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { changes } from "./changes.ts";
import type { Row } from "./register.ts";
import type { Who } from "./roles.ts";

const PORTFOLIO: Who[] = ["SERVICE_PORTFOLIO_OWNER", "STAFF"];
const OWNER: Who[] = ["SERVICE_OWNER", "STAFF"];

const asked: Row = {
  code: "CHG-2026-00001",
  title: "Jauna veidlapa",
  description: "Veidlapai pievieno lauku.",
  reason: "Mainīts likums.",
  subjects: ["p1"],
  requester: "anna",
  registeredAt: "2026-11-01T08:00:00Z",
  state: "REGISTERED",
};
const STANDARD: Row = { kind: "STANDARD", complexity: "SIMPLE", template: "t1" };
const SIMPLE: Row = { kind: "NORMAL", complexity: "SIMPLE", experts: ["eva"] };
const COMPLEX: Row = { kind: "NORMAL", complexity: "COMPLEX", experts: ["eva", "egils"] };
const EMERGENCY: Row = { kind: "EMERGENCY", complexity: "SIMPLE" };
const PLAN: Row = {
  plan: "1. Izmēģina. 2. Uzliek.",
  implementers: ["ivo"],
  plannedStart: "2026-11-22T18:00:00Z",
  plannedEnd: "2026-11-22T20:00:00Z",
};
const BOARD: Row = { board: "Padome iesaka atļaut.", boardOn: "2026-11-20" };
const at = (state: string, ...cells: readonly Row[]): Row => ({
  ...cells.reduce((row, more) => ({ ...row, ...more }), asked),
  state,
});

/** What is wrong with taking `before` to `state` with `cells`. */
const step = (before: Row, state: string, cells: Row, writer: Writer) =>
  write(changes, before, { ...cells, state }, writer).wrong;
const as = (held: readonly Who[], person = "me", facts: NonNullable<Writer["facts"]> = {}): Writer => ({
  held,
  person,
  facts,
});

describe("registering and classifying", () => {
  it(rule("CHANGE_REGISTERED_BY_EVERYONE"), () => {
    const { row, wrong } = write(changes, null, { title: "Jauna veidlapa" }, as(["STAFF"]));
    expect(wrong).toEqual([]);
    expect(row).toMatchObject({ requester: "me", registeredAt: NOW, state: "REGISTERED" });
    expect(changes.rights.create).toEqual(["STAFF"]);
    expect(editable(changes, "STAFF")).toEqual(expect.arrayContaining(["title", "description", "reason", "subjects"]));
    expect(locked(changes, "REGISTERED")).toEqual(["requester", "registeredAt"]);
    expect(write(changes, null, { title: "x", requester: "anna" }, as(["STAFF"])).row).toMatchObject({
      requester: "anna",
    });
  });
  it(rule("CHANGE_STEPS_BY_OWNERS"), () => {
    for (const who of [
      "SERVICE_OWNER",
      "RESOURCE_OWNER",
      "SERVICE_PORTFOLIO_OWNER",
      "RESOURCE_PORTFOLIO_OWNER",
    ] as const)
      expect(step(at("REGISTERED"), "CLASSIFIED", SIMPLE, as([who]))).toEqual([]);
    for (const who of ["STAFF", "SERVICE_PROVIDER", "FRONT_OFFICE", "MONITORING"] as const) {
      expect(step(at("REGISTERED"), "CLASSIFIED", SIMPLE, as([who]))).toEqual(["STEP_FORBIDDEN state"]);
      const implemented = at("IMPLEMENTED", STANDARD, PLAN, { outcome: "SUCCESSFUL" });
      expect(step(implemented, "REVIEWED", { review: "Labi." }, as([who]))).toEqual(["STEP_FORBIDDEN state"]);
      const reviewed = at("REVIEWED", STANDARD, PLAN, { outcome: "SUCCESSFUL", review: "Labi." });
      expect(step(reviewed, "CLOSED", {}, as([who]))).toEqual(["STEP_FORBIDDEN state"]);
    }
  });
  it(rule("CHANGE_MODEL_DECIDES"), () => {
    expect(step(at("REGISTERED"), "CLASSIFIED", {}, as(OWNER))).toEqual(["STEP_NEEDS kind", "STEP_NEEDS complexity"]);
    expect(step(at("REGISTERED"), "CLASSIFIED", { kind: "NORMAL" }, as(OWNER))).toEqual(["STEP_NEEDS complexity"]);
    const model = changes.lifecycle.model;
    expect([STANDARD, SIMPLE, COMPLEX, EMERGENCY, { kind: "NORMAL" }, {}].map(model)).toEqual([
      "STANDARD",
      "NORMAL_SIMPLE",
      "NORMAL_COMPLEX",
      "EMERGENCY",
      null,
      null,
    ]);
    expect(model({ kind: "EMERGENCY", complexity: "COMPLEX" })).toBe("EMERGENCY");
    expect(locked(changes, "CLASSIFIED")).toEqual(expect.arrayContaining(["kind", "complexity", "subjects"]));
    expect(locked(changes, "REGISTERED")).not.toContain("kind");
  });
  it(rule("CHANGE_STEPS_IN_ORDER"), () => {
    expect(step(at("ASSESSED", SIMPLE), "CLASSIFIED", {}, as(OWNER))).toEqual(["NO_SUCH_STEP state"]);
    expect(step(at("IMPLEMENTED", SIMPLE, PLAN), "PLANNED", {}, as(OWNER))).toContain("NO_SUCH_STEP state");
    // Several steps are walked as one act, and the one that fails is named.
    const { refusals } = write(changes, at("CLASSIFIED", COMPLEX), { state: "AUTHORISED", ...BOARD }, as(OWNER));
    expect(refusals.map(({ message }) => message.en)).toEqual([
      expect.stringMatching(/from “Assessed” to “Authorised”.*Service portfolio owner/),
    ]);
  });
});

describe("a standard change", () => {
  it(rule("CHANGE_STANDARD_HAS_TEMPLATE"), () => {
    expect(step(at("REGISTERED"), "CLASSIFIED", { ...STANDARD, template: null }, as(OWNER))).toEqual([
      "CHANGE_STANDARD_HAS_TEMPLATE template",
    ]);
    const unapproved = { TEMPLATE_NOT_APPROVED: {} };
    expect(step(at("REGISTERED"), "CLASSIFIED", STANDARD, as(OWNER, "me", unapproved))).toEqual([
      "CHANGE_STANDARD_HAS_TEMPLATE template",
    ]);
    // A template retired meanwhile serves no more; others than standard changes are not asked for one.
    expect(step(at("CLASSIFIED", STANDARD), "PLANNED", PLAN, as(OWNER, "me", unapproved))).toEqual([
      "CHANGE_STANDARD_HAS_TEMPLATE template",
    ]);
    expect(step(at("REGISTERED"), "CLASSIFIED", { ...SIMPLE, template: "t1" }, as(OWNER, "me", unapproved))).toEqual(
      [],
    );
  });
  it(rule("CHANGE_STANDARD_WITHIN_TEMPLATE"), () => {
    const others = as(OWNER, "me", { TEMPLATE_FOR_OTHERS: { names: "P-0007" } });
    const { refusals } = write(changes, at("REGISTERED"), { ...STANDARD, state: "CLASSIFIED" }, others);
    expect(refusals).toMatchObject([{ rule: "CHANGE_STANDARD_WITHIN_TEMPLATE", column: "template" }]);
    expect(refusals[0]?.message.lv).toContain("P-0007");
    expect(step(at("CLASSIFIED", STANDARD), "PLANNED", PLAN, others)).toEqual([
      "CHANGE_STANDARD_WITHIN_TEMPLATE template",
    ]);
    expect(step(at("REGISTERED"), "CLASSIFIED", { ...SIMPLE, template: "t1" }, others)).toEqual([]);
  });
  it(rule("CHANGE_STANDARD_WAY"), () => {
    expect(step(at("CLASSIFIED", STANDARD), "PLANNED", { ...PLAN, plan: null }, as(["SERVICE_PROVIDER"]))).toEqual([]);
    for (const state of ["ASSESSED", "AUTHORISED", "REJECTED"])
      expect(step(at("CLASSIFIED", STANDARD), state, {}, as(PORTFOLIO))).toEqual(["NO_SUCH_STEP state"]);
    for (const model of [SIMPLE, COMPLEX])
      expect(step(at("CLASSIFIED", model), "PLANNED", { ...PLAN, ...BOARD }, as(["SERVICE_PROVIDER"]))).toEqual([
        "STEP_FORBIDDEN state",
      ]);
  });
});

describe("a normal change", () => {
  const assessed = (model: Row) => at("ASSESSED", model, { assessedAt: "2026-11-02T08:00:00Z" });
  it(rule("CHANGE_ASSESSED_ENOUGH"), () => {
    const few = (have: number, need: number) => ({ TOO_FEW_ASSESSMENTS: { have, need } });
    expect(step(at("CLASSIFIED", SIMPLE), "ASSESSED", {}, as(OWNER))).toEqual([]);
    expect(step(at("CLASSIFIED", SIMPLE), "ASSESSED", {}, as(["STAFF"], "eva"))).toEqual([]);
    expect(step(at("CLASSIFIED", SIMPLE), "ASSESSED", {}, as(["STAFF"], "cits"))).toEqual(["STEP_FORBIDDEN state"]);
    expect(step(at("CLASSIFIED", SIMPLE), "ASSESSED", { experts: null }, as(OWNER))).toEqual(["STEP_NEEDS experts"]);
    const { refusals } = write(changes, at("CLASSIFIED", COMPLEX), { state: "ASSESSED" }, as(OWNER, "me", few(1, 2)));
    expect(refusals).toMatchObject([{ rule: "CHANGE_ASSESSED_ENOUGH", column: "state" }]);
    expect(refusals[0]?.message.en).toMatch(/given 1 .* 2 are needed/);
  });
  it(rule("CHANGE_SIMPLE_BY_OWNER"), () => {
    for (const who of ["SERVICE_OWNER", "RESOURCE_OWNER"] as const) {
      expect(step(assessed(SIMPLE), "AUTHORISED", {}, as([who]))).toEqual([]);
      expect(step(assessed(SIMPLE), "REJECTED", { rejectReason: "Par dārgu." }, as([who]))).toEqual([]);
    }
    for (const who of ["SERVICE_PORTFOLIO_OWNER", "SERVICE_PROVIDER", "FRONT_OFFICE", "STAFF"] as const)
      expect(step(assessed(SIMPLE), "AUTHORISED", {}, as([who]))).toEqual(["STEP_FORBIDDEN state"]);
  });
  it(rule("CHANGE_COMPLEX_BY_PORTFOLIO"), () => {
    for (const who of ["SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"] as const) {
      expect(step(assessed(COMPLEX), "AUTHORISED", BOARD, as([who]))).toEqual([]);
      expect(step(assessed(COMPLEX), "REJECTED", { rejectReason: "Par dārgu." }, as([who]))).toEqual([]);
    }
    for (const who of ["SERVICE_OWNER", "RESOURCE_OWNER", "SERVICE_PROVIDER", "STAFF"] as const)
      expect(step(assessed(COMPLEX), "AUTHORISED", BOARD, as([who]))).toEqual(["STEP_FORBIDDEN state"]);
  });
  it(rule("CHANGE_COMPLEX_BOARD"), () => {
    expect(step(assessed(COMPLEX), "AUTHORISED", {}, as(PORTFOLIO))).toEqual([
      "STEP_NEEDS board",
      "STEP_NEEDS boardOn",
    ]);
    expect(step(assessed(SIMPLE), "AUTHORISED", {}, as(OWNER))).toEqual([]);
  });
  it(rule("CHANGE_REJECTED_WITH_REASON"), () => {
    expect(step(assessed(SIMPLE), "REJECTED", {}, as(OWNER))).toEqual(["STEP_NEEDS rejectReason"]);
    const rejected = at("REJECTED", SIMPLE, { rejectReason: "Par dārgu." });
    expect(write(changes, rejected, { rejectReason: null }, as(OWNER)).wrong).toContain("STATE_NEEDS rejectReason");
  });
  it(rule("CHANGE_REJECTED_STAYS"), () => {
    const rejected = at("REJECTED", SIMPLE, { rejectReason: "Par dārgu." });
    for (const state of ["AUTHORISED", "PLANNED", "REGISTERED", "CANCELLED", "CLOSED"])
      expect(step(rejected, state, { cancelReason: "x", ...PLAN }, as(PORTFOLIO))).toContain("NO_SUCH_STEP state");
    for (const cells of [{ title: "Cita" }, { requester: "cits" }, { subjects: ["p2"] }, { rejectReason: "Cits." }])
      expect(write(changes, rejected, cells, as(PORTFOLIO)).wrong).toEqual(["CHANGE_REJECTED_STAYS state"]);
    expect(write(changes, rejected, {}, as(PORTFOLIO)).wrong).toEqual([]);
  });
});

describe("four eyes", () => {
  const assessed = at("ASSESSED", COMPLEX, BOARD, { implementers: ["ivo", "ilze"] });
  const simple = at("ASSESSED", SIMPLE, { implementers: ["ivo"] });
  it(rule("CHANGE_AUTHORISER_NOT_INVOLVED"), () => {
    for (const person of ["anna", "ivo", "ilze"])
      expect(step(assessed, "AUTHORISED", {}, as(PORTFOLIO, person))).toContain("FOUR_EYES state");
    expect(step(simple, "AUTHORISED", {}, as(OWNER, "anna"))).toContain("FOUR_EYES state");
    expect(step(assessed, "AUTHORISED", {}, as(PORTFOLIO, "pēteris"))).toEqual([]);
  });
  it(rule("CHANGE_AUTHORISER_NOT_INVOLVED", "not by striking the own name out with the step"), () => {
    expect(step(assessed, "AUTHORISED", { implementers: ["ilze"] }, as(PORTFOLIO, "ivo"))).toEqual(["FOUR_EYES state"]);
    expect(step(assessed, "AUTHORISED", { requester: "cits" }, as(PORTFOLIO, "anna"))).toEqual(["FOUR_EYES state"]);
  });
  it(rule("CHANGE_AUTHORISER_NOT_INVOLVED", "nor afterwards, nor in history that is brought in"), () => {
    const authorised = at("AUTHORISED", COMPLEX, BOARD, {
      authorisedBy: "pēteris",
      authorisedAt: "2026-11-03T08:00:00Z",
    });
    expect(step(authorised, "PLANNED", { ...PLAN, implementers: ["ivo", "pēteris"] }, as(PORTFOLIO, "anna"))).toEqual([
      "CHANGE_AUTHORISER_NOT_INVOLVED authorisedBy",
    ]);
    expect(write(changes, null, { ...authorised, authorisedBy: "anna" }, as(PORTFOLIO)).wrong).toEqual([
      "CHANGE_AUTHORISER_NOT_INVOLVED authorisedBy",
    ]);
  });
  it(rule("CHANGE_AUTHORISED_IN_OWN_NAME"), () => {
    expect(write(changes, assessed, { state: "AUTHORISED" }, as(PORTFOLIO, "pēteris")).row).toMatchObject({
      authorisedBy: "pēteris",
      authorisedAt: NOW,
    });
    // A name that was noted before is not the one who authorised.
    const noted = { ...assessed, authorisedBy: "juris", authorisedAt: "2026-11-02T08:00:00Z" };
    expect(write(changes, noted, { state: "AUTHORISED" }, as(PORTFOLIO, "pēteris")).row).toMatchObject({
      authorisedBy: "pēteris",
      authorisedAt: NOW,
    });
    expect(step(assessed, "AUTHORISED", { authorisedBy: "juris" }, as(PORTFOLIO, "pēteris"))).toEqual([
      "CHANGE_AUTHORISED_IN_OWN_NAME authorisedBy",
    ]);
    const emergency = at("IMPLEMENTED", EMERGENCY, { outcome: "SUCCESSFUL" });
    expect(write(changes, emergency, { authorisedBy: "juris" }, as(PORTFOLIO, "anna")).wrong).toEqual([
      "CHANGE_AUTHORISED_IN_OWN_NAME authorisedBy",
    ]);
    expect(write(changes, emergency, { authorisedBy: "juris" }, as(PORTFOLIO, "juris")).wrong).toEqual([]);
  });
  it(rule("CHANGE_AUTHORISATION_STAYS"), () => {
    const authorised = at("PLANNED", SIMPLE, PLAN, { authorisedBy: "oļegs", authorisedAt: "2026-11-03T08:00:00Z" });
    for (const cells of [{ authorisedBy: "me" }, { authorisedAt: "2026-11-04T08:00:00Z" }])
      expect(write(changes, authorised, cells, as(PORTFOLIO)).wrong).toEqual([
        "CHANGE_AUTHORISATION_STAYS authorisedBy",
      ]);
    expect(write(changes, authorised, { plan: "Cits." }, as(PORTFOLIO)).wrong).toEqual([]);
    expect(locked(changes, "REVIEWED")).toEqual(expect.arrayContaining(["authorisedBy", "authorisedAt"]));
  });
  it(rule("CHANGE_AUTHORISED_BY_SOMEBODY"), () => {
    const history = { ...asked, ...SIMPLE, ...PLAN, state: "PLANNED" };
    // Of history nobody knows, the server makes nothing up.
    const times = { startedAt: "2026-11-05T08:00:00Z", implementedAt: "2026-11-05T09:00:00Z", outcome: "SUCCESSFUL" };
    expect(write(changes, null, { ...history, ...times, state: "IMPLEMENTED" }, as(OWNER)).wrong).toEqual([
      "CHANGE_AUTHORISED_BY_SOMEBODY authorisedBy",
    ]);
    const known = { authorisedBy: "oļegs", authorisedAt: "2026-11-03T08:00:00Z" };
    expect(write(changes, null, { ...history, ...times, ...known, state: "IMPLEMENTED" }, as(OWNER)).wrong).toEqual([]);
    expect(write(changes, null, { ...history, ...STANDARD, ...times, state: "IMPLEMENTED" }, as(OWNER)).wrong).toEqual(
      [],
    );
  });
});
