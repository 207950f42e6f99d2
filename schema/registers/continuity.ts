import { OWNERS, ownersVia } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, endReason } from "./shared-columns.ts";

/** Ten years of minutes: more is a mistake in typing. */
const MOST_MINUTES = 5_256_000;

/** Continuity plans of services and resources (domain.md, sections 2 and 5). */
export const continuity = {
  key: "continuity",
  type: "ContinuityPlan",
  label: { lv: "Nepārtrauktība", en: "Continuity" },
  one: { lv: "Nepārtrauktības plāns", en: "Continuity plan" },
  help: {
    lv: "Kā pakalpojumus un resursus nodrošina krīzē: riski, atjaunošanas mērķi, plāns un tā pārbaudes.",
    en: "How services and resources are kept up in a crisis: risks, recovery objectives, the plan and its tests.",
  },
  code: { column: "code", prefix: "CON", digits: 4 },
  title: "subject",
  namedBy: "code",
  matchBy: ["subject"],
  columns: {
    code: codeColumn("Plāna kods", "Plan code"),
    subject: {
      type: "reference",
      to: "subjects",
      required: true,
      label: { lv: "Pakalpojums vai resurss", en: "Service or resource" },
      help: { lv: "Kura nepārtrauktību plāno.", en: "Whose continuity is planned." },
      also: ["Pakalpojums", "Resurss", "Service", "Resource", "Subject"],
      width: 36,
    },
    risks: {
      type: "text",
      max: 10_000,
      multiline: true,
      requiredFrom: "APPROVED",
      label: { lv: "Riski", en: "Risks" },
      help: { lv: "Kas var pārtraukt sniegšanu vai lietošanu.", en: "What may interrupt delivery or use." },
      also: ["Apdraudējumi", "Threats"],
      width: 40,
    },
    impact: {
      type: "text",
      max: 10_000,
      multiline: true,
      requiredFrom: "APPROVED",
      label: { lv: "Ietekme", en: "Impact" },
      help: { lv: "Ko pārtraukums nodarītu un kam.", en: "What an interruption would do, and to whom." },
      also: ["Ietekmes analīze", "Sekas", "Impact analysis", "Consequences"],
      width: 40,
    },
    rto: {
      type: "integer",
      min: 0,
      max: MOST_MINUTES,
      requiredFrom: "APPROVED",
      label: { lv: "RTO, min", en: "RTO, min" },
      help: {
        lv: "Minūtes, kurās pēc pārtraukuma jāatjauno (atjaunošanas laika mērķis).",
        en: "Minutes within which it must be back after an interruption (recovery time objective).",
      },
      also: ["RTO", "Atjaunošanas laika mērķis", "Recovery time objective"],
      width: 11,
    },
    rpo: {
      type: "integer",
      min: 0,
      max: MOST_MINUTES,
      requiredFrom: "APPROVED",
      label: { lv: "RPO, min", en: "RPO, min" },
      help: {
        lv: "Par cik minūtēm datus drīkst zaudēt (atjaunošanas punkta mērķis).",
        en: "How many minutes of data may be lost (recovery point objective).",
      },
      also: ["RPO", "Atjaunošanas punkta mērķis", "Recovery point objective"],
      width: 11,
    },
    plan: {
      type: "text",
      max: 20_000,
      multiline: true,
      requiredFrom: "APPROVED",
      label: { lv: "Plāns", en: "Plan" },
      help: { lv: "Ko, kurš un kādā secībā dara.", en: "What is done, by whom and in which order." },
      also: ["Rīcības plāns", "Atjaunošanas plāns", "Recovery plan"],
      width: 50,
    },
    lastTest: {
      type: "date",
      notBefore: "1900-01-01",
      notAfter: "today",
      requiredFrom: "TESTED",
      label: { lv: "Pēdējā pārbaude", en: "Last test" },
      help: { lv: "Diena, kurā plāns pēdējoreiz pārbaudīts.", en: "The day on which the plan was last tested." },
      also: ["Pārbaudīts", "Pēdējais tests", "Tested on"],
      width: 14,
    },
    nextTest: {
      type: "date",
      notBefore: "1900-01-01",
      label: { lv: "Nākamā pārbaude", en: "Next test" },
      help: { lv: "Diena, kurā plānu pārbaudīs atkal.", en: "The day on which the plan is to be tested again." },
      also: ["Nākamais tests", "Test due"],
      width: 14,
    },
    testResult: {
      type: "text",
      max: 10_000,
      multiline: true,
      requiredFrom: "TESTED",
      label: { lv: "Pārbaudes rezultāts", en: "Test result" },
      help: { lv: "Ko pārbaude parādīja.", en: "What the test showed." },
      also: ["Rezultāts", "Result"],
      width: 40,
    },
    state: {
      type: "choice",
      options: {
        DRAFT: { label: { lv: "Projekts", en: "Draft" }, also: ["melnraksts"] },
        APPROVED: { label: { lv: "Apstiprināts", en: "Approved" } },
        TESTED: { label: { lv: "Pārbaudīts", en: "Tested" } },
        RETIRED: { label: { lv: "Izbeigts", en: "Ended" }, also: ["nav spēkā", "retired"] },
      },
      label: { lv: "Stāvoklis", en: "State" },
      help: {
        lv: "Pārbaudīts plāns pēc gada atkal ir tikai apstiprināts, līdz to pārbauda no jauna.",
        en: "A tested plan is merely approved again after a year, until it is tested anew.",
      },
      also: ["Statuss", "Status"],
      width: 14,
    },
    endReason,
  },
  lifecycle: {
    column: "state",
    initial: "DRAFT",
    retired: "RETIRED",
    transitions: [
      { from: "DRAFT", to: "APPROVED", intent: "approveContinuityPlan", label: { lv: "Apstiprināt", en: "Approve" } },
      {
        from: "APPROVED",
        to: "TESTED",
        guards: [
          {
            rule: "CONTINUITY_TESTED_YEARLY",
            column: "lastTest",
            fact: "CONTINUITY_TEST_OLD",
            message: {
              lv: "Pēdējā pārbaude bija pirms vairāk nekā gada. Pārbaudiet plānu un ierakstiet jauno dienu un rezultātu.",
              en: "The last test was more than a year ago. Test the plan, then write the new day and result.",
            },
          },
        ],
        intent: "testContinuityPlan",
        label: { lv: "Reģistrēt pārbaudi", en: "Record the test" },
      },
      // The server goes this way by itself a year after the test.
      {
        from: "TESTED",
        to: "APPROVED",
        intent: "expireContinuityPlanTest",
        label: { lv: "Pārbaude novecojusi", en: "Test out of date" },
      },
      ...(["DRAFT", "APPROVED", "TESTED"] as const).map((from) => ({
        from,
        to: "RETIRED",
        needs: ["endReason"] as const,
        intent: "retireContinuityPlan",
        label: { lv: "Izbeigt", en: "End" },
      })),
    ],
  },
  guards: [
    {
      rule: "CONTINUITY_NEXT_TEST_LATER",
      column: "nextTest",
      broken: ({ lastTest, nextTest }) =>
        typeof lastTest === "string" && typeof nextTest === "string" && nextTest <= lastTest,
      message: {
        lv: "Nākamā pārbaude nav pēc pēdējās. Ierakstiet vēlāku dienu.",
        en: "The next test is not after the last. Write a later day.",
      },
    },
  ],
  rights: { create: OWNERS, edit: OWNERS, retire: OWNERS },
  rowRoles: ownersVia("subject"),
} as const satisfies Register;
