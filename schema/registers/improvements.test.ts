import { expect, test } from "vitest";
import { rule } from "../../test/support/rule.ts";
import { write, type Writer } from "../../test/support/write-row.ts";
import { categories } from "./categories.ts";
import { improvements } from "./improvements.ts";
import type { Row } from "./register.ts";

const OWNER: Writer = { held: ["STAFF", "SERVICE_OWNER"] };
const PLAN: Row = { plan: "Pievienot brīdinājumu", owner: "o1", due: "2026-12-31" };
const FULL: Row = {
  title: "Agrāk pamanīt",
  finding: "Pamanījām vēlu",
  ...PLAN,
  result: "Brīdinājums ir",
  evaluation: "Pamanām",
};
const at = (state: string, more: Row = {}): Row => ({ ...FULL, ...more, state });
const step = (from: Row, to: string, cells: Row = {}, writer: Writer = OWNER) =>
  write(improvements, from, { state: to, ...cells }, writer);

test(rule("IMPROVEMENT_STEPS"), () => {
  const asks = [
    ["IDENTIFIED", "PLANNED", ["plan", "owner", "due"]],
    ["PLANNED", "IN_PROGRESS", []],
    ["IN_PROGRESS", "DONE", ["result"]],
    ["DONE", "EVALUATED", ["evaluation"]],
  ] as const;
  for (const [from, to, columns] of asks) {
    expect(step(at(from), to).wrong).toEqual([]);
    for (const column of columns)
      expect(step(at(from), to, { [column]: null }).wrong).toEqual([`STEP_NEEDS ${column}`]);
    expect(step(at(to), from).wrong).toEqual(["NO_SUCH_STEP state"]);
    // Whoever answers for it carries it out, but neither plans for others nor evaluates their own work.
    const named: Writer = { held: ["STAFF"], person: "o1" };
    const carriesOut = from === "PLANNED" || from === "IN_PROGRESS";
    expect([from, step(at(from), to, {}, named).wrong]).toEqual([from, carriesOut ? [] : ["STEP_FORBIDDEN state"]]);
  }
});

test(rule("IMPROVEMENT_DROPPED_WITH_REASON"), () => {
  for (const from of ["IDENTIFIED", "PLANNED", "IN_PROGRESS"]) {
    expect(step(at(from), "DROPPED").wrong).toEqual(["STEP_NEEDS dropReason"]);
    expect(step(at(from), "DROPPED", { dropReason: "Par dārgu" }).wrong).toEqual([]);
  }
  // An idea is dropped without having been planned.
  const idea = { title: "Agrāk pamanīt", finding: "Pamanījām vēlu", state: "IDENTIFIED" };
  expect(step(idea, "DROPPED", { dropReason: "Par dārgu" }).wrong).toEqual([]);
  expect(step(at("EVALUATED"), "DROPPED", { dropReason: "x" }).wrong).toEqual(["NO_SUCH_STEP state"]);
});

test("a category ends with a reason", () => {
  const before = { name: "Tīkls", state: "CURRENT" };
  const owner: Writer = { held: ["SERVICE_PORTFOLIO_OWNER"] };
  expect(write(categories, before, { state: "RETIRED" }, owner).wrong).toEqual(["STEP_NEEDS endReason"]);
  expect(write(categories, before, { state: "RETIRED", endReason: "Apvienota" }, owner).wrong).toEqual([]);
});
