import { builder } from "./builder.ts";
import { signedIn, uuid } from "./guard.ts";
import { StepOfferRef } from "./registers/steps.ts";

builder.queryField("steps", (t) =>
  t.field({
    type: [StepOfferRef],
    description: "The same as a row's `allowedTransitions`, for whoever knows the register by its key only.",
    args: { register: t.arg.string({ required: true }), row: t.arg.id({ required: true }) },
    resolve: (_root, { register, row }, context) => context.use.steps(signedIn(context), register, uuid(row, "row")),
  }),
);
