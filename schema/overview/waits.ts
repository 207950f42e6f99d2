import type { RegisterKey } from "../registers/catalogue.ts";
import { OWNERS } from "../registers/owners.ts";
import type { Who } from "../registers/roles.ts";
import type { Words } from "../registers/words.ts";

/**
 * What may wait for a person, as data: which rows of which register, and whose they are. The overview of a person is
 * worked out from this table alone (server/overview/overview.ts).
 */
export interface Wait {
  readonly key: string;
  readonly register: RegisterKey;
  /** Heading of the group, and why each of its rows waits. */
  readonly label: Words;
  readonly why: Words;
  readonly states: readonly string[];
  /**
   * Whose: people named in one of `columns`; who may take the step `intent` from the row's state (its roles, its own
   * people, never those its four eyes keep out); holders of one of `who` for the row; or everyone.
   */
  readonly whose:
    | { readonly columns: readonly string[] }
    | { readonly intent: string }
    | { readonly who: readonly Who[]; readonly columns?: readonly string[] }
    | "ALL";
  /** A yes-or-no column that says yes. */
  readonly yes?: string;
  /** A day column that has come, or comes within so many days. */
  readonly day?: { readonly column: string; readonly within: number };
  /** A day column that lies more than so many years back. */
  readonly older?: { readonly column: string; readonly years: number };
  /** No row of `register` in `states` names this row by `via` and the person by `by`. */
  readonly lacks?: {
    readonly register: RegisterKey;
    readonly via: string;
    readonly by: string;
    readonly states: readonly string[];
  };
  /** A list of people in which the person does not stand alone. */
  readonly notAlone?: string;
  /** Since when it waits; the moment of entering the register where that is empty. */
  readonly since: string;
}

