import { builder } from "./builder.ts";
import { chosenWords } from "./chosen-words.ts";
import type { LinkedRow } from "./context.ts";
import { signedIn, uuid } from "./guard.ts";

const LinkDirection = builder.enumType("LinkDirection", {
  description: "Who names whom.",
  values: {
    OUT: { description: "The row names the record." },
    IN: { description: "The record names the row." },
  } as const,
});

const LinkedRowRef = builder.objectRef<LinkedRow>("LinkedRow").implement({
  description: "A record linked to a row.",
  fields: (t) => ({
    direction: t.expose("direction", { type: LinkDirection }),
    column: t.exposeString("column", { description: "The column that links, of the row or of the record." }),
    columnLabel: t.string({ resolve: ({ columnLabel }, _args, context) => chosenWords(columnLabel, context) }),
    register: t.exposeString("register"),
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    title: t.string({ resolve: ({ title }, _args, context) => chosenWords(title, context) }),
    retired: t.exposeBoolean("retired"),
    total: t.exposeInt("total", { description: "How many records this column links; at most 20 of them are told." }),
  }),
});

builder.queryField("links", (t) =>
  t.field({
    type: [LinkedRowRef],
    description:
      "Records that a row refers to and that refer to it, as far as the person may read them; people left out.",
    args: { register: t.arg.string({ required: true }), row: t.arg.id({ required: true }) },
    resolve: (_root, { register, row }, context) => context.use.links(signedIn(context), register, uuid(row, "row")),
  }),
);
