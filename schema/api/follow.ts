import { builder } from "./builder.ts";
import { chosenWords } from "./chosen-words.ts";
import type { Followed, Recurring } from "./follow-types.ts";
import { signedIn, uuid } from "./guard.ts";
import { ImpactSubjectRef } from "./impact.ts";
import { WordsRef } from "./words.ts";

const FollowedRef = builder.objectRef<Followed>("FollowedRecord").implement({
  description: "Where the incident, problem or change stands that an application opened.",
  fields: (t) => ({
    code: t.exposeString("code"),
    state: t.string({
      description: "In the language of the request.",
      resolve: ({ state }, _args, context) => chosenWords(state, context),
    }),
    words: t.expose("state", { type: WordsRef, description: "The same in both languages." }),
  }),
});

builder.queryField("followedRecord", (t) =>
  t.field({
    type: FollowedRef,
    nullable: true,
    description:
      "What an application opened and follows, as its applicant is told; null where it opened nothing or is not there.",
    args: { application: t.arg.id({ required: true }) },
    resolve: (_root, { application }, context) =>
      context.use.followedRecord(signedIn(context), uuid(application, "application")),
  }),
);

const NamedRef = builder.objectRef<Recurring["category"]>("RecurringCategory").implement({
  description: "The category that recurring incidents share.",
  fields: (t) => ({ id: t.exposeID("id"), code: t.exposeString("code"), name: t.exposeString("name") }),
});
const IncidentRef = builder.objectRef<Recurring["incidents"][number]>("RecurringIncident").implement({
  description: "One of the incidents that recur.",
  fields: (t) => ({ id: t.exposeID("id"), code: t.exposeString("code"), title: t.exposeString("title") }),
});
const RecurringRef = builder.objectRef<Recurring>("RecurringIncidents").implement({
  description: "Incidents of one service or resource and one category that may be one problem.",
  fields: (t) => ({
    subject: t.expose("subject", { type: ImpactSubjectRef }),
    category: t.expose("category", { type: NamedRef }),
    count: t.exposeInt("count"),
    first: t.expose("first", { type: "DateTime", description: "When the first of them was detected." }),
    last: t.expose("last", { type: "DateTime", description: "When the last of them was detected." }),
    incidents: t.expose("incidents", { type: [IncidentRef], description: "Newest first, at most 20." }),
  }),
});

builder.queryField("recurringIncidents", (t) =>
  t.field({
    type: [RecurringRef],
    description:
      "Closed incidents of one subject and category that no problem explains yet, as many within as many days as the institution sets: each is offered as a new problem. The most frequent first.",
    resolve: (_root, _args, context) => context.use.recurringIncidents(signedIn(context)),
  }),
);
