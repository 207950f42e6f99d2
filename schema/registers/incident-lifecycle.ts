import type { Lifecycle, Row } from "./register.ts";
import { kept, lacks, type RowGuard } from "./support-guards.ts";
import { OWNERS } from "./owners.ts";
import { SUPPORTERS, WORKERS } from "./support-roles.ts";

/** Steps of an incident and the rules they keep (domain.md, section 3). */

const P1_IS_MAJOR: RowGuard = {
  rule: "INCIDENT_P1_IS_MAJOR",
  column: "major",
  broken: (row) => row["priority"] === "P1" && row["major"] === false && lacks(row, "notMajorReason"),
  message: {
    lv: "P1 incidents ir būtisks. Rakstiet “Jā”, vai arī saimnieks pamato kolonnā “Kāpēc nav būtisks”.",
    en: "A P1 incident is major. Write “Yes”, or let the owner say why not in “Why not major”.",
  },
};
const PARTIAL_HAS_SHARE: RowGuard = {
  rule: "INCIDENT_PARTIAL_OUTAGE_HAS_SHARE",
  column: "outageShare",
  broken: (row) => row["outage"] === "PARTIAL" && lacks(row, "outageShare"),
  message: {
    lv: "Pārtraukums ir daļējs: rakstiet, cik procentu nedarbojas.",
    en: "The outage is partial: write how many per cent do not work.",
  },
};
const MAJOR_HAS_COORDINATOR: RowGuard = {
  rule: "INCIDENT_MAJOR_HAS_COORDINATOR",
  column: "coordinator",
  broken: (row) => row["major"] === true && lacks(row, "coordinator"),
  message: {
    lv: "Būtiskam incidentam vajadzīgs koordinators. Ierakstiet to.",
    en: "A major incident needs a coordinator. Name one.",
  },
};
const RESULT_CONFIRMED: RowGuard = {
  rule: "INCIDENT_CLOSED_WHEN_CONFIRMED",
  column: "confirmed",
  broken: (row) => row["confirmed"] !== true,
  message: {
    lv: "Slēdz tad, kad rezultāts apstiprināts. Pārliecinieties un rakstiet “Jā”, vai atveriet incidentu no jauna.",
    en: "It is closed once the result is confirmed. Make sure and write “Yes”, or reopen the incident.",
  },
};
const WORKAROUND_HAS_PROBLEM: RowGuard = {
  rule: "INCIDENT_WORKAROUND_HAS_PROBLEM",
  column: "problem",
  broken: (row) => row["resolution"] === "WORKAROUND" && lacks(row, "problem") && lacks(row, "noProblemReason"),
  message: {
    lv: "Pēc pagaidu risinājuma norādiet problēmu vai kolonnā “Kāpēc nav problēmas” pamatojiet, kāpēc tās nav.",
    en: "After a workaround link the problem, or say in “Why no problem” why there is none.",
  },
};
const WAITING_SAYS_FOR_WHOM: readonly RowGuard[] = (["waitsFor", "waitsSince"] as const).map((column) => ({
  rule: "INCIDENT_PENDING_SAYS_FOR_WHOM",
  column,
  broken: (row: Row) => lacks(row, column),
  message: {
    lv: "Kamēr incidents gaida, jābūt redzamam, uz ko un kopš kura laika.",
    en: "While the incident is pending it has to say for whom it waits and since when.",
  },
}));

const CLASSIFIED_ON = ["CLASSIFIED", "DIAGNOSING", "PENDING", "RESOLVING", "RESOLVED", "CLOSED"];

/** What a step asks for stays true in the states after it. */
export const incidentStateGuards: readonly RowGuard[] = [
  kept(CLASSIFIED_ON, P1_IS_MAJOR),
  kept(CLASSIFIED_ON, PARTIAL_HAS_SHARE),
  kept(CLASSIFIED_ON.slice(1), MAJOR_HAS_COORDINATOR),
  ...WAITING_SAYS_FOR_WHOM.map((guard) => kept(["PENDING"], guard)),
  kept(["CLOSED"], WORKAROUND_HAS_PROBLEM),
];

const CLOSE = {
  from: "RESOLVED",
  to: "CLOSED",
  effects: ["END_APPLICATIONS"],
  takes: ["noProblemReason"],
  intent: "closeIncident",
  label: { lv: "Slēgt", en: "Close" },
} as const;

