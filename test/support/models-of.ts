import type { Register, Row, Transition } from "../../schema/registers/register.ts";
import { filledRow } from "./filled-row.ts";

/** A model of a lifecycle, and cells that make a filled row be of it. */
export interface Modelled {
  readonly model: string | null;
  readonly cells: Row;
}

/** Every model that a register's steps name, found by trying its choices; one without a name where there are none. */
export function modelsOf(register: Register): readonly Modelled[] {
  const { columns, lifecycle } = register;
  const decide = lifecycle?.model;
  if (!decide) return [{ model: null, cells: {} }];
  const choices = Object.entries(columns).flatMap(([key, column]): Row[] => {
    if (key === lifecycle.column) return [];
    if (column.type === "choice") return Object.keys(column.options).map((option) => ({ [key]: option }));
    return column.type === "boolean" ? [{ [key]: true }, { [key]: false }] : [];
  });
  const tries: readonly Row[] = [
    {},
    ...choices,
    ...choices.flatMap((one) => choices.map((other) => ({ ...one, ...other }))),
  ];
  const filled = filledRow(register);
  const wanted = [...new Set(lifecycle.transitions.flatMap(({ models = [] }) => models))];
  return wanted.map((model) => {
    const cells = tries.find((row) => decide({ ...filled, ...row }) === model);
    if (!cells) throw new Error(`no cells make a row of model ${model}`);
    return { model, cells };
  });
}

/** Whether rows of the model go that step. */
export const goes = ({ models }: Transition, model: string | null): boolean =>
  models === undefined || (model !== null && models.includes(model));
