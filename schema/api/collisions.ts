import { builder } from "./builder.ts";
import type { Collision, Collisions, EmergencyChange, EmergencyPaperwork } from "./context.ts";
import { signedIn, uuid } from "./guard.ts";
import { ImpactSubjectRef } from "./impact.ts";

const CollisionKind = builder.enumType("CollisionKind", {
  description: "What a change meets.",
  values: { CHANGE: { description: "Another change." }, FREEZE: { description: "A freeze window." } } as const,
});
const CollisionMeeting = builder.enumType("CollisionMeeting", {
  description: "How they meet.",
  values: {
    SAME: { description: "On the very same service or resource." },
    DEPENDENT: { description: "One is on what depends on the other's." },
    SHARED: { description: "Something depends on both." },
  } as const,
});

const CollisionRef = builder.objectRef<Collision>("Collision").implement({
  description: "A change or a freeze window in the same time on the same or a dependent service or resource.",
  fields: (t) => ({
    kind: t.expose("kind", { type: CollisionKind }),
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    title: t.exposeString("title"),
    state: t.exposeString("state", { nullable: true, description: "The other change's state." }),
    from: t.expose("from", { type: "DateTime" }),
    to: t.expose("to", { type: "DateTime" }),
    how: t.expose("how", { type: CollisionMeeting }),
    on: t.expose("on", { type: [ImpactSubjectRef], description: "Where they meet; at most 20 are told." }),
    more: t.exposeInt("more", { description: "How many further places there are." }),
  }),
});

const WindowRef = builder.objectRef<NonNullable<Collisions["window"]>>("ChangeWindow").implement({
  description: "When a change is to be; half open.",
  fields: (t) => ({ from: t.expose("from", { type: "DateTime" }), to: t.expose("to", { type: "DateTime" }) }),
});

const CollisionsRef = builder.objectRef<Collisions>("Collisions").implement({
  description: "What a change meets in its window, weightiest first.",
  fields: (t) => ({
    window: t.expose("window", {
      type: WindowRef,
      nullable: true,
      description: "Null where the change has no planned start and end: then nothing can be told.",
    }),
    items: t.expose("items", { type: [CollisionRef] }),
  }),
});

builder.queryField("collisions", (t) =>
  t.field({
    type: CollisionsRef,
    nullable: true,
    description:
      "Other changes being assessed, authorised, planned or under way, and freeze windows, that a change meets; null when there is no such change.",
    args: { change: t.arg.id({ required: true }) },
    resolve: (_root, { change }, context) => context.use.collisions(signedIn(context), uuid(change, "change")),
  }),
);

const EmergencyChangeRef = builder.objectRef<EmergencyChange>("EmergencyChange").implement({
  description: "An emergency change that was begun, and the paperwork that must follow.",
  fields: (t) => ({
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    title: t.exposeString("title"),
    startedAt: t.expose("startedAt", { type: "DateTime" }),
    due: t.expose("due", { type: "Date", description: "The last day for assessment and authorisation." }),
    assessedAt: t.expose("assessedAt", { type: "DateTime", nullable: true }),
    authorisedAt: t.expose("authorisedAt", { type: "DateTime", nullable: true }),
    complete: t.exposeBoolean("complete", { description: "Assessed and authorised." }),
    late: t.exposeBoolean("late", { description: "It counts as unauthorised." }),
  }),
});

const EmergencyPaperworkRef = builder.objectRef<EmergencyPaperwork>("EmergencyPaperwork").implement({
  description: "Emergency changes begun, and how many of them count as unauthorised. Working days are plain weekdays.",
  fields: (t) => ({
    begun: t.exposeInt("begun"),
    late: t.exposeInt("late"),
    changes: t.expose("changes", { type: [EmergencyChangeRef], description: "Newest first." }),
  }),
});

builder.queryField("emergencyPaperwork", (t) =>
  t.field({
    type: EmergencyPaperworkRef,
    description: "Whether assessment and authorisation of emergency changes followed in time.",
    resolve: (_root, _args, context) => context.use.emergencyPaperwork(signedIn(context)),
  }),
);
