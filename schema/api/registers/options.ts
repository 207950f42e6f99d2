import { type EnumRef } from "@pothos/core";
import type { Options, Register } from "../../registers/register.ts";
import { builder, type Types } from "../builder.ts";
import { term } from "../term.ts";
import { optionsName } from "./names.ts";

export type OptionsRef = EnumRef<Types, string, string>;

/** The enums of a register's choice columns, by column. */
export function optionEnums(register: Register): ReadonlyMap<string, OptionsRef> {
  const enums = new Map<string, OptionsRef>();
  for (const [key, column] of Object.entries(register.columns)) {
    if (column.type !== "choice" && column.type !== "choices") continue;
    enums.set(
      key,
      optionsEnum(optionsName(register, key), `${register.one.en}: ${term(column.label)}.`, column.options),
    );
  }
  return enums;
}

function optionsEnum(name: string, description: string, options: Options): OptionsRef {
  const values = Object.fromEntries(
    Object.entries(options).map(([option, { label }]) => [option, { value: option, description: term(label) }]),
  );
  return builder.enumType(name, { description, values });
}
