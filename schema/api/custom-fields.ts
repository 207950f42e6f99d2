import { FIELD_TYPES, type FieldType } from "../registers/field-types.ts";
import type { CustomField } from "../registers/custom.ts";
import { builder } from "./builder.ts";
import { chosenWords } from "./chosen-words.ts";
import type { ListedRow } from "./context.ts";
import { term } from "./term.ts";
import { WordsRef } from "./words.ts";

const CustomFieldKind = builder.enumType("CustomFieldKind", {
  description: "What is written into a column that an institution has added.",
  values: Object.fromEntries(
    Object.entries(FIELD_TYPES).map(([key, { label }]) => [key, { description: term(label) }]),
  ) as Record<FieldType, { description: string }>,
});

export const RegisterFieldRef = builder.objectRef<CustomField>("RegisterField").implement({
  description: "A column that the institution has added to a register.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Names the column in `push`, `pull` and `history`; it never changes." }),
    label: t.expose("label", { type: WordsRef }),
    help: t.expose("help", { type: WordsRef, nullable: true }),
    type: t.expose("type", { type: CustomFieldKind }),
    options: t.stringList({
      resolve: ({ options }) => options ?? [],
      description: "What can be chosen, of one of a list.",
    }),
    required: t.boolean({ resolve: ({ required }) => required === true }),
    retired: t.boolean({
      resolve: ({ retired }) => retired === true,
      description: "No longer in use: kept in the rows and told in their history.",
    }),
  }),
});

export const CustomCellRef = builder.objectRef<ListedRow["custom"][number]>("CustomCell").implement({
  description: "What a row holds in a column that the institution has added.",
  fields: (t) => ({
    key: t.exposeString("key"),
    label: t.string({
      description: "The column's heading in the language of the request.",
      resolve: ({ label }, _args, context) => chosenWords(label, context),
    }),
    value: t.field({ type: "Json", nullable: true, resolve: ({ value }) => value }),
  }),
});
