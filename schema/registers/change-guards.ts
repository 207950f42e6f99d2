import { sameCell } from "./cells.ts";
import { changeModel } from "./change-lifecycle.ts";
import { isEmpty } from "./lifecycle.ts";
import { namesPerson } from "./named-in.ts";
import type { Guard, Row } from "./register.ts";
import type { Words } from "./words.ts";

/** Rules of a change that every write keeps, whatever step it takes (domain.md, section 4). */

const BEFORE_AUTHORISING = ["REGISTERED", "CLASSIFIED", "ASSESSED"];
const isNormal = (row: Row) => changeModel(row)?.startsWith("NORMAL") === true;
const differ = (key: string, row: Row, before: Row | null) =>
  before !== null && !sameCell(row[key] ?? null, before[key] ?? null);

/** Whether `later` comes before `earlier`; instants are kept so that their texts compare. */
const reversed = (row: Row, earlier: string, later: string): boolean => {
  const [first, second] = [row[earlier], row[later]];
  return typeof first === "string" && typeof second === "string" && second < first;
};

/** The second time is not before the first; `when` says for which changes that holds. */
const inOrder = (
  [earlier, first]: readonly [string, Words],
  [later, second]: readonly [string, Words],
  when: (row: Row) => boolean = () => true,
) =>
  ({
    rule: "CHANGE_TIMES_IN_ORDER",
    column: later,
    broken: (row) => when(row) && reversed(row, earlier, later),
    message: {
      lv: `“${second.lv}” ir pirms “${first.lv}”. Labojiet vienu no abiem laikiem.`,
      en: `“${second.en}” is before “${first.en}”. Correct one of the two times.`,
    },
  }) as const satisfies Guard;

/** The times of a change with their headings, in the order in which they pass. */
export const CHANGE_TIMES = {
  registeredAt: { lv: "Reģistrēta", en: "Registered at" },
  assessedAt: { lv: "Novērtēta", en: "Assessed at" },
  authorisedAt: { lv: "Autorizēta", en: "Authorised at" },
  startedAt: { lv: "Ieviešana sākta", en: "Started at" },
  implementedAt: { lv: "Ieviesta", en: "Implemented at" },
  reviewedAt: { lv: "Pārskatīta", en: "Reviewed at" },
  closedAt: { lv: "Slēgta", en: "Closed at" },
} as const satisfies Record<string, Words>;
const time = (key: keyof typeof CHANGE_TIMES) => [key, CHANGE_TIMES[key]] as const;

/** What a request says; a rejected one keeps it. */
const REQUEST = ["title", "description", "reason", "subjects", "kind", "complexity", "requester", "rejectReason"];

