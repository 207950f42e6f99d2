import { builder } from "./builder.ts";
import { chosenWords } from "./chosen-words.ts";
import type { Overview, WaitingGroup, WaitingItem } from "./context.ts";
import { signedIn } from "./guard.ts";

const WaitingItemRef = builder.objectRef<WaitingItem>("WaitingItem").implement({
  description: "A record that waits for the person.",
  fields: (t) => ({
    register: t.exposeString("register"),
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    title: t.string({ resolve: ({ title }, _args, context) => chosenWords(title, context) }),
    why: t.string({
      description: "Why it waits, in the language of the request.",
      resolve: ({ why }, _args, context) => chosenWords(why, context),
    }),
    since: t.expose("since", {
      type: "DateTime",
      nullable: true,
      description: "Since when it waits, or when it is due.",
    }),
  }),
});

const WaitingGroupRef = builder.objectRef<WaitingGroup>("WaitingGroup").implement({
  description: "Records that wait for the same reason, those that wait longest first; at most 50 are told.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Such as `CHANGES_TO_AUTHORISE`." }),
    label: t.string({ resolve: ({ label }, _args, context) => chosenWords(label, context) }),
    total: t.exposeInt("total", { description: "How many there are." }),
    items: t.expose("items", { type: [WaitingItemRef] }),
  }),
});

const OverviewRef = builder.objectRef<Overview>("Overview").implement({
  description: "What waits for the person who asks. Groups without records are left out.",
  fields: (t) => ({ groups: t.expose("groups", { type: [WaitingGroupRef] }) }),
});

builder.queryField("overview", (t) =>
  t.field({
    type: OverviewRef,
    description: "What waits for the person who asks: to classify, assess, authorise, review; what is due; collisions.",
    resolve: (_root, _args, context) => context.use.overview(signedIn(context)),
  }),
);
