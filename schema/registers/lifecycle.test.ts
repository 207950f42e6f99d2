import { describe, expect, it } from "vitest";
import { registers } from "./catalogue.ts";
import { checkRow, stepsBetween, statesOf, type Cells } from "./lifecycle.ts";
import type { Cell, Column, Register } from "./register.ts";
import { ROLES, type Role } from "./roles.ts";

/** A sound cell for any column. */
function anyCell(column: Column): Cell {
  switch (column.type) {
    case "choice":
      return Object.keys(column.options)[0] ?? null;
    case "choices":
      return Object.keys(column.options).slice(0, 1);
    case "references":
      return ["someone"];
    case "date":
      return "2026-01-01";
    case "integer":
    case "number":
      return column.min ?? 1;
    case "boolean":
      return true;
    case "text":
    case "link":
    case "reference":
      return "something";
  }
}
const filled = (register: Register, state: string): Cells => ({
  ...Object.fromEntries(Object.entries(register.columns).map(([key, column]) => [key, anyCell(column)])),
  ...(register.lifecycle ? { [register.lifecycle.column]: state } : {}),
});

describe.each(Object.values<Register>(registers).filter((register) => register.lifecycle))(
  "the lifecycle of $key",
  (register) => {
    const lifecycle = register.lifecycle;
    if (!lifecycle) throw new Error("filtered above");
    const states = statesOf(register);
    const roles = Object.keys(ROLES) as Role[];

    it("names only states and columns that are declared, and can reach every state", () => {
      for (const step of lifecycle.transitions) {
        expect(states).toContain(step.from);
        expect(states).toContain(step.to);
        for (const need of step.needs ?? []) expect(Object.keys(register.columns)).toContain(need);
      }
      for (const state of states) expect(stepsBetween(lifecycle, lifecycle.initial, state)).not.toBeNull();
      if (lifecycle.retired) expect(lifecycle.transitions.some((step) => step.from === lifecycle.retired)).toBe(false);
    });

    // Every state × state × role, against a plain reading of the table written apart from the walk.
    describe.each(states)("from %s", (from) => {
      it.each(states.flatMap((to) => roles.map((role) => [to, role] as const)))("to %s as %s", (to, role) => {
        const allowed = (step: (typeof lifecycle.transitions)[number]) =>
          (step.who ?? register.rights.edit).includes(role);
        const reachable = new Set([from]);
        for (let grown = true; grown;) {
          grown = false;
          for (const step of lifecycle.transitions) {
            if (reachable.has(step.from) && !reachable.has(step.to)) {
              reachable.add(step.to);
              grown = true;
            }
          }
        }
        const refusals = checkRow(register, filled(register, from), filled(register, to), [role]).filter(
          ({ column }) => column === lifecycle.column,
        );
        if (from === to) expect(refusals).toEqual([]);
        else if (!reachable.has(to)) expect(refusals.map(({ code }) => code)).toEqual(["NO_SUCH_STEP"]);
        else {
          const way = stepsBetween(lifecycle, from, to) ?? [];
          expect(refusals.map(({ code }) => code)).toEqual(way.every(allowed) ? [] : ["FORBIDDEN"]);
        }
      });
    });

    it("a step names each cell that it needs and that is empty", () => {
      for (const step of lifecycle.transitions) {
        for (const need of step.needs ?? []) {
          const after = { ...filled(register, step.to), [need]: null };
          const refusals = checkRow(register, filled(register, step.from), after, roles);
          expect(refusals).toContainEqual(expect.objectContaining({ code: "STEP_NEEDS", column: need }));
        }
      }
    });
  },
);

describe("services (domain.md, section 2)", () => {
  const service = registers.services;
  const at = (stage: string, cells: Cells = {}) => ({ ...filled(service, stage), ...cells });
  const owner: Role[] = ["SERVICE_PORTFOLIO_OWNER"];
  it.each(["owner", "providers", "description"])("to be delivered a service needs its %s", (column) => {
    expect(checkRow(service, at("INTRODUCING"), at("DELIVERING", { [column]: null }), owner)).toContainEqual(
      expect.objectContaining({ code: "STEP_NEEDS", column }),
    );
  });
  it("stages in between are walked, and the one that fails is named", () => {
    expect(checkRow(service, at("PLANNING"), at("IMPROVING"), owner)).toEqual([]);
    const [refusal] = checkRow(service, at("PLANNING"), at("IMPROVING", { owner: null }), owner);
    expect(refusal?.message.en).toContain("Delivering");
  });
  it("back is allowed from improving to delivering only", () => {
    expect(checkRow(service, at("IMPROVING"), at("DELIVERING"), owner)).toEqual([]);
    expect(checkRow(service, at("BUILDING"), at("PLANNING"), owner)[0]).toMatchObject({
      code: "NO_SUCH_STEP",
      allowed: [{ en: "Introducing" }, { en: "Retired" }],
    });
  });
  it("a plan that is given up needs a reason, not what a delivered service has", () => {
    const bare = { name: "x", code: "P-1", stage: "PLANNING" };
    expect(checkRow(service, bare, { ...bare, stage: "RETIRED", retireReason: "atcelts" }, owner)).toEqual([]);
    expect(checkRow(service, bare, { ...bare, stage: "RETIRED" }, owner)).toContainEqual(
      expect.objectContaining({ column: "retireReason" }),
    );
  });
  it("what a stage needs cannot be emptied while in it", () => {
    expect(checkRow(service, at("DELIVERING"), at("DELIVERING", { owner: null }), owner)).toContainEqual(
      expect.objectContaining({ column: "owner" }),
    );
  });
});
