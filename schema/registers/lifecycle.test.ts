import { describe, expect, it } from "vitest";
import { asker } from "../../test/support/asker.ts";
import { filledRow } from "../../test/support/filled-row.ts";
import { lawfulWay } from "../../test/support/lawful-way.ts";
import { describeLifecycle, holesFrom } from "../../test/support/lifecycle-matrix.ts";
import { describeFacts } from "../../test/support/looked-up.ts";
import { registers } from "./catalogue.ts";
import { changes } from "./changes.ts";
import { checkRow } from "./check-row.ts";
import type { Register, Row as Cells, Transition } from "./register.ts";
import type { Role } from "./roles.ts";
import { services as service } from "./services.ts";
import { stepsBetween } from "./steps.ts";

for (const register of Object.values<Register>(registers)) {
  if (register.lifecycle) describeLifecycle(register);
  describeFacts(register);
}

describe("the generated tests", () => {
  it("name the very step, person and model that is let through", () => {
    const lenient: typeof checkRow = (...asked) => checkRow(...asked).filter(({ code }) => code !== "FOUR_EYES");
    expect(holesFrom(changes, "ASSESSED", lenient)).toContain(
      "ASSESSED → AUTHORISED as everyone at once named in requester (NORMAL_SIMPLE): allowed, must be FOUR_EYES",
    );
    expect(holesFrom(changes, "CLASSIFIED", lenient).length).toBeGreaterThan(0);
    expect(holesFrom(changes, "CLOSED", lenient)).toEqual([]);
  });
});

describe("a way of several steps", () => {
  const step = (from: string, to: string, models?: readonly string[]): Transition => ({
    from,
    to,
    ...(models && { models }),
    intent: `${from}${to}`,
    label: { lv: "x", en: "x" },
  });
  const transitions = [
    ...[step("a", "b"), step("a", "c"), step("b", "d"), step("c", "d", ["M"]), step("d", "a"), step("d", "e")],
    ...[step("b", "p"), step("p", "b")],
  ];
  const states = ["a", "b", "p", "c", "d", "e"];
  const lifecycle = { column: "state", initial: "a", transitions, waits: { state: "p", column: "for" } };
  const state = {
    ...service.columns.stage,
    options: Object.fromEntries(states.map((one) => [one, { label: { lv: one, en: one } }])),
  };
  const register: Register = { ...service, columns: { ...service.columns, state }, lifecycle };
  const way = (from: string, to: string, model: string | null) =>
    [stepsBetween(register, from, to, model), lawfulWay(lifecycle, states, from, to, model)].map(
      (steps) => steps?.map(({ intent }) => intent).join(" ") ?? null,
    );

  it("is the shortest, the first declared of equal ones, and within the row's model", () => {
    expect(way("a", "d", "M")).toEqual(["ab bd", "ab bd"]);
    expect(way("c", "d", "M")).toEqual(["cd", "cd"]);
    expect(way("c", "d", "other")).toEqual([null, null]);
    expect(way("c", "d", null)).toEqual([null, null]);
    expect(way("b", "b", null)).toEqual(["", ""]);
  });
  it("goes back only by the one step that is asked for, and on from where waiting began", () => {
    expect(way("d", "a", null)).toEqual(["da", "da"]);
    expect(way("d", "b", null)).toEqual([null, null]);
    expect(way("b", "a", null)).toEqual([null, null]);
    expect(way("b", "c", null)).toEqual([null, null]);
    expect(way("p", "e", null)).toEqual(["pb bd de", "pb bd de"]);
    expect(way("p", "a", null)).toEqual([null, null]);
  });
});

const check = (register: Register, before: Cells | null, after: Cells, held: readonly Role[]) =>
  checkRow(register, before, after, asker(held));

describe("services (domain.md, section 2)", () => {
  const at = (stage: string, cells: Cells = {}) => ({ ...filledRow(service), stage, ...cells });
  const owner: Role[] = ["SERVICE_PORTFOLIO_OWNER"];
  it.each(["owner", "providers", "description"])("to be delivered a service needs its %s", (column) => {
    expect(check(service, at("INTRODUCING"), at("DELIVERING", { [column]: null }), owner)).toContainEqual(
      expect.objectContaining({ code: "STEP_NEEDS", column }),
    );
  });
  it("stages in between are walked, and the one that fails is named", () => {
    expect(check(service, at("PLANNING"), at("IMPROVING"), owner)).toEqual([]);
    const [refusal] = check(service, at("PLANNING"), at("IMPROVING", { owner: null }), owner);
    expect(refusal?.message.en).toContain("Delivering");
  });
  it("back is allowed from improving to delivering only", () => {
    expect(check(service, at("IMPROVING"), at("DELIVERING"), owner)).toEqual([]);
    expect(check(service, at("BUILDING"), at("PLANNING"), owner)[0]).toMatchObject({
      code: "NO_SUCH_STEP",
      allowed: [{ en: "Introducing" }, { en: "Retired" }],
    });
  });
  it("a plan that is given up needs a reason, not what a delivered service has", () => {
    const bare = { name: "x", code: "P-1", stage: "PLANNING" };
    expect(check(service, bare, { ...bare, stage: "RETIRED", retireReason: "atcelts" }, owner)).toEqual([]);
    expect(check(service, bare, { ...bare, stage: "RETIRED" }, owner)).toContainEqual(
      expect.objectContaining({ column: "retireReason" }),
    );
  });
  it("what a stage needs cannot be emptied while in it", () => {
    expect(check(service, at("DELIVERING"), at("DELIVERING", { owner: null }), owner)).toContainEqual(
      expect.objectContaining({ column: "owner" }),
    );
  });
});
