import type { Guard, Lifecycle } from "./register.ts";
import { kept, lacks, type RowGuard } from "./support-guards.ts";
import { WORKERS } from "./support-roles.ts";

/** Steps of a problem (domain.md, section 5). */

const CHANGE_NAMED: RowGuard = {
  rule: "PROBLEM_CHANGE_RAISED_IS_NAMED",
  column: "changes",
  broken: (row) => lacks(row, "changes"),
  message: {
    lv: "Norādiet izmaiņu, kas problēmu novērsīs.",
    en: "Name the change that will remove the problem.",
  },
};
const CHANGE_SUCCESSFUL: Guard = {
  rule: "PROBLEM_RESOLVED_BY_SUCCESSFUL_CHANGE",
  column: "changes",
  fact: "CHANGE_NOT_SUCCESSFUL",
  message: {
    lv: "Problēma nav atrisināta, kamēr tās izmaiņa nav slēgta kā veiksmīga: {names}.",
    en: "The problem is not resolved until its change is closed as successful: {names}.",
  },
};

const HAS_ARTICLE = {
  rule: "PROBLEM_KNOWN_ERROR_NEEDS",
  column: "knowledge",
  message: {
    lv: "Zināmai kļūdai vajadzīgs zināšanu raksts. Norādiet to; ja tāda nav, uzrakstiet.",
    en: "A known error needs a knowledge article. Name it; where there is none, write one.",
  },
};
const KNOWN_ON = ["KNOWN_ERROR", "CHANGE_RAISED", "RESOLVED", "CLOSED"];

export const problemStateGuards: readonly RowGuard[] = [
  kept(["CHANGE_RAISED"], CHANGE_NAMED),
  kept(KNOWN_ON, {
    ...HAS_ARTICLE,
    broken: (row, before) => before !== null && lacks(row, "knowledge") && !lacks(before, "knowledge"),
  }),
];

export const problemLifecycle = {
  column: "state",
  initial: "REGISTERED",
  retired: "CANCELLED",
  done: ["CLOSED", "CANCELLED"],
  since: "registeredAt",
  stamps: { registeredAt: "NOW" },
  transitions: [
    {
      from: "REGISTERED",
      to: "CLASSIFIED",
      who: WORKERS,
      intent: "classifyProblem",
      label: { lv: "Klasificēt", en: "Classify" },
    },
    {
      from: "CLASSIFIED",
      to: "INVESTIGATING",
      who: WORKERS,
      intent: "investigateProblem",
      label: { lv: "Noskaidrot cēloni", en: "Investigate" },
    },
    {
      from: "INVESTIGATING",
      to: "KNOWN_ERROR",
      who: WORKERS,
      at: "knownErrorAt",
      takes: ["workaround"],
      // The article may be named by the problem, or name it.
      guards: [{ ...HAS_ARTICLE, fact: "NO_KNOWLEDGE_OF_ERROR" }],
      intent: "declareKnownError",
      label: { lv: "Atzīt par zināmu kļūdu", en: "Declare a known error" },
    },
    {
      from: "KNOWN_ERROR",
      to: "CHANGE_RAISED",
      who: WORKERS,
      needs: ["changes"],
      guards: [CHANGE_NAMED],
      intent: "raiseChangeForProblem",
      label: { lv: "Ierosināt izmaiņu", en: "Raise a change" },
    },
    // What is removed without a change goes straight; one that names changes waits for them either way.
    ...(["KNOWN_ERROR", "CHANGE_RAISED"] as const).map((from) => ({
      from,
      to: "RESOLVED",
      who: WORKERS,
      at: "resolvedAt",
      guards: [CHANGE_SUCCESSFUL],
      intent: "resolveProblem",
      label: { lv: "Atrisināt", en: "Resolve" },
    })),
    {
      from: "RESOLVED",
      to: "CLOSED",
      who: WORKERS,
      at: "closedAt",
      effects: ["END_APPLICATIONS"],
      intent: "closeProblem",
      label: { lv: "Slēgt", en: "Close" },
    },
    ...(["REGISTERED", "CLASSIFIED", "INVESTIGATING", "KNOWN_ERROR", "CHANGE_RAISED"] as const).map((from) => ({
      from,
      to: "CANCELLED",
      who: WORKERS,
      needs: ["cancelReason"],
      effects: ["END_APPLICATIONS"] as const,
      intent: "cancelProblem",
      label: { lv: "Atcelt", en: "Cancel" },
    })),
  ],
} as const satisfies Lifecycle;
