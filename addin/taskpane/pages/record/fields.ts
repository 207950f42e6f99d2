import { findRegister } from "../../../../schema/registers/catalogue.ts";
import type { Column } from "../../../../schema/registers/register.ts";
import type { Refusal } from "../../../../schema/sync/protocol.ts";
import { columnOf } from "../../parts/cellText.ts";
import type { Step } from "../../records/port.ts";

export interface StepField {
  readonly key: string;
  readonly column: Column;
  readonly required: boolean;
}

/**
 * What is filled in with a step: what it needs, what may be told with it, and the cells at which the server saw what
 * stands in the way, so that it can be mended right here.
 */
export function fieldsOf(register: string, step: Step, refusals: readonly Refusal[]): readonly StepField[] {
  const state = findRegister(register)?.lifecycle?.column;
  const keys = new Set([...step.needs, ...step.takes, ...refusals.flatMap(({ column }) => column ?? [])]);
  return [...keys].flatMap((key) => {
    const column = columnOf(register, key);
    if (!column || column.readOnly) return [];
    // The step itself says the state, unless it is among what is asked for.
    if (key === state && !step.needs.includes(key)) return [];
    return [{ key, column, required: step.needs.includes(key) }];
  });
}

/** Refusals that no field of the step shows. */
export function withoutField(register: string, step: Step, refusals: readonly Refusal[]): readonly Refusal[] {
  const shown = new Set(fieldsOf(register, step, refusals).map(({ key }) => key));
  return refusals.filter(({ column }) => column === null || !shown.has(column));
}
