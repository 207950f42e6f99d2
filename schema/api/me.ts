import { builder } from "./builder.ts";
import type { SignedIn } from "./context.ts";
import { RoleRef } from "./role.ts";

export const Me = builder.objectRef<SignedIn>("Me").implement({
  description: "The signed-in person.",
  fields: (t) => ({
    person: t.exposeID("personId", { description: "Id of the person." }),
    name: t.exposeString("name"),
    institution: t.exposeString("institution", { description: "Name of the person's institution." }),
    institutionId: t.exposeID("institutionId", {
      description: "Id of the person's institution; it outlives its name.",
    }),
    roles: t.expose("roles", {
      type: [RoleRef],
      description: "Roles held today. Roles on single rows, such as the owner of a service, come from the rows.",
    }),
  }),
});

builder.queryField("me", (t) =>
  t.field({
    type: Me,
    nullable: true,
    description: "The signed-in person; null when nobody is.",
    resolve: (_root, _args, context) => context.actor,
  }),
);
