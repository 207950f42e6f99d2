import { describe, expect, it } from "vitest";
import { declarationWrong, describeDeclarations } from "../../test/support/declaration.ts";
import { changes } from "./changes.ts";
import { registers } from "./catalogue.ts";
import type { Register } from "./register.ts";

const known = new Set(Object.keys(registers));
describeDeclarations(Object.values<Register>(registers), known);

describe("what is wrong with a declaration is told", () => {
  const wrong = (spoilt: Partial<Register>) =>
    declarationWrong({ ...changes, ...spoilt }, new Set(Object.keys(registers)));
  const guard = { rule: "CHANGE_STANDARD_WAY", column: "kind", fact: "TOO_FEW_ASSESSMENTS" } as const;
  const step = { from: "REGISTERED", to: "CLASSIFIED", intent: "classifyChange", label: { lv: "a", en: "b" } };
  const lifecycle = (more: object): Partial<Register> => ({
    lifecycle: { column: "state", initial: "REGISTERED", transitions: [{ ...step, ...more }] },
  });

  it.each<[string, Partial<Register>]>([
    ["{names}", { guards: [{ ...guard, message: { lv: "a {names}", en: "b {names}" } }] }],
    ["unlike", { guards: [{ ...guard, message: { lv: "a {have}", en: "b" } }] }],
    ["empty", { guards: [{ ...guard, message: { lv: "a", en: " " } }] }],
    ["both languages", { label: { lv: "Same", en: "Same" } }],
    ["no table of rules", { guards: [{ ...guard, rule: "NONE", message: { lv: "a", en: "b" } }] }],
    ["the column nothing", { title: "nothing" }],
    ["no state NONE", lifecycle({ to: "NONE" })],
    ["title names no people", lifecycle({ never: ["title"] })],
    ["cannot be stamped NOW", lifecycle({ at: "title" })],
    ["cannot be counted", lifecycle({ counts: ["title"] })],
    ["nobody may take it", lifecycle({ who: [] })],
    ["for a model", lifecycle({ models: ["STANDARD"] })],
  ])("%s", (told, spoilt) => {
    expect(wrong(spoilt)).toContainEqual(expect.stringContaining(told));
  });
});
