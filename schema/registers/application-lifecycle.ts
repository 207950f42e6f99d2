import type { Guard, Lifecycle, Row } from "./register.ts";
import { kept, lacks, type RowGuard } from "./support-guards.ts";

/** Steps of an application and the rules they keep (domain.md, section 5). */

/** Kinds that open a record of their own, and the register it stands in. */
export const OPENED_BY_KIND = { INCIDENT: "incidents", PROBLEM: "problems", CHANGE: "changes" } as const;

const opens = ({ kind }: Row): boolean => typeof kind === "string" && Object.hasOwn(OPENED_BY_KIND, kind);

const HANDED_ON: RowGuard = {
  rule: "APPLICATION_HANDED_ON_TO_SOMEBODY",
  column: "assignee",
  broken: (row) =>
    (row["level"] === "L2" && lacks(row, "assignee")) ||
    (row["level"] === "L3" && lacks(row, "assignee") && lacks(row, "handedTo")),
  message: {
    lv: "Pieteikums nodots tālāk: norādiet izpildītāju, 3. līmenī – izpildītāju vai partneri, vai piegādātāju.",
    en: "The application is handed on: name the assignee, at level 3 the assignee or the partner or supplier.",
  },
};
const OPENS_RECORD: RowGuard = {
  rule: "APPLICATION_OPENS_ITS_RECORD",
  column: "opened",
  broken: (row) => opens(row) && lacks(row, "opened"),
  message: {
    lv: "Šāda veida pieteikums atver savu ierakstu. Atveriet incidentu, problēmu vai izmaiņu un norādiet to.",
    en: "An application of this kind opens a record. Open the incident, problem or change and name it.",
  },
};
const OF_ITS_KIND: Guard = {
  rule: "APPLICATION_OPENS_ITS_RECORD",
  column: "opened",
  fact: "OPENED_OTHER_KIND",
  message: {
    lv: "Atvērtais ieraksts {names} nav pieteikuma veidam atbilstošs. Norādiet ierakstu no pareizā žurnāla.",
    en: "The record opened, {names}, is not of the application's kind. Name one of the right log.",
  },
};
const RECORD_DONE: Guard = {
  rule: "APPLICATION_CLOSES_WITH_ITS_RECORD",
  column: "opened",
  fact: "OPENED_RECORD_NOT_DONE",
  message: {
    lv: "Pieteikums beidzas līdz ar ierakstu, ko tas atvēra, bet {names} vēl nav slēgts.",
    en: "The application ends with the record it opened, but {names} is not closed yet.",
  },
};
const WAITS_FOR_SOMEBODY: RowGuard = {
  rule: "APPLICATION_PENDING_SAYS_FOR_WHOM",
  column: "waitsFor",
  broken: (row) => lacks(row, "waitsFor"),
  message: {
    lv: "Kamēr pieteikums gaida, jābūt redzamam, uz ko.",
    en: "While the application is pending it has to say for whom it waits.",
  },
};
const ESCALATED_WITH_REASON: RowGuard = {
  rule: "APPLICATION_ESCALATED_WITH_REASON",
  column: "escalationReason",
  broken: (row, before) => {
    if (lacks(row, "escalatedTo")) return false;
    const anew = before !== null && !lacks(before, "escalatedTo") && before["escalatedTo"] !== row["escalatedTo"];
    return lacks(row, "escalationReason") || (anew && before["escalationReason"] === row["escalationReason"]);
  },
  message: {
    lv: "Nododot pieteikumu vadībai, norādiet šīs nodošanas iemeslu.",
    en: "When an application goes up to management, say why this time.",
  },
};

const WORKED_ON = ["IN_PROGRESS", "PENDING", "FULFILLED"];

export const applicationStateGuards: readonly Guard[] = [
  ESCALATED_WITH_REASON,
  OF_ITS_KIND,
  kept(WORKED_ON, HANDED_ON),
  kept(WORKED_ON, OPENS_RECORD),
  kept(["PENDING"], WAITS_FOR_SOMEBODY),
];

export const applicationLifecycle = {
  column: "state",
  initial: "REGISTERED",
  retired: "CANCELLED",
  aside: ["REJECTED"],
  waits: { state: "PENDING", column: "waitsFor" },
  done: ["CLOSED", "CANCELLED"],
  since: "registeredAt",
  stamps: { receivedAt: "NOW", registeredAt: "NOW" },
  transitions: [
    {
      from: "REGISTERED",
      to: "CLASSIFIED",
      intent: "classifyApplication",
      label: { lv: "Klasificēt", en: "Classify" },
    },
    {
      from: "CLASSIFIED",
      to: "IN_PROGRESS",
      guards: [HANDED_ON, OPENS_RECORD],
      effects: ["OPEN_RECORD"],
      intent: "startApplication",
      label: { lv: "Sākt izpildi", en: "Start work" },
    },
    {
      from: "IN_PROGRESS",
      to: "PENDING",
      needs: ["waitsFor"],
      intent: "holdApplication",
      label: { lv: "Gaidīt", en: "Wait" },
    },
    {
      from: "PENDING",
      to: "IN_PROGRESS",
      clears: ["waitsFor"],
      intent: "resumeApplication",
      label: { lv: "Turpināt", en: "Resume" },
    },
    {
      from: "IN_PROGRESS",
      to: "FULFILLED",
      at: "fulfilledAt",
      takes: ["answer"],
      guards: [RECORD_DONE],
      intent: "fulfilApplication",
      label: { lv: "Izpildīt", en: "Fulfil" },
    },
    {
      from: "IN_PROGRESS",
      to: "REJECTED",
      needs: ["rejectReason"],
      intent: "rejectApplication",
      label: { lv: "Noraidīt", en: "Reject" },
    },
    ...(["FULFILLED", "REJECTED"] as const).map((from) => ({
      from,
      to: "CLOSED",
      at: "closedAt",
      ...(from === "FULFILLED" && { guards: [RECORD_DONE] }),
      intent: "closeApplication",
      label: { lv: "Slēgt", en: "Close" },
    })),
    // Entered by mistake, twice, or withdrawn by the applicant; what the institution refuses is rejected.
    ...(["REGISTERED", "CLASSIFIED", "IN_PROGRESS", "PENDING"] as const).map((from) => ({
      from,
      to: "CANCELLED",
      needs: ["cancelReason"],
      intent: "cancelApplication",
      label: { lv: "Atcelt", en: "Cancel" },
    })),
  ],
} as const satisfies Lifecycle;
