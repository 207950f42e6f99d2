import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { continuity } from "./continuity.ts";
import type { Row } from "./register.ts";

const owner = asker(["RESOURCE_OWNER"]);
const plan = (state: string, cells: Row = {}): Row => ({
  subject: "r",
  risks: "Ugunsgrēks",
  impact: "Nav izziņu",
  rto: 240,
  rpo: 0,
  plan: "Pāriet uz rezerves zāli.",
  lastTest: "2026-03-01",
  testResult: "Izdevās.",
  state,
  ...cells,
});

describe("a continuity plan", () => {
  it(rule("CONTINUITY_STEPS"), () => {
    expect(refused(continuity, plan("DRAFT"), plan("APPROVED"), owner)).toEqual([]);
    expect(refused(continuity, plan("APPROVED"), plan("TESTED"), owner)).toEqual([]);
    expect(refused(continuity, plan("APPROVED"), plan("DRAFT"), owner)).toEqual(["NO_SUCH_STEP state"]);
    expect(refused(continuity, plan("TESTED"), plan("DRAFT"), owner)).toEqual(["NO_SUCH_STEP state"]);
  });

  it.each(["risks", "impact", "rto", "rpo", "plan"])(rule("CONTINUITY_APPROVED_WHOLE", "%s"), (column) => {
    const without = { [column]: null };
    expect(refused(continuity, plan("DRAFT", without), plan("APPROVED", without), owner)).toEqual([
      `STEP_NEEDS ${column}`,
    ]);
    expect(refused(continuity, plan("TESTED"), plan("TESTED", without), owner)).toEqual([`STATE_NEEDS ${column}`]);
    expect(refused(continuity, null, plan("DRAFT", without), owner)).toEqual([]);
  });

  it.each(["lastTest", "testResult"])(rule("CONTINUITY_TESTED_KNOWN", "%s"), (column) => {
    const without = { [column]: null };
    expect(refused(continuity, plan("APPROVED", without), plan("TESTED", without), owner)).toEqual([
      `STEP_NEEDS ${column}`,
    ]);
    expect(refused(continuity, plan("DRAFT", without), plan("APPROVED", without), owner)).toEqual([]);
  });

  it(rule("CONTINUITY_TESTED_YEARLY"), () => {
    const old = asker(["RESOURCE_OWNER"], { CONTINUITY_TEST_OLD: {} });
    expect(refused(continuity, plan("APPROVED"), plan("TESTED"), old)).toEqual(["CONTINUITY_TESTED_YEARLY lastTest"]);
    expect(refused(continuity, plan("DRAFT"), plan("TESTED"), old)).toEqual(["CONTINUITY_TESTED_YEARLY lastTest"]);
    // The way back is open, and what the test showed stays with the plan.
    expect(refused(continuity, plan("TESTED"), plan("APPROVED"), old)).toEqual([]);
    expect(continuity.lifecycle.transitions.filter(({ from, to }) => from === "TESTED" && to === "APPROVED")).toEqual([
      expect.not.objectContaining({ clears: expect.anything() as unknown }),
    ]);
  });

  it(rule("CONTINUITY_NEXT_TEST_LATER"), () => {
    const next = (nextTest: string | null) => refused(continuity, null, plan("DRAFT", { nextTest }), owner);
    expect(next("2026-03-01")).toEqual(["CONTINUITY_NEXT_TEST_LATER nextTest"]);
    expect(next("2026-03-02")).toEqual([]);
    expect(next(null)).toEqual([]);
    expect(refused(continuity, null, plan("DRAFT", { lastTest: null, nextTest: "2020-01-01" }), owner)).toEqual([]);
  });

  it(rule("RETIRED_WITH_REASON", "continuity"), () => {
    for (const state of ["DRAFT", "APPROVED", "TESTED"]) {
      expect(refused(continuity, plan(state), plan("RETIRED"), owner)).toEqual(["STEP_NEEDS endReason"]);
      expect(refused(continuity, plan(state), plan("RETIRED", { endReason: "x" }), owner)).toEqual([]);
    }
  });
});