export const incidentLifecycle = {
  column: "state",
  initial: "REGISTERED",
  retired: "CANCELLED",
  waits: { state: "PENDING", column: "waitsFor" },
  done: ["CLOSED", "CANCELLED"],
  since: "registeredAt",
  stamps: { registeredAt: "NOW", reporter: "ACTOR" },
  // A major incident is closed by others and asks for more.
  model: ({ major }) => (major === true ? "MAJOR" : "ORDINARY"),
  transitions: [
    {
      from: "REGISTERED",
      to: "CLASSIFIED",
      who: WORKERS,
      at: "reactedAt",
      takes: ["notMajorReason"],
      guards: [PARTIAL_HAS_SHARE, P1_IS_MAJOR],
      intent: "classifyIncident",
      label: { lv: "Klasificēt", en: "Classify" },
    },
    {
      from: "CLASSIFIED",
      to: "DIAGNOSING",
      who: WORKERS,
      guards: [MAJOR_HAS_COORDINATOR],
      intent: "diagnoseIncident",
      label: { lv: "Sākt diagnosticēšanu", en: "Start diagnosing" },
    },
    {
      from: "DIAGNOSING",
      to: "RESOLVING",
      who: WORKERS,
      intent: "startResolvingIncident",
      label: { lv: "Sākt risināšanu", en: "Start resolving" },
    },
    {
      from: "RESOLVING",
      to: "RESOLVED",
      who: WORKERS,
      at: "resolvedAt",
      stamps: { resolver: "ACTOR" },
      effects: ["COUNT_KNOWLEDGE"],
      takes: ["resolvedLevel", "knowledge"],
      intent: "resolveIncident",
      label: { lv: "Atrisināt", en: "Resolve" },
    },
    {
      ...CLOSE,
      models: ["ORDINARY"],
      who: ["FRONT_OFFICE", "SERVICE_OWNER", "RESOURCE_OWNER"],
      needs: ["confirmed"],
      at: "closedAt",
      stamps: { closedBy: "ACTOR" },
      guards: [RESULT_CONFIRMED, WORKAROUND_HAS_PROBLEM],
    },
    {
      ...CLOSE,
      models: ["MAJOR"],
      who: OWNERS,
      never: ["resolver"],
      // Without the name of who resolved it nobody could tell that another one closes it.
      needs: ["resolver", "confirmed", "review", "lessons"],
      at: "closedAt",
      stamps: { closedBy: "ACTOR" },
      guards: [
        RESULT_CONFIRMED,
        WORKAROUND_HAS_PROBLEM,
        {
          rule: "INCIDENT_MAJOR_FOUR_EYES",
          column: "state",
          fact: "RESOLVED_BY_ASKER",
          message: {
            lv: "Būtisku incidentu neslēdz tas, kurš to pārveda uz “Atrisināts”, lai ko saka “Atrisināja”. Lūdziet citam saimniekam.",
            en: "A major incident is not closed by whoever took it to “Resolved”, whatever “Resolved by” says. Ask another owner to.",
          },
        },
        {
          rule: "INCIDENT_LESSONS_HAVE_IMPROVEMENTS",
          column: "lessons",
          fact: "LESSONS_WITHOUT_IMPROVEMENT",
          message: {
            lv: "Pārskatā mācību skaits ir {need}, reģistrēto uzlabojumu – {have}. Katrai mācībai reģistrējiet uzlabojumu.",
            en: "The review draws {need} lessons, {have} improvements are recorded from them. Record one for each lesson.",
          },
        },
      ],
    },
    {
      from: "RESOLVED",
      to: "DIAGNOSING",
      who: SUPPORTERS,
      counts: ["reopened"],
      clears: ["restoredAt", "resolution", "workDone", "resolvedLevel", "resolver", "resolvedAt", "confirmed"],
      intent: "reopenIncident",
      label: { lv: "Atvērt no jauna", en: "Reopen" },
    },
    ...(["DIAGNOSING", "RESOLVING"] as const).flatMap((at) => [
      {
        from: at,
        to: "PENDING",
        who: WORKERS,
        needs: ["waitsFor", "waitsSince"],
        at: "waitsSince",
        intent: "holdIncident",
        label: { lv: "Gaidīt", en: "Wait" },
      },
      {
        from: "PENDING",
        to: at,
        who: WORKERS,
        clears: ["waitsFor", "waitsSince"],
        intent: at === "DIAGNOSING" ? "diagnoseIncident" : "startResolvingIncident",
        label:
          at === "DIAGNOSING"
            ? { lv: "Turpināt diagnosticēšanu", en: "Go on diagnosing" }
            : { lv: "Turpināt risināšanu", en: "Go on resolving" },
      },
    ]),
    ...(["REGISTERED", "CLASSIFIED", "DIAGNOSING", "PENDING", "RESOLVING"] as const).map((from) => ({
      from,
      to: "CANCELLED",
      who: SUPPORTERS,
      needs: ["cancelReason"],
      takes: ["duplicateOf"],
      effects: ["END_APPLICATIONS"] as const,
      intent: "cancelIncident",
      label: { lv: "Atcelt", en: "Cancel" },
    })),
  ],
} as const satisfies Lifecycle;
