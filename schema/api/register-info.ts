import { builder } from "./builder.ts";
import type { RegisterAccess } from "./context.ts";
import { RegisterFieldRef } from "./custom-fields.ts";
import { signedIn } from "./guard.ts";
import { WordsRef } from "./words.ts";

const RegisterInfo = builder.objectRef<RegisterAccess>("RegisterInfo").implement({
  description: "A register as the signed-in person may use it.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "For the arguments named `register`." }),
    label: t.expose("label", { type: WordsRef }),
    rows: t.exposeInt("rows", { description: "Rows in use; retired ones are not counted." }),
    mayCreate: t.exposeBoolean("mayCreate", { description: "Whether the person may add rows." }),
    mayEdit: t.exposeBoolean("mayEdit", { description: "Whether there is any row the person may change." }),
    mayRetire: t.exposeBoolean("mayRetire", { description: "Whether the person may take rows out of use." }),
    customFields: t.expose("customFields", {
      type: [RegisterFieldRef],
      description: "Columns that the institution has added to the register, in their order, ended ones too.",
    }),
  }),
});

builder.queryField("registers", (t) =>
  t.field({
    type: [RegisterInfo],
    description: "The registers of the person's institution.",
    resolve: (_root, _args, context) => context.use.registers(signedIn(context)),
  }),
);
