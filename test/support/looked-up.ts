import { describe, expect, it } from "vitest";
import { checkRow } from "../../schema/registers/check-row.ts";
import type { Guard, Register, Transition } from "../../schema/registers/register.ts";
import { asker, type Facts } from "./asker.ts";
import { EVERYONE } from "./everyone.ts";
import { filledRow, wordsOf } from "./filled-row.ts";
import { factGuards, rulesOfFacts } from "./generated-rules.ts";
import { goes, modelsOf } from "./models-of.ts";
import { rule } from "./rule.ts";

/**
 * Tests that a breach the server finds is refused at its step, by the rule's key, with the words filled in. Rules that
 * ask only about some rows ask about every row here; about which they do has tests made by hand.
 */
export function describeFacts(register: Register): void {
  const keys = rulesOfFacts(register);
  if (keys.length === 0) return;
  describe(`what the server looks up for ${register.key}`, () => {
    it.each(keys.map((key) => [rule(key, `${register.key}, told by the server`), key] as const))("%s", (_name, key) => {
      for (const { guard, fact, step } of factGuards(register).filter((one) => one.guard.rule === key)) {
        const { broken: _only, ...always } = guard;
        const bare = withOnly(register, always, step);
        const { cells } = modelsOf(register).find(({ model }) => !step || goes(step, model)) ?? {};
        const row = { ...filledRow(register), ...cells };
        const state = register.lifecycle?.column ?? "";
        const [before, after] = step
          ? [
              { ...row, [state]: step.from },
              { ...row, [state]: step.to },
            ]
          : [row, row];
        const told = (facts: Facts) =>
          checkRow(bare, before, after, asker(EVERYONE, facts, "other")).filter(({ code }) => code === "RULE");
        expect(told({})).toEqual([]);
        const [refusal] = told({ [fact]: wordsOf(fact) });
        expect(refusal).toMatchObject({ rule: key, column: guard.column });
        expect(refusal?.message.lv).not.toMatch(/[{}]/);
        expect(refusal?.message.en).not.toMatch(/[{}]/);
      }
    });
  });
}

/** The register with that rule alone, and that step alone with nobody barred from it. */
function withOnly(register: Register, guard: Guard, step: Transition | undefined): Register {
  const { lifecycle } = register;
  if (!step || !lifecycle) return { ...register, guards: [guard] };
  const open: Transition = { ...step, who: EVERYONE, never: [], guards: [guard] };
  return { ...register, guards: [], lifecycle: { ...lifecycle, transitions: [open] } };
}
