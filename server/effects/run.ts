import type { EffectName } from "../../schema/registers/effects.ts";
import type { Register } from "../../schema/registers/register.ts";
import { wayOf } from "../../schema/registers/steps.ts";
import type { RowPlan } from "../sync/plan-row.ts";
import type { Acting } from "./act.ts";
import { countKnowledge } from "./count-knowledge.ts";
import type { Effect, Taken } from "./effect.ts";
import { endApplications } from "./end-applications.ts";

/** Effects carried out once the rows stand. A record is opened before: the row names it (open-record.ts). */
const AFTERWARDS: Readonly<Record<Exclude<EffectName, "OPEN_RECORD">, Effect>> = {
  END_APPLICATIONS: endApplications,
  COUNT_KNOWLEDGE: countKnowledge,
};
const names = Object.keys(AFTERWARDS) as (keyof typeof AFTERWARDS)[];

/** Effects of the steps that a write takes a row through. */
export function effectsOf(register: Register, before: Taken["before"], after: Taken["after"]): readonly EffectName[] {
  return (wayOf(register, before, after) ?? []).flatMap(({ effects = [] }) => effects);
}

/** Gathers, of the rows of one write, those whose steps do something to other records, and then does it. */
export class AfterEffects {
  readonly #register: Register;
  readonly #any: boolean;
  readonly #rows = new Map<EffectName, Taken[]>();

  constructor(register: Register) {
    this.#register = register;
    this.#any = register.lifecycle?.transitions.some(({ effects }) => effects !== undefined) ?? false;
  }

  /** Told of every row that is decided. Rows that change no state cost next to nothing. */
  note(id: string, plan: RowPlan): void {
    if (!this.#any || plan.do !== "WRITE") return;
    const before = plan.before?.cells ?? null;
    for (const name of effectsOf(this.#register, before, plan.cells)) {
      const rows = this.#rows.get(name) ?? [];
      rows.push({ id, before, after: plan.cells });
      this.#rows.set(name, rows);
    }
  }

  async run(acting: Acting): Promise<void> {
    for (const name of names) {
      const rows = this.#rows.get(name);
      if (rows) await AFTERWARDS[name](acting, this.#register, rows);
    }
  }
}
