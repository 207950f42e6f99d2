import { builder } from "./builder.ts";
import type { ImpactAnswer, ImpactHit, ImpactSubject } from "./context.ts";
import { signedIn, uuid } from "./guard.ts";

export const ImpactSubjectRef = builder.objectRef<ImpactSubject>("ImpactSubject").implement({
  description: "A service or resource.",
  fields: (t) => ({
    id: t.exposeID("id"),
    register: t.exposeString("register", { description: "`services` or `resources`." }),
    code: t.exposeString("code"),
    name: t.exposeString("name"),
  }),
});

const ImpactHitRef = builder.objectRef<ImpactHit>("ImpactHit").implement({
  description: "A service or resource that goes down, and by which way.",
  fields: (t) => ({
    id: t.exposeID("id"),
    register: t.exposeString("register", { description: "`services` or `resources`." }),
    code: t.exposeString("code"),
    name: t.exposeString("name"),
    steps: t.int({
      description: "How many dependencies lie between it and what failed.",
      resolve: ({ path }) => path.length - 1,
    }),
    through: t.id({
      description:
        "What it needs and what is down: the next one on the way to what failed. The hits make a tree by it.",
      resolve: ({ path }) => path[1] ?? "",
    }),
    path: t.exposeIDList("path", { description: "Ids from it to what failed, both included." }),
    way: t.exposeString("way", { description: "The same way in codes, such as `P-0004 → R-0002 → R-0001`." }),
  }),
});

const ImpactRef = builder.objectRef<ImpactAnswer>("Impact").implement({
  description:
    "What goes down when `failed` are down: whoever critically needs them, through any number of steps; a redundancy group is down when all its members are.",
  fields: (t) => ({
    failed: t.expose("failed", { type: [ImpactSubjectRef] }),
    hits: t.field({
      type: [ImpactHitRef],
      description: "Nearest first.",
      args: { register: t.arg.string({ description: "Only `services`, or only `resources`." }) },
      resolve: ({ hits }, { register }) => (register == null ? hits : hits.filter((hit) => hit.register === register)),
    }),
    services: t.int({ resolve: ({ hits }) => count(hits, "services") }),
    resources: t.int({ resolve: ({ hits }) => count(hits, "resources") }),
  }),
});

const count = (hits: readonly ImpactHit[], register: string): number =>
  hits.reduce((sum, hit) => sum + (hit.register === register ? 1 : 0), 0);

builder.queryField("impact", (t) =>
  t.field({
    type: ImpactRef,
    nullable: true,
    description: "What goes down with a service or resource; null when there is none.",
    args: { subject: t.arg.id({ required: true }) },
    resolve: (_root, { subject }, context) => context.use.impact(signedIn(context), uuid(subject, "subject")),
  }),
);

builder.queryField("impactOf", (t) =>
  t.field({
    type: ImpactRef,
    nullable: true,
    description:
      "What goes down with the services and resources that a record is about, such as an incident or a change; null when it is about none.",
    args: { register: t.arg.string({ required: true }), row: t.arg.id({ required: true }) },
    resolve: (_root, { register, row }, context) => context.use.impactOf(signedIn(context), register, uuid(row, "row")),
  }),
);
