import type { FollowedUndo, UndoAnswer } from "../sync/protocol.ts";
import { builder } from "./builder.ts";
import { signedIn, uuid } from "./guard.ts";
import { RefusalRef } from "./refusal.ts";
import { OutcomeRef, RowResultRef } from "./row-result.ts";

const FollowedUndoRef = builder.objectRef<FollowedUndo>("FollowedUndo").implement({
  description: "A record of another register that the publish had opened or ended, and what became of it.",
  fields: (t) => ({
    register: t.exposeString("register"),
    row: t.exposeID("row"),
    code: t.exposeString("code"),
    outcome: t.expose("outcome", { type: OutcomeRef, description: "CONFLICT where somebody has gone on with it." }),
    refusals: t.field({ type: [RefusalRef], resolve: ({ refusals }) => refusals ?? [] }),
  }),
});

const UndoAnswerRef = builder.objectRef<UndoAnswer>("UndoAnswer").implement({
  description: "What became of taking a publish back. A row that others changed since keeps their change: CONFLICT.",
  fields: (t) => ({
    batch: t.exposeID("batch"),
    undoneBy: t.exposeID("undoneBy", { description: "The batch under which the undoing itself is recorded." }),
    results: t.expose("results", { type: [RowResultRef] }),
    followed: t.field({
      type: [FollowedUndoRef],
      description: "Records of other registers that the publish had opened or ended, as far as the person sees them.",
      resolve: ({ followed }) => followed ?? [],
    }),
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
