import { builder } from "./builder.ts";
import type { Candidate } from "./context.ts";
import { signedIn } from "./guard.ts";

const CandidateRef = builder.objectRef<Candidate>("Candidate").implement({
  description: "A row that a reference column may name.",
  fields: (t) => ({
    register: t.exposeString("register"),
    code: t.exposeString("code"),
    name: t.exposeString("name"),
    cell: t.exposeString("cell", { description: "What to write into the cell to name just this row." }),
  }),
});

builder.queryField("lookUp", (t) =>
  t.field({
    type: [CandidateRef],
    description:
      "Rows that a reference column may name and whose code or name holds the text, at most 12; those that begin with it first.",
    args: {
      to: t.arg.string({
        required: true,
        description: "What the column refers to: a register or a group of registers.",
      }),
      text: t.arg.string({ required: true }),
    },
    resolve: (_root, { to, text }, context) => context.use.lookUp(signedIn(context), to, text),
  }),
);
