import type { Refusal } from "../sync/protocol.ts";
import { checkGuard, checkStep } from "./check-row.ts";
import { isEmpty, stateLabel, stateOf, whoNames, type Asker } from "./lifecycle.ts";
import { prepareRow, type Moment } from "./prepare-row.ts";
import type { Guard, Register, Row } from "./register.ts";
import { modelOf, stepsFrom } from "./steps.ts";
import type { Words } from "./words.ts";

/** A step open to a row from where it is, and what stands in the way of taking it. */
export interface StepOffer {
  readonly to: string;
  readonly toLabel: Words;
  /** The API's mutation that takes it. */
  readonly intent: string;
  readonly label: Words;
  /** Nothing but empty cells stands in the way. */
  readonly allowed: boolean;
  /** Columns to fill in first. */
  readonly needs: readonly string[];
  /** Columns that may be told with the step. */
  readonly takes: readonly string[];
  /** Who may take it. */
  readonly who: Words;
  /** Why the person may not, in order of weight; without those about empty cells, unless the person may. */
  readonly refusals: readonly Refusal[];
  /** What to know before taking it; filled in by the server for steps that declare `warns`. */
  readonly warnings: readonly Words[];
}

/** Every step from the row's state, with what the same check as a write's says of it. */
export function offersOf(register: Register, row: Row, asker: Asker, moment: Moment): readonly StepOffer[] {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  return stepsFrom(lifecycle, stateOf(register, row), modelOf(register, row)).map((step) => {
    const after = prepareRow(register, row, { ...row, [lifecycle.column]: step.to }, moment);
    const found = checkStep(register, step, row, after, asker);
    const empty = found.filter((refusal) => isToFill(register, after, refusal));
    // Rules are asked about only once the step's own columns are filled in. Those that no cell of the row will answer,
    // such as four eyes, are told at once.
    const standing = (step.guards ?? []).filter(({ column }) => column === null || column === lifecycle.column);
    const told = found.every(({ code }) => code === "STEP_NEEDS") && found.length > 0;
    const refusals = told ? [...standing.flatMap((guard) => checkGuard(guard, row, after, asker)), ...found] : found;
    const needs = new Set([
      ...empty.flatMap(({ column }) => column ?? []),
      // The person fills in all at once.
      ...(step.guards ?? []).flatMap((guard) => (asksToFill(guard, row, after, asker) ? (guard.column ?? []) : [])),
    ]);
    return {
      to: step.to,
      toLabel: stateLabel(register, step.to),
      intent: step.intent,
      label: step.label,
      allowed: empty.length === refusals.length,
      needs: [...needs],
      takes: (step.takes ?? []).filter((column) => !needs.has(column)),
      who: whoNames(step.who ?? register.rights.edit),
      refusals,
      warnings: [],
    };
  });
}

/** Whether filling in an empty cell answers the refusal: the step asks for it, or one of the rules does. */
function isToFill(register: Register, after: Row, { code, column }: Refusal): boolean {
  if (code === "STEP_NEEDS") return true;
  const empty = column !== null && column !== register.lifecycle?.column && isEmpty(after[column]);
  return code === "RULE" && empty && register.columns[column]?.readOnly !== true;
}

/** Whether the row alone tells that the rule wants a cell that is empty. */
function asksToFill({ broken, fact, column }: Guard, before: Row, after: Row, { person }: Asker): boolean {
  return column !== null && fact === undefined && isEmpty(after[column]) && broken?.(after, before, person) === true;
}
