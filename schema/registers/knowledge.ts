import { SUPPORT_LEVELS } from "./support-options.ts";
import type { Columns, Lifecycle, Register, Row } from "./register.ts";
import { codeColumn } from "./shared-columns.ts";
import { OWNERS } from "./owners.ts";
import { rolesThrough, SUPPORTERS, WORKERS } from "./support-roles.ts";
import type { Who } from "./roles.ts";

const columns = {
  code: codeColumn("Raksta numurs", "Nr.", "Article number", "KB number", "Number"),
  title: {
    type: "text",
    max: 500,
    required: true,
    lockedFrom: "PUBLISHED",
    label: { lv: "Virsraksts", en: "Title" },
    help: { lv: "Jautājums vai simptoms tā, kā to meklētu.", en: "The question or symptom as one would look for it." },
    also: ["Nosaukums", "Jautājums", "Temats", "Question", "Subject"],
    width: 42,
  },
  state: {
    type: "choice",
    options: {
      DRAFT: { label: { lv: "Melnraksts", en: "Draft" }, also: ["projekts", "jauns"] },
      IN_REVIEW: { label: { lv: "Pārskatīšana", en: "In review" }, also: ["saskaņošana", "review"] },
      PUBLISHED: { label: { lv: "Publicēts", en: "Published" }, also: ["spēkā", "aktuāls"] },
      RETIRED: { label: { lv: "Izņemts", en: "Retired" }, also: ["arhivēts", "novecojis", "archived"] },
    },
    label: { lv: "Stāvoklis", en: "State" },
    help: { lv: "Melnraksts, pārskatīšana, publicēts vai izņemts.", en: "Draft, in review, published or retired." },
    also: ["Statuss", "Status"],
    width: 14,
  },
  symptom: {
    type: "text",
    max: 10_000,
    multiline: true,
    lockedFrom: "PUBLISHED",
    label: { lv: "Simptoms", en: "Symptom" },
    help: { lv: "Kā novirze izpaužas.", en: "How the fault shows." },
    also: ["Pazīmes", "Situācija", "Problem", "Issue"],
    width: 40,
  },
  cause: {
    type: "text",
    max: 10_000,
    multiline: true,
    lockedFrom: "PUBLISHED",
    label: { lv: "Cēlonis", en: "Cause" },
    help: { lv: "Kāpēc tas notiek.", en: "Why it happens." },
    also: ["Iemesls", "Root cause", "Reason"],
    width: 40,
  },
  solution: {
    type: "text",
    max: 20_000,
    multiline: true,
    requiredFrom: "IN_REVIEW",
    lockedFrom: "PUBLISHED",
    label: { lv: "Risinājums", en: "Solution" },
    help: { lv: "Kas jādara, soli pa solim.", en: "What to do, step by step." },
    also: ["Atbilde", "Instrukcija", "Answer", "Resolution", "Instructions"],
    width: 50,
  },
  level: {
    type: "choice",
    options: SUPPORT_LEVELS,
    requiredFrom: "IN_REVIEW",
    lockedFrom: "PUBLISHED",
    label: { lv: "Atbalsta līmenis", en: "Support level" },
    help: {
      lv: "0 redz visi, arī bez pierakstīšanās; 1 – iestādes darbinieki; 2 – tie, kas pakalpojumu sniedz un par to atbild.",
      en: "0 is seen by all, signed in or not; 1 by the institution's staff; 2 by those who deliver the service and answer for it.",
    },
    also: ["Līmenis", "Level", "Tier"],
    width: 20,
  },
  audience: {
    type: "text",
    max: 300,
    label: { lv: "Kam paredzēts", en: "Audience" },
    help: { lv: "Kam raksts domāts, piemēram, uzņēmējiem.", en: "For whom it is, such as businesses." },
    also: ["Mērķgrupa", "Auditorija", "Target group"],
    width: 20,
  },
  keywords: {
    type: "text",
    max: 500,
    label: { lv: "Atslēgvārdi", en: "Keywords" },
    help: {
      lv: "Vārdi, pēc kuriem rakstu vēl meklē; atdala ar komatu.",
      en: "Other words by which it is looked for, parted by commas.",
    },
    also: ["Birkas", "Tags"],
    width: 24,
  },
  category: {
    type: "reference",
    to: "categories",
    label: { lv: "Kategorija", en: "Category" },
    help: { lv: "Incidentu kategorija, kurā raksts noder.", en: "The category of incidents in which it helps." },
    also: ["Category"],
    width: 22,
  },
  subjects: {
    type: "references",
    to: "subjects",
    label: { lv: "Pakalpojumi un resursi", en: "Services and resources" },
    help: {
      lv: "Uz ko raksts attiecas; vairākus atdala ar semikolu.",
      en: "What it is about; several are parted by semicolons.",
    },
    also: ["Pakalpojums", "Resurss", "Service", "Configuration item"],
    width: 30,
  },
  records: {
    type: "references",
    to: "records",
    label: { lv: "Saistītie ieraksti", en: "Linked records" },
    help: {
      lv: "Incidenti, problēmas un izmaiņas, no kurām zināšanas gūtas.",
      en: "Incidents, problems and changes that it was learnt from.",
    },
    also: ["Avots", "Incidenti", "Problēmas", "Source records", "Related records"],
    width: 22,
  },
  authors: {
    type: "references",
    to: "people",
    lockedFrom: "IN_REVIEW",
    label: { lv: "Autori", en: "Authors" },
    help: {
      lv: "Kas tekstu rakstīja. Ja atstāj tukšu, tas, kurš rakstu izveido. Vienīgais autors pats nepublicē.",
      en: "Who wrote the text. Left empty, whoever enters it. The sole author does not publish.",
    },
    also: ["Autors", "Sagatavoja", "Author", "Written by"],
    width: 24,
  },
  publisher: {
    type: "reference",
    to: "people",
    lockedFrom: "PUBLISHED",
    label: { lv: "Publicēja", en: "Publisher" },
    help: { lv: "Ja atstāj tukšu, tas, kurš publicē.", en: "Left empty, whoever publishes." },
    also: ["Apstiprināja", "Published by", "Approved by"],
    width: 22,
  },
  publishedAt: {
    type: "datetime",
    notAfter: "now",
    lockedFrom: "PUBLISHED",
    label: { lv: "Publicēts plkst.", en: "Published at" },
    help: { lv: "Ja atstāj tukšu, publicēšanas brīdis.", en: "Left empty, the moment of publishing." },
    also: ["Publicēšanas laiks", "Published on"],
    width: 17,
  },
  edition: {
    type: "integer",
    min: 1,
    readOnly: true,
    computed: ({ edition }) => edition ?? 1,
    label: { lv: "Redakcija", en: "Edition" },
    help: {
      lv: "Redakcijas numurs; jauna sākas, kad publicētu rakstu sāk labot.",
      en: "The edition's number; a new one begins when a published article is taken up again.",
    },
    also: ["Versija", "Version"],
    width: 11,
  },
  reviewDue: {
    type: "date",
    requiredFrom: "PUBLISHED",
    label: { lv: "Pārskatīt līdz", en: "Review by" },
    help: { lv: "Pēc šīs dienas raksts skaitās novecojis.", en: "After this day the article counts as outdated." },
    also: ["Derīgs līdz", "Pārskatīšanas termiņš", "Valid until", "Review date"],
    width: 13,
  },
  useCount: {
    type: "integer",
    min: 0,
    readOnly: true,
    label: { lv: "Lietots reizes", en: "Times used" },
    help: { lv: "Cik incidentu atrisināts ar šo rakstu.", en: "How many incidents were resolved with it." },
    also: ["Lietojumu skaits", "Use count"],
    width: 11,
  },
  retireReason: {
    type: "text",
    max: 1_000,
    requiredFrom: "RETIRED",
    label: { lv: "Izņemšanas iemesls", en: "Reason for retiring" },
    help: { lv: "Kāpēc rakstu vairs nelieto.", en: "Why the article is no longer used." },
    also: ["Arhivēšanas iemesls", "Retirement reason"],
    width: 24,
  },
} as const satisfies Columns;

