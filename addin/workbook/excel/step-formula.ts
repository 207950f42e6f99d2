import type { ColumnLayout, StepLists } from "../port.ts";

type List = NonNullable<ColumnLayout["list"]>;

/** Excel takes no longer formula into a validation. */
const LONGEST = 255;

/** The name of the list for the model's option `model` and the state `state`, both counted from 1; 0 is none. */
export const stepListName = (list: string, model: number, state: number): string => `${list}_${model}_${state}`;

/** A state list's parts by name, each with its values. */
export function stepParts({
  name,
  steps,
}: List): readonly { readonly name: string; readonly values: readonly string[] }[] {
  return (steps?.lists ?? []).flatMap((states, model) =>
    states.map((values, state) => ({ name: stepListName(name, model, state), values })),
  );
}

/**
 * The source of a state cell's list: by what the cell itself says, and by the row's model. The column is named whole and
 * the row asked of ROW(), so that the formula is the same in every cell and sorting, inserting and filling do not shift
 * it; SUM makes one number of the array that ROW() is there. A state in other words gets the full list.
 */
export function stepFormula(list: List, steps: StepLists, column: string, model: string | undefined): string {
  const cell = (letters: string) => `INDEX($${letters}:$${letters},SUM(ROW()))`;
  const state = `IF(${cell(column)}="",0,MATCH(${cell(column)},${list.name},0))`;
  const kind =
    steps.model && model !== undefined ? `"&IFERROR(MATCH(${cell(model)},${steps.model.list},0),0)&"_` : "0_";
  const formula = `=INDIRECT(IFERROR("${list.name}_${kind}"&${state},"${list.name}"))`;
  return formula.length > LONGEST ? `=${list.name}` : formula;
}

/** The letters of a column that counts from 0. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