export const changeGuards = [
  {
    rule: "CHANGE_AUTHORISER_NOT_INVOLVED",
    column: "authorisedBy",
    broken: ({ authorisedBy, requester, implementers }) =>
      namesPerson(requester, authorisedBy) || namesPerson(implementers, authorisedBy),
    message: {
      lv: "Izmaiņu neautorizē tās pieprasītājs vai ieviesējs. Lūdziet to citam tiesīgam cilvēkam vai norādiet citu ieviesēju.",
      en: "Neither the requester nor an implementer authorises a change. Ask another person who may, or name another implementer.",
    },
  },
  {
    rule: "CHANGE_AUTHORISER_NOT_INVOLVED",
    column: "authorisedBy",
    broken: (row, before) => differ("authorisedBy", row, before) && !isEmpty(row["authorisedBy"]),
    fact: "AUTHORISER_INVOLVED",
    message: {
      lv: "Izmaiņu neautorizē tas, kurš to reģistrēja vai ievieš, lai kas norādīts kā pieprasītājs un ieviesējs. Lūdziet to citam tiesīgam cilvēkam.",
      en: "A change is not authorised by who registered or carries it out, whoever is named as requester and implementer. Ask another person who may.",
    },
  },
  {
    // Of a new row the authoriser may be another: history that is imported keeps its own.
    rule: "CHANGE_AUTHORISED_IN_OWN_NAME",
    column: "authorisedBy",
    broken: (row, before, person) =>
      differ("authorisedBy", row, before) && !isEmpty(row["authorisedBy"]) && row["authorisedBy"] !== person,
    message: {
      lv: "Par autorizētāju var norādīt tikai sevi. Lūdziet tam, kurš autorizē, to izdarīt pašam.",
      en: "One names only oneself as the authoriser. Ask the one who authorises to do so in person.",
    },
  },
  {
    rule: "CHANGE_AUTHORISATION_STAYS",
    column: "authorisedBy",
    broken: (row, before) =>
      before !== null &&
      !BEFORE_AUTHORISING.includes(String(before["state"])) &&
      ["authorisedBy", "authorisedAt"].some((key) => !isEmpty(before[key]) && differ(key, row, before)),
    message: {
      lv: "Dotu autorizāciju vairs nemaina. Atjaunojiet iepriekšējo autorizētāju un laiku.",
      en: "An authorisation that was given does not change. Put the former person and time back.",
    },
  },
  {
    rule: "CHANGE_AUTHORISED_BY_SOMEBODY",
    column: "authorisedBy",
    broken: (row) =>
      isNormal(row) &&
      [...BEFORE_AUTHORISING, "REJECTED", "CANCELLED"].every((state) => row["state"] !== state) &&
      (isEmpty(row["authorisedBy"]) || isEmpty(row["authorisedAt"])),
    message: {
      lv: "Autorizētai normālai izmaiņai ir zināms, kurš un kad to autorizēja. Aizpildiet “Autorizēja” un “Autorizēta”.",
      en: "Of an authorised normal change it is known who authorised it and when. Fill in “Authorised by” and “Authorised at”.",
    },
  },
  {
    rule: "CHANGE_REJECTED_STAYS",
    column: "state",
    broken: (row, before) => before?.["state"] === "REJECTED" && REQUEST.some((key) => differ(key, row, before)),
    message: {
      lv: "Noraidīta izmaiņa vairs nemainās. Reģistrējiet jaunu izmaiņas pieprasījumu.",
      en: "A rejected change does not change any more. Register a new change request.",
    },
  },
  {
    rule: "CHANGE_WINDOW_IN_ORDER",
    column: "plannedEnd",
    broken: ({ plannedStart, plannedEnd }) =>
      typeof plannedStart === "string" && typeof plannedEnd === "string" && plannedEnd <= plannedStart,
    message: {
      lv: "Plānotās beigas nav pēc plānotā sākuma. Labojiet vienu no abiem laikiem.",
      en: "The planned end is not after the planned start. Correct one of the two times.",
    },
  },
  {
    rule: "CHANGE_OUTAGE_IN_WINDOW",
    column: "outageStart",
    broken: (row) => {
      const { outageStart: start, outageEnd: end } = row;
      if (isEmpty(start) && isEmpty(end)) return false;
      if (isEmpty(start) || isEmpty(end) || String(end) <= String(start)) return true;
      return reversed(row, "plannedStart", "outageStart") || reversed(row, "outageEnd", "plannedEnd");
    },
    message: {
      lv: "Plānotajam pārtraukumam ir sākums un vēlākas beigas, abi plānotajā ieviešanas laikā. Labojiet pārtraukuma laikus.",
      en: "A planned outage has a start and a later end, both within the planned window. Correct the times of the outage.",
    },
  },
  {
    rule: "CHANGE_DEVIATIONS_TOLD",
    column: "deviations",
    broken: ({ outcome, deviations }) => outcome === "SUCCESSFUL_WITH_DEVIATION" && isEmpty(deviations),
    message: {
      lv: "Ja ieviests ar novirzēm, aprakstiet tās kolonnā “Novirzes”.",
      en: "Where there were deviations, tell them in “Deviations”.",
    },
  },
  inOrder(time("registeredAt"), time("assessedAt")),
  // Of an emergency change assessment and authorisation follow, in whichever order.
  inOrder(time("assessedAt"), time("authorisedAt"), isNormal),
  inOrder(time("authorisedAt"), time("startedAt"), isNormal),
  inOrder(time("registeredAt"), time("authorisedAt")),
  inOrder(time("registeredAt"), time("startedAt")),
  inOrder(time("startedAt"), time("implementedAt")),
  inOrder(time("implementedAt"), time("reviewedAt")),
  inOrder(time("reviewedAt"), time("closedAt")),
] as const satisfies readonly Guard[];
