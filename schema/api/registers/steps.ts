import type { ObjectRef } from "@pothos/core";
import type { Register } from "../../registers/register.ts";
import { builder, type Types } from "../builder.ts";
import type { ListedRow } from "../context.ts";
import { signedIn } from "../guard.ts";
import { RefusalRef } from "../refusal.ts";
import { WordsRef } from "../words.ts";
import type { StepOffer } from "../../registers/offers.ts";
import { chosenWords } from "../chosen-words.ts";

export const StepOfferRef = builder.objectRef<StepOffer>("AllowedTransition").implement({
  description: "A step of a row's lifecycle from the state it is in; where it is not allowed, with the reasons.",
  fields: (t) => ({
    to: t.exposeString("to", { description: "The state it leads to, as the register's enum names it." }),
    toLabel: t.string({ resolve: ({ toLabel }, _args, context) => chosenWords(toLabel, context) }),
    label: t.string({
      description: "What the step is called, in the language of the request.",
      resolve: ({ label }, _args, context) => chosenWords(label, context),
    }),
    words: t.expose("label", { type: WordsRef, description: "What the step is called, in both languages." }),
    intent: t.exposeString("intent", { description: "The mutation that takes the step." }),
    allowed: t.exposeBoolean("allowed", {
      description: "True when nothing but empty cells (`needs`) stands in the way.",
    }),
    needs: t.exposeStringList("needs", { description: "Columns to be filled in with the step." }),
    takes: t.exposeStringList("takes", { description: "Columns that may be filled in with the step." }),
    who: t.string({
      description: "Who may take it.",
      resolve: ({ who }, _args, context) => chosenWords(who, context),
    }),
    warnings: t.stringList({
      description: "What to know before taking the step, such as a collision; it may be taken all the same.",
      resolve: ({ warnings }, _args, context) => warnings.map((words) => chosenWords(words, context)),
    }),
    reasons: t.expose("refusals", { type: [RefusalRef], description: "What stands in the way, weightiest first." }),
  }),
});

/** Gives a register's row type the steps that are open to the row. */
export function addAllowedTransitions(register: Register, row: ObjectRef<Types, ListedRow>): void {
  if (!register.lifecycle) return;
  builder.objectField(row, "allowedTransitions", (t) =>
    t.field({
      type: [StepOfferRef],
      description: "Every step from the row's state: allowed, or with what stands in the way and who may take it.",
      resolve: ({ id }, _args, context) => context.use.steps(signedIn(context), register.key, id),
    }),
  );
}
