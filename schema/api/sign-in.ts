import { builder } from "./builder.ts";
import type { SignInChoice } from "./context.ts";
import { uuid } from "./guard.ts";
import { RoleRef } from "./role.ts";

const SignInChoiceRef = builder.objectRef<SignInChoice>("SignInChoice").implement({
  description: "A person as whom one may sign in during development.",
  fields: (t) => ({
    person: t.exposeID("person", { description: "Id of the person, for `signIn`." }),
    name: t.exposeString("name"),
    institution: t.exposeString("institution", { description: "Name of the person's institution." }),
    institutionId: t.exposeID("institutionId", {
      description: "Id of the person's institution; it outlives its name.",
    }),
    roles: t.expose("roles", { type: [RoleRef], description: "Roles held today." }),
  }),
});

const SignedInRef = builder.objectRef<{ token: string; expiresAt: string }>("SignedIn").implement({
  description: "A sign-in, for the header `Authorization: Bearer …`.",
  fields: (t) => ({
    token: t.exposeString("token"),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
  }),
});

builder.queryField("signInChoices", (t) =>
  t.field({
    type: [SignInChoiceRef],
    description: "People as whom one may sign in during development; empty where that is switched off.",
    resolve: (_root, _args, { use }) => use.signInChoices(),
  }),
);

builder.mutationField("signIn", (t) =>
  t.field({
    type: SignedInRef,
    description: "Signs in as one of `signInChoices`. Refused where development sign-in is switched off.",
    args: { person: t.arg.id({ required: true }) },
    resolve: (_root, { person }, { use }) => use.signIn(uuid(person, "person")),
  }),
);
