import { builder } from "./builder.ts";
import type { ApiToken, NewApiToken } from "./context.ts";
import { signedIn, uuid } from "./guard.ts";

const ApiTokenRef = builder.objectRef<ApiToken>("ApiToken").implement({
  description: "What a monitoring or measuring system signs in with: it registers incidents and enters measurements.",
  fields: (t) => ({
    id: t.exposeID("id"),
    name: t.exposeString("name", { description: "The system's name; history shows it." }),
    createdBy: t.exposeString("createdBy", { description: "Name of the person who made it." }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true, description: "Since when it is no good." }),
  }),
});

const NewApiTokenRef = builder.objectRef<NewApiToken>("NewApiToken").implement({
  description: "A token just made.",
  fields: (t) => ({
    token: t.exposeString("token", {
      description: "For the header `Authorization: Bearer …`. It is told this once and kept nowhere.",
    }),
    apiToken: t.field({ type: ApiTokenRef, resolve: (made) => made }),
  }),
});

builder.queryField("apiTokens", (t) =>
  t.field({
    type: [ApiTokenRef],
    description: "API tokens of the institution, newest first, revoked ones among them; for portfolio owners.",
    resolve: (_root, _args, context) => context.use.apiTokens(signedIn(context)),
  }),
);

builder.mutationField("createApiToken", (t) =>
  t.field({
    type: NewApiTokenRef,
    description: "Makes a token for a monitoring or measuring system; for portfolio owners.",
    args: { name: t.arg.string({ required: true }) },
    resolve: (_root, { name }, context) => context.use.createApiToken(signedIn(context), name),
  }),
);

builder.mutationField("revokeApiToken", (t) =>
  t.field({
    type: ApiTokenRef,
    description: "Lets nobody sign in with a token any more; for portfolio owners.",
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => context.use.revokeApiToken(signedIn(context), uuid(id, "id")),
  }),
);
