import type { FactName } from "../../schema/registers/facts.ts";
import type { Guard, Register, Transition } from "../../schema/registers/register.ts";
import { RULES, type RuleKey } from "../../schema/registers/rules.ts";

/** Rules of a register that the generated tests hold: those that the server looks up for every row. */
export const generatedRules = (register: Register): readonly RuleKey[] =>
  rulesOfFacts(register, ({ broken }) => !broken);

/** Rules of a register about which the server looks something up. */
export function rulesOfFacts(register: Register, which: (guard: Guard) => boolean = () => true): readonly RuleKey[] {
  const keys = factGuards(register).flatMap(({ guard }) => (which(guard) ? [guard.rule] : []));
  return [...new Set(keys)].filter((key): key is RuleKey => Object.hasOwn(RULES, key));
}

/** A rule of a register for which the server looks a fact up, and the step that keeps it; every write where there is none. */
export interface LookedUp {
  readonly guard: Guard;
  readonly fact: FactName;
  readonly step?: Transition;
}

/** Every rule of a register that asks the server, of all its steps and of every write. */
export function factGuards(register: Register): readonly LookedUp[] {
  const steps = register.lifecycle?.transitions ?? [];
  const all: readonly Omit<LookedUp, "fact">[] = [
    ...(register.guards ?? []).map((guard) => ({ guard })),
    ...steps.flatMap((step) => (step.guards ?? []).map((guard) => ({ guard, step }))),
  ];
  return all.flatMap((one) => (one.guard.fact === undefined ? [] : [{ ...one, fact: one.guard.fact }]));
}
