import { SaimeError } from "../messages/errors.ts";
import { builder } from "./builder.ts";
import { signedIn } from "./guard.ts";

builder.queryField("pull", (t) =>
  t.field({
    type: "RawJson",
    description:
      "Rows of a register changed since a cursor, as `{columns, values, count, cursor, more, full}`: names of columns and one list of values a column. " +
      "Repeat with the cursor given while `more` is true; keep the last cursor for later changes.",
    args: {
      register: t.arg.string({ required: true }),
      since: t.arg.string({ description: "Cursor of the page before; left out, the whole register is given." }),
      bytes: t.arg.int({ description: "About how large a page may become." }),
    },
    resolve: async (_root, { register, since, bytes }, context) => {
      const actor = signedIn(context);
      if (bytes != null && bytes < 1) throw new SaimeError("BAD_REQUEST", '"bytes" must be at least 1.');
      return context.raw.hold(await context.use.pull(actor, register, since ?? null, bytes ?? null));
    },
  }),
);
