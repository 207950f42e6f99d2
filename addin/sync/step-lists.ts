import type { Column, Register, Row } from "../../schema/registers/register.ts";
import type { Language } from "../../schema/registers/words.ts";
import type { StepLists } from "../workbook/port.ts";
import { listName } from "../workbook/names.ts";

/**
 * What the list of a state cell offers: the present state and those that a step leads to from it. Where a row's model
 * decides its way, and one option column says the most of the model, there are lists for each of that column's options.
 */
export function stepLists(register: Register, key: string, language: Language): StepLists | null {
  const { lifecycle, columns } = register;
  const column = columns[key];
  if (!lifecycle || lifecycle.column !== key || column?.type !== "choice") return null;
  const states = Object.keys(column.options);
  const offered = (models: Models) =>
    [lifecycle.initial, ...states].map((from) => {
      const steps = lifecycle.transitions.filter((step) => step.from === from && goes(step.models, models));
      const next = new Set(steps.map(({ to }) => to));
      return states.filter((state) => state === from || next.has(state));
    });
  const words = (lists: readonly (readonly string[])[]) =>
    lists.map((list) => list.map((state) => column.options[state]!.label[language]));
  const any = offered(null);
  const by = decidingColumn(register);
  const byModel = by?.options.map(({ models }) => offered(models)) ?? [];
  if (!by || byModel.every((lists) => JSON.stringify(lists) === JSON.stringify(any))) {
    return { model: null, lists: [words(any)] };
  }
  const label = columns[by.key]!.label[language];
  return {
    model: { heading: label, list: listName(register.key, by.key) },
    lists: [any, ...byModel].map(words),
  };
}

/** Models a row may be of; null: any. */
type Models = ReadonlySet<string | null> | null;

const goes = (named: readonly string[] | undefined, models: Models): boolean =>
  named === undefined || models === null || named.some((model) => models.has(model));

interface Deciding {
  readonly key: string;
  readonly options: readonly { readonly models: ReadonlySet<string | null> }[];
}

/** The option column whose options tell the most models apart; null where there are no models or no such column. */
function decidingColumn({ lifecycle, columns }: Register): Deciding | null {
  const model = lifecycle?.model;
  if (!model) return null;
  const choices = Object.entries(columns).filter(([, column]) => column.type === "choice");
  const others: readonly Row[] = [
    {},
    ...Object.entries(columns).flatMap(([key, column]) => valuesOf(column).map((value) => ({ [key]: value }))),
  ];
  let best: Deciding | null = null;
  let most = 1;
  for (const [key, column] of choices) {
    const options = valuesOf(column).map((value) => ({
      models: new Set(others.map((row) => model({ ...row, [key]: value }))),
    }));
    const told = new Set(options.map(({ models }) => JSON.stringify([...models].sort()))).size;
    if (told > most) [best, most] = [{ key, options }, told];
  }
  return best;
}

const valuesOf = (column: Column): readonly (string | boolean)[] =>
  column.type === "choice" ? Object.keys(column.options) : column.type === "boolean" ? [true, false] : [];
