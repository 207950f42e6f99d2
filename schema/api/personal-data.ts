import { builder } from "./builder.ts";
import { signedIn } from "./guard.ts";

builder.mutationField("erasePersonalData", (t) =>
  t.int({
    description:
      "Erases personal data of applicants where the institution's period for keeping them is over, as the server does " +
      "of itself every day. Gives of how many rows. For portfolio owners.",
    resolve: (_root, _args, context) => context.use.erasePersonalData(signedIn(context)),
  }),
);
