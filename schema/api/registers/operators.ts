import { type InputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import { type OptionsRef } from "./options.ts";

/** Conditions on one column. Those given together must all hold. The keys are the operators of `ListQuery.where`. */
export interface Operators {
  readonly eq?: unknown;
  readonly in?: readonly unknown[] | null | undefined;
  readonly contains?: unknown;
  readonly gte?: unknown;
  readonly lte?: unknown;
  readonly isNull?: boolean | null | undefined;
}

const EMPTY = "True: the cell is empty; false: it is filled in.";

export const TextFilter: InputRef<Operators> = builder.inputType("TextFilter", {
  description: "Conditions on a text.",
  fields: (t) => ({
    eq: t.string(),
    in: t.stringList(),
    contains: t.string({ description: "Holds this text, whatever the case of the letters." }),
    isNull: t.boolean({ description: EMPTY }),
  }),
});

export const DateFilter: InputRef<Operators> = builder.inputType("DateFilter", {
  description: "Conditions on a day.",
  fields: (t) => ({
    eq: t.field({ type: "Date" }),
    in: t.field({ type: ["Date"] }),
    gte: t.field({ type: "Date", description: "On this day or later." }),
    lte: t.field({ type: "Date", description: "On this day or earlier." }),
    isNull: t.boolean({ description: EMPTY }),
  }),
});

export const IntFilter: InputRef<Operators> = builder.inputType("IntFilter", {
  description: "Conditions on a whole number.",
  fields: (t) => ({
    eq: t.int(),
    in: t.intList(),
    gte: t.int(),
    lte: t.int(),
    isNull: t.boolean({ description: EMPTY }),
  }),
});

export const ReferenceFilter: InputRef<Operators> = builder.inputType("ReferenceFilter", {
  description: "Conditions on a reference, by id.",
  fields: (t) => ({ eq: t.id(), in: t.idList(), isNull: t.boolean({ description: EMPTY }) }),
});

export const ReferenceListFilter: InputRef<Operators> = builder.inputType("ReferenceListFilter", {
  description: "Conditions on a list of references, by id.",
  fields: (t) => ({
    contains: t.id({ description: "This one is among them." }),
    isNull: t.boolean({ description: EMPTY }),
  }),
});

/** Made only when a register has such a column: a schema holds no type that nothing uses. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
};

export const floatFilter = once((): InputRef<Operators> =>
  builder.inputType("FloatFilter", {
    description: "Conditions on a number.",
    fields: (t) => ({
      eq: t.float(),
      in: t.floatList(),
      gte: t.float(),
      lte: t.float(),
      isNull: t.boolean({ description: EMPTY }),
    }),
  }),
);

export const instantFilter = once((): InputRef<Operators> =>
  builder.inputType("DateTimeFilter", {
    description: "Conditions on an instant.",
    fields: (t) => ({
      eq: t.field({ type: "DateTime" }),
      gte: t.field({ type: "DateTime", description: "At this instant or later." }),
      lte: t.field({ type: "DateTime", description: "At this instant or earlier." }),
      isNull: t.boolean({ description: EMPTY }),
    }),
  }),
);

export const booleanFilter = once((): InputRef<Operators> =>
  builder.inputType("BooleanFilter", {
    description: "Conditions on yes or no.",
    fields: (t) => ({ eq: t.boolean(), isNull: t.boolean({ description: EMPTY }) }),
  }),
);

/** Conditions on a choice (`many` false) or on a list of choices. */
export function optionFilter(name: string, option: OptionsRef, many: boolean): InputRef<Operators> {
  return builder.inputType(`${name}Filter`, {
    description: many ? "Conditions on a list of options." : "Conditions on an option.",
    fields: (t) => ({
      ...(many
        ? { contains: t.field({ type: option, description: "This one is among them." }) }
        : { eq: t.field({ type: option }), in: t.field({ type: [option] }) }),
      isNull: t.boolean({ description: EMPTY }),
    }),
  });
}
