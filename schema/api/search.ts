import { SUPPORT_LEVELS } from "../registers/support-options.ts";
import { builder } from "./builder.ts";
import { signedIn } from "./guard.ts";
import type { FoundArticle, FoundRecord, Playbook, SnippetPart, Suggestions } from "./search-types.ts";

const Part = builder.objectRef<SnippetPart>("SnippetPart").implement({
  description: "A piece of plain text. Pieces follow one another without anything in between.",
  fields: (t) => ({
    text: t.exposeString("text"),
    hit: t.exposeBoolean("hit", { description: "Whether it meets what was asked." }),
  }),
});

const SCORE = "From 0 to 1: how much of what was asked is there; the same subject and category add to it.";

const Record = builder.objectRef<FoundRecord>("FoundRecord").implement({
  description: "A record that may help.",
  fields: (t) => ({
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    title: t.expose("title", { type: [Part] }),
    snippet: t.expose("snippet", { type: [Part] }),
    score: t.exposeFloat("score", { description: SCORE }),
    remedy: t.exposeString("remedy", {
      nullable: true,
      description: "What was done then: the work on an incident, the workaround of a known error.",
    }),
  }),
});

const Article = builder.objectRef<FoundArticle>("FoundArticle").implement({
  description: "An article's published edition; it stays readable while the next one is written.",
  fields: (t) => ({
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    title: t.expose("title", { type: [Part] }),
    snippet: t.expose("snippet", { type: [Part] }),
    score: t.exposeFloat("score", { description: SCORE }),
    level: t.exposeString("level", { description: `Level of support: ${Object.keys(SUPPORT_LEVELS).join(", ")}.` }),
    edition: t.exposeInt("edition"),
    outdated: t.exposeBoolean("outdated", { description: "Whether its review is overdue." }),
    publishedAt: t.expose("publishedAt", { type: "DateTime", nullable: true }),
    reviewDue: t.expose("reviewDue", { type: "Date", nullable: true }),
    audience: t.exposeString("audience", { nullable: true }),
    symptom: t.exposeString("symptom", { nullable: true }),
    cause: t.exposeString("cause", { nullable: true }),
    solution: t.exposeString("solution", { nullable: true }),
  }),
});

const PlaybookRef = builder.objectRef<Playbook>("Playbook").implement({
  description: "The steps kept for a category of incidents.",
  fields: (t) => ({ category: t.exposeString("category"), text: t.exposeString("text") }),
});

const SuggestionsRef = builder.objectRef<Suggestions>("Suggestions").implement({
  description: "What may help with a record that is being written, best first.",
  fields: (t) => ({
    articles: t.expose("articles", { type: [Article] }),
    knownErrors: t.expose("knownErrors", { type: [Record] }),
    closedIncidents: t.expose("closedIncidents", { type: [Record] }),
    playbook: t.expose("playbook", { type: PlaybookRef, nullable: true }),
  }),
});

builder.queryField("suggest", (t) =>
  t.field({
    type: SuggestionsRef,
    description: "Published knowledge, known errors and similar closed incidents for a record that is being written.",
    args: {
      register: t.arg.string({ required: true }),
      title: t.arg.string({ required: true }),
      description: t.arg.string(),
      subject: t.arg.string({ description: "The service or resource it is about: its name, code or id." }),
      category: t.arg.string({ description: "Name, code or id." }),
      limit: t.arg.int({ defaultValue: 5, description: "Of each kind; at most 20." }),
    },
    resolve: (_root, { register, title, description, subject, category, limit }, context) =>
      context.use.suggest(signedIn(context), {
        register,
        title,
        description: description ?? null,
        subject: subject ?? null,
        category: category ?? null,
        limit: limit ?? 5,
      }),
  }),
);

builder.queryField("searchKnowledge", (t) =>
  t.field({
    type: [Article],
    description: "Published knowledge that the person may read, best first; without words the latest first.",
    args: {
      text: t.arg.string({ required: true }),
      level: t.arg.string({ description: "Only of this level of support." }),
      first: t.arg.int({ defaultValue: 20, description: "At most 100." }),
    },
    resolve: (_root, { text, level, first }, context) =>
      context.use.searchKnowledge(signedIn(context), { text, level: level ?? null, first: first ?? 20 }),
  }),
);
