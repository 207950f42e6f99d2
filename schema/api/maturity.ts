import { builder } from "./builder.ts";
import { chosenWords } from "./chosen-words.ts";
import { signedIn } from "./guard.ts";
import type { ConditionStanding, Maturity, MaturityGap, MaturityProcess, TaskStanding } from "./maturity-answer.ts";

const GapRef = builder.objectRef<MaturityGap>("MaturityGap").implement({
  description: "What keeps a process from being in place.",
  fields: (t) => ({
    text: t.string({ resolve: ({ text }, _args, context) => chosenWords(text, context) }),
    register: t.exposeString("register", { description: "Where it is to be filled in." }),
  }),
});

const EvidenceRef = builder.objectRef<MaturityProcess["evidence"]>("MaturityEvidence").implement({
  description: "What shows that a process is at work.",
  fields: (t) => ({
    what: t.string({
      description: "Which records count.",
      resolve: ({ what }, _args, context) => chosenWords(what, context),
    }),
    count: t.exposeInt("count", { description: "How many of them were added or changed in the last 90 days." }),
    last: t.expose("last", { type: "DateTime", nullable: true, description: "The last time within these days." }),
  }),
});

const ProcessRef = builder.objectRef<MaturityProcess>("MaturityProcess").implement({
  description: "One of the twelve processes, and whether it is in place.",
  fields: (t) => ({
    process: t.exposeString("process", { description: "As the register of processes names it." }),
    label: t.string({ resolve: ({ label }, _args, context) => chosenWords(label, context) }),
    mandatoryFor: t.exposeIntList("mandatoryFor", { description: "Levels for which it must be in place." }),
    desirableFor: t.exposeIntList("desirableFor", { description: "Levels for which it is desirable." }),
    manager: t.exposeString("manager", { nullable: true, description: "Name of its manager." }),
    inPlace: t.exposeBoolean("inPlace", {
      description: "It has a manager and a description, and its records were worked on in the last 90 days.",
    }),
    evidence: t.expose("evidence", { type: EvidenceRef }),
    missing: t.expose("missing", { type: [GapRef], description: "Empty where the process is in place." }),
  }),
});

const TaskRef = builder.objectRef<TaskStanding>("TaskStanding").implement({
  description: "One of the 32 tasks of managing services in the institution.",
  fields: (t) => ({
    task: t.exposeString("task"),
    label: t.string({ resolve: ({ label }, _args, context) => chosenWords(label, context) }),
    done: t.exposeString("done", {
      nullable: true,
      description: "`DONE`, `PARTLY` or `NOT`; null where the institution does not say.",
    }),
    related: t.stringList({ description: "Directly related tasks.", resolve: ({ related }) => [...related] }),
    conditions: t.stringList({
      description: "Conditions that a service cannot meet unless the task is done.",
      resolve: ({ conditions }) => [...conditions],
    }),
  }),
});

const ConditionRef = builder.objectRef<ConditionStanding>("ConditionStanding").implement({
  description: "How many of the services in use meet a condition.",
  fields: (t) => ({
    condition: t.exposeString("condition"),
    label: t.string({ resolve: ({ label }, _args, context) => chosenWords(label, context) }),
    met: t.exposeInt("met"),
    partly: t.exposeInt("partly"),
    not: t.exposeInt("not"),
    unknown: t.exposeInt("unknown", { description: "Services that nobody assessed." }),
    tasks: t.stringList({ description: "Tasks on which it depends.", resolve: ({ tasks }) => [...tasks] }),
  }),
});

const MaturityRef = builder.objectRef<Maturity>("Maturity").implement({
  description: "How mature the institution's management of services is, worked out from its records.",
  fields: (t) => ({
    level: t.exposeInt("level", { description: "1 initial, 2 repeatable, 3 defined, 4 managed, 5 optimised." }),
    nextLevel: t.exposeInt("nextLevel", { nullable: true, description: "Null at the highest level." }),
    processes: t.expose("processes", { type: [ProcessRef] }),
    missingForNext: t.field({
      type: [ProcessRef],
      description: "Processes that the next level demands and that are not in place.",
      resolve: ({ processes, nextLevel }) =>
        processes.filter(
          ({ inPlace, mandatoryFor }) => !inPlace && nextLevel !== null && mandatoryFor.includes(nextLevel),
        ),
    }),
    tasks: t.expose("tasks", { type: [TaskRef] }),
    conditions: t.expose("conditions", { type: [ConditionRef] }),
  }),
});

builder.queryField("maturity", (t) =>
  t.field({
    type: MaturityRef,
    description: "The maturity of the person's institution. For its staff.",
    resolve: (_root, _args, context) => context.use.maturity(signedIn(context)),
  }),
);