const lifecycle = {
  column: "state",
  initial: "DRAFT",
  retired: "RETIRED",
  stamps: { authors: "ACTOR" },
  transitions: [
    {
      from: "DRAFT",
      to: "IN_REVIEW",
      intent: "submitArticle",
      label: { lv: "Nodot pārskatīšanai", en: "Submit for review" },
    },
    {
      from: "IN_REVIEW",
      to: "PUBLISHED",
      who: OWNERS,
      at: "publishedAt",
      stamps: { publisher: "ACTOR" },
      guards: [
        {
          rule: "KNOWLEDGE_NOT_BY_SOLE_AUTHOR",
          column: "state",
          fact: "SOLE_AUTHOR",
          message: {
            lv: "Rakstu nepublicē tā vienīgais autors. Lūdziet to citam saimniekam.",
            en: "An article is not published by its sole author. Ask another owner to.",
          },
        },
      ],
      intent: "publishArticle",
      label: { lv: "Publicēt", en: "Publish" },
    },
    // Without it what a reviewer sends back could only be published and taken up again.
    {
      from: "IN_REVIEW",
      to: "DRAFT",
      intent: "returnArticle",
      label: { lv: "Atgriezt labošanai", en: "Return for correction" },
    },
    {
      from: "PUBLISHED",
      to: "DRAFT",
      counts: ["edition"],
      clears: ["publisher", "publishedAt"],
      intent: "reviseArticle",
      label: { lv: "Sākt jaunu redakciju", en: "Begin a new edition" },
    },
    // A draft that comes to nothing is put away by those who wrote it.
    ...(["DRAFT", "IN_REVIEW", "PUBLISHED"] as const).map((from) => ({
      from,
      to: "RETIRED",
      who: OWNERS,
      also: from === "PUBLISHED" ? [] : ["authors"],
      needs: ["retireReason"],
      intent: "retireArticle",
      label: { lv: "Izņemt", en: "Retire" },
    })),
  ],
} as const satisfies Lifecycle;

