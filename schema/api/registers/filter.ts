import { type InputRef } from "@pothos/core";
import { SaimeError } from "../../messages/errors.ts";
import type { Column, Register } from "../../registers/register.ts";
import { isUuid } from "../../sync/uuid.ts";
import { builder } from "../builder.ts";
import type { ListQuery } from "../context.ts";
import { term } from "../term.ts";
import { optionsName } from "./names.ts";
import {
  booleanFilter,
  DateFilter,
  floatFilter,
  IntFilter,
  type Operators,
  instantFilter,
  optionFilter,
  ReferenceFilter,
  ReferenceListFilter,
  TextFilter,
} from "./operators.ts";
import { type OptionsRef } from "./options.ts";

export type Filter = Readonly<Record<string, Operators | null | undefined>>;
type Condition = ListQuery["where"][number];

/** More values than this in one `in` are a list to be pulled, not a question. */
const MOST_VALUES = 1_000;
const OPERATORS = ["eq", "in", "contains", "gte", "lte", "isNull"] as const;

/** The filter of a register: one set of conditions a column, all of which must hold. It does not nest. */
export function filterRef(register: Register, options: ReadonlyMap<string, OptionsRef>): InputRef<Filter> {
  return builder.inputType(`${register.type}Filter`, {
    description: `Which rows of "${register.key}": conditions by column, all of which must hold.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(register.columns).map(([key, column]) => [
          key,
          t.field({ type: operatorsOf(register, key, column, options.get(key)), description: term(column.label) }),
        ]),
      ),
  });
}

function operatorsOf(register: Register, key: string, column: Column, option: OptionsRef | undefined) {
  switch (column.type) {
    case "text":
    case "link":
      return TextFilter;
    case "choice":
    case "choices":
      if (option === undefined) throw new Error(`Column ${key} has no enum`);
      return optionFilter(optionsName(register, key), option, column.type === "choices");
    case "reference":
      return ReferenceFilter;
    case "references":
      return ReferenceListFilter;
    case "date":
      return DateFilter;
    case "datetime":
      return instantFilter();
    case "integer":
      return IntFilter;
    case "number":
      return floatFilter();
    case "boolean":
      return booleanFilter();
  }
}

/** The conditions of a filter. `eq: null` asks for empty cells; any other null is no question and refused. */
export function conditionsOf(register: Register, filter: Filter | null | undefined): Condition[] {
  const conditions: Condition[] = [];
  for (const [column, asked] of Object.entries(filter ?? {})) {
    if (asked == null) continue;
    const declared = register.columns[column];
    if (declared === undefined) continue;
    for (const op of OPERATORS) {
      const value = asked[op];
      if (value === undefined) continue;
      conditions.push(condition(column, declared, op, value));
    }
  }
  return conditions;
}

function condition(column: string, declared: Column, op: Condition["op"], value: unknown): Condition {
  if (op === "eq" && value === null) return { column, op: "isNull", value: true };
  if (value === null) throw new SaimeError("BAD_REQUEST", `"${op}" of "${column}" must not be null.`);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > MOST_VALUES) {
    throw new SaimeError("BAD_REQUEST", `"${op}" of "${column}" takes at most ${MOST_VALUES} values.`);
  }
  const byId = declared.type === "reference" || declared.type === "references";
  if (byId && op !== "isNull" && !values.every((id) => typeof id === "string" && isUuid(id))) {
    throw new SaimeError("BAD_REQUEST", `"${op}" of "${column}" takes ids (UUID).`);
  }
  return { column, op, value };
}
