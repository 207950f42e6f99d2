import type { UndoAnswer } from "../sync/protocol.ts";
import { builder } from "./builder.ts";
import { signedIn, uuid } from "./guard.ts";
import { RowResultRef } from "./row-result.ts";

const UndoAnswerRef = builder.objectRef<UndoAnswer>("UndoAnswer").implement({
  description: "What became of taking a publish back. A row that others changed since keeps their change: CONFLICT.",
  fields: (t) => ({
    batch: t.exposeID("batch"),
    undoneBy: t.exposeID("undoneBy", { description: "The batch under which the undoing itself is recorded." }),
    results: t.expose("results", { type: [RowResultRef] }),
    json: t.field({
      type: "RawJson",
      description: "The whole answer as one JSON value: what a sheet asks for.",
      resolve: (answer, _args, { raw }) => raw.hold(JSON.stringify(answer)),
    }),
  }),
});

builder.mutationField("undo", (t) =>
  t.field({
    type: UndoAnswerRef,
    description: "Puts back what a publish changed and nobody has changed since.",
    args: { register: t.arg.string({ required: true }), batch: t.arg.id({ required: true }) },
    resolve: (_root, { register, batch }, context) =>
      context.use.undo(signedIn(context), register, uuid(batch, "batch")),
  }),
);