/** Knowledge: what was learnt of faults, their causes and remedies (domain.md, section 5; seed 001). */
export const knowledge = {
  key: "knowledge",
  type: "Article",
  label: { lv: "Zināšanas", en: "Knowledge" },
  one: { lv: "Zināšanu raksts", en: "Article" },
  help: {
    lv: "Zināšanas par novirzēm, to cēloņiem un risinājumiem pa atbalsta līmeņiem.",
    en: "What is known of faults, their causes and remedies, by level of support.",
  },
  code: { column: "code", prefix: "KN", digits: 4 },
  title: "title",
  columns,
  lifecycle,
  rights: { create: SUPPORTERS, edit: SUPPORTERS, retire: OWNERS },
  rowRoles: rolesThrough("subjects"),
  readers: {
    by: ["state", "level"],
    of: readersOf,
    also: ["authors"],
    edition: {
      state: "PUBLISHED",
      columns: [
        ...(["code", "title", "symptom", "cause", "solution", "keywords", "audience"] as const),
        ...(["level", "edition", "publishedAt", "reviewDue"] as const),
      ],
    },
  },
  search: ["title", "keywords", "symptom", "cause", "solution"],
} as const satisfies Register;

/** Who sees an article: those who work on it, and of a published one those its level is for; null stands for everybody, signed in or not. */
export function readersOf({ state, level }: Row): readonly Who[] | null {
  if (state !== "PUBLISHED") return SUPPORTERS;
  if (level === "L0") return null;
  return level === "L1" ? ["STAFF"] : WORKERS;
}

/** Whether a published article is past its review date on the day `today` (`YYYY-MM-DD`) and so shown as outdated. */
export function isOutdated({ state, reviewDue }: Row, today: string): boolean {
  return state === "PUBLISHED" && typeof reviewDue === "string" && reviewDue < today;
}