export const WAITS = [
  {
    key: "MAJOR_INCIDENTS",
    register: "incidents",
    label: { lv: "Būtiski incidenti", en: "Major incidents" },
    why: { lv: "Būtisks incidents vēl nav slēgts.", en: "A major incident that is not closed." },
    states: ["REGISTERED", "CLASSIFIED", "DIAGNOSING", "PENDING", "RESOLVING", "RESOLVED"],
    yes: "major",
    whose: "ALL",
    since: "detectedAt",
  },
  {
    key: "INCIDENTS_ASSIGNED",
    register: "incidents",
    label: { lv: "Man uzticētie incidenti", en: "Incidents assigned to me" },
    why: { lv: "Jūs esat izpildītājs vai koordinators.", en: "You are its assignee or coordinator." },
    states: ["CLASSIFIED", "DIAGNOSING", "PENDING", "RESOLVING"],
    whose: { columns: ["assignee", "coordinator"] },
    since: "detectedAt",
  },
  {
    key: "INCIDENTS_TO_CLASSIFY",
    register: "incidents",
    label: { lv: "Klasificējamie incidenti", en: "Incidents to classify" },
    why: { lv: "Incidents reģistrēts un gaida klasificēšanu.", en: "Registered, waiting to be classified." },
    states: ["REGISTERED"],
    whose: { intent: "classifyIncident" },
    since: "registeredAt",
  },
  {
    key: "INCIDENTS_TO_CLOSE",
    register: "incidents",
    label: { lv: "Pārbaudāmie un slēdzamie incidenti", en: "Incidents to verify and close" },
    why: { lv: "Atrisināts; rezultāts jāapstiprina.", en: "Resolved; the result is to be confirmed." },
    states: ["RESOLVED"],
    whose: { intent: "closeIncident" },
    since: "resolvedAt",
  },
  {
    key: "APPLICATIONS_ASSIGNED",
    register: "applications",
    label: { lv: "Man uzticētie pieteikumi", en: "Applications assigned to me" },
    why: { lv: "Jūs esat izpildītājs, vai tas nodots jums.", en: "You are its assignee, or it was escalated to you." },
    states: ["CLASSIFIED", "IN_PROGRESS", "PENDING"],
    whose: { columns: ["assignee", "escalatedTo"] },
    since: "registeredAt",
  },
  {
    key: "PROBLEMS_ASSIGNED",
    register: "problems",
    label: { lv: "Man uzticētās problēmas", en: "Problems assigned to me" },
    why: { lv: "Jūs esat izpildītājs.", en: "You are its assignee." },
    states: ["CLASSIFIED", "INVESTIGATING", "KNOWN_ERROR", "CHANGE_RAISED"],
    whose: { columns: ["assignee"] },
    since: "registeredAt",
  },
  {
    key: "CHANGES_TO_ASSESS",
    register: "changes",
    label: { lv: "Novērtējamās izmaiņas", en: "Changes to assess" },
    why: {
      lv: "Jūs esat norādīts kā eksperts un novērtējumu vēl neesat iesniedzis.",
      en: "You are named as an expert and have not given your assessment.",
    },
    states: ["CLASSIFIED", "IMPLEMENTING", "IMPLEMENTED"],
    whose: { columns: ["experts"] },
    lacks: { register: "assessments", via: "change", by: "expert", states: ["GIVEN", "WITHDRAWN"] },
    since: "registeredAt",
  },
  {
    key: "CHANGES_TO_AUTHORISE",
    register: "changes",
    label: { lv: "Autorizējamās izmaiņas", en: "Changes to authorise" },
    why: { lv: "Novērtēta un gaida jūsu lēmumu.", en: "Assessed, waiting for your decision." },
    states: ["ASSESSED"],
    whose: { intent: "authoriseChange" },
    since: "assessedAt",
  },
  {
    key: "CHANGES_TO_IMPLEMENT",
    register: "changes",
    label: { lv: "Ieviešamās izmaiņas", en: "Changes to implement" },
    why: { lv: "Jūs esat ieviesējs.", en: "You are an implementer." },
    states: ["AUTHORISED", "PLANNED", "IMPLEMENTING"],
    whose: { columns: ["implementers"] },
    since: "plannedStart",
  },
  {
    key: "CHANGES_TO_REVIEW",
    register: "changes",
    label: { lv: "Pārskatāmās izmaiņas", en: "Changes to review" },
    why: { lv: "Ieviesta un gaida pārskatīšanu.", en: "Implemented, waiting for its review." },
    states: ["IMPLEMENTED"],
    whose: { intent: "reviewChange" },
    since: "implementedAt",
  },
  {
    key: "KNOWLEDGE_TO_REVIEW",
    register: "knowledge",
    label: { lv: "Publicējamās zināšanas", en: "Knowledge to publish" },
    why: { lv: "Raksts iesniegts pārbaudei.", en: "The article waits for its review." },
    states: ["IN_REVIEW"],
    whose: { intent: "publishArticle" },
    notAlone: "authors",
    since: "updatedAt",
  },
  {
    key: "KNOWLEDGE_OUTDATED",
    register: "knowledge",
    label: { lv: "Novecojušas zināšanas", en: "Outdated knowledge" },
    why: { lv: "Raksta pārskatīšanas diena ir pagājusi.", en: "The article's review date has passed." },
    states: ["PUBLISHED"],
    day: { column: "reviewDue", within: 0 },
    whose: { who: OWNERS, columns: ["authors"] },
    since: "reviewDue",
  },
  {
    key: "SERVICE_LEVELS_ENDING",
    register: "serviceLevels",
    label: { lv: "Pakalpojumu līmeņi, kas beidzas", en: "Service levels ending" },
    why: { lv: "Vienošanās beidzas 30 dienu laikā vai ir beigusies.", en: "It ends within 30 days or has ended." },
    states: ["AGREED"],
    day: { column: "validTo", within: 30 },
    whose: { who: OWNERS },
    since: "validTo",
  },
  {
    key: "CONTINUITY_TESTS_DUE",
    register: "continuity",
    label: { lv: "Nepārtrauktības pārbaudes", en: "Continuity tests due" },
    why: { lv: "Pienākusi plāna pārbaudes diena.", en: "The day of the plan's next test has come." },
    states: ["APPROVED", "TESTED"],
    day: { column: "nextTest", within: 0 },
    whose: { who: OWNERS },
    since: "nextTest",
  },
  {
    key: "CONTINUITY_TESTS_OLD",
    register: "continuity",
    label: { lv: "Novecojušas nepārtrauktības pārbaudes", en: "Continuity tests out of date" },
    why: { lv: "Pēdējā pārbaude bija pirms vairāk nekā gada.", en: "The last test was more than a year ago." },
    states: ["APPROVED", "TESTED"],
    older: { column: "lastTest", years: 1 },
    whose: { who: OWNERS },
    since: "lastTest",
  },
  {
    key: "IMPROVEMENTS_DUE",
    register: "improvements",
    label: { lv: "Uzlabojumi ar termiņu", en: "Improvements due" },
    why: { lv: "Termiņš ir 7 dienu laikā vai pagājis.", en: "It is due within 7 days or overdue." },
    states: ["IDENTIFIED", "PLANNED", "IN_PROGRESS"],
    day: { column: "due", within: 7 },
    whose: { columns: ["owner"] },
    since: "due",
  },
] as const satisfies readonly Wait[];

/** Changes of mine that meet others; worked out over the graph and not by a table of columns. */
export const COLLISIONS = {
  key: "COLLISIONS",
  register: "changes",
  label: { lv: "Izmaiņu sadursmes", en: "Colliding changes" },
  states: ["CLASSIFIED", "ASSESSED", "AUTHORISED", "PLANNED", "IMPLEMENTING"],
  whose: { who: OWNERS, columns: ["requester", "implementers"] },
} as const satisfies Partial<Wait>;
