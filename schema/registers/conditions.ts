import { CONDITIONS } from "./condition-list.ts";
import { SERVICE_OWNERS } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** How far each service meets the conditions for services (domain.md, section 9). */
export const conditions = {
  key: "conditions",
  type: "Condition",
  label: { lv: "Nosacījumi", en: "Conditions" },
  one: { lv: "Nosacījums", en: "Condition" },
  help: {
    lv: "Pakalpojumu atbilstība izveides, sniegšanas un pilnveides nosacījumiem un kas to pierāda.",
    en: "How services meet the conditions for creating, delivering and improving them, and what shows it.",
  },
  code: { column: "code", prefix: "N", digits: 4 },
  title: "service",
  namedBy: "code",
  matchBy: ["service", "condition"],
  columns: {
    code: codeColumn("Ieraksta kods", "Record code"),
    service: {
      type: "reference",
      to: "services",
      required: true,
      label: { lv: "Pakalpojums", en: "Service" },
      help: { lv: "Kuru pakalpojumu vērtē.", en: "Which service is assessed." },
      also: ["Pakalpojuma nosaukums", "Service name"],
      width: 36,
    },
    condition: {
      type: "choice",
      options: CONDITIONS,
      required: true,
      label: { lv: "Nosacījums", en: "Condition" },
      help: { lv: "Viens no nosacījumiem N1-1 līdz N10-1.", en: "One of the conditions N1-1 to N10-1." },
      also: ["Nosacījuma kods", "Condition code"],
      width: 50,
    },
    assessment: {
      type: "choice",
      options: {
        MET: { label: { lv: "Atbilst", en: "Met" }, also: ["jā", "yes", "izpildīts"] },
        PARTLY: { label: { lv: "Daļēji atbilst", en: "Partly met" }, also: ["daļēji", "partly", "partially"] },
        NOT: { label: { lv: "Neatbilst", en: "Not met" }, also: ["nē", "no", "neizpildīts"] },
        NOT_ASSESSED: { label: { lv: "Nav vērtēts", en: "Not assessed" }, also: ["nav novērtēts"] },
      },
      required: true,
      label: { lv: "Vērtējums", en: "Assessment" },
      help: { lv: "Vai pakalpojums nosacījumam atbilst.", en: "Whether the service meets the condition." },
      also: ["Atbilstība", "Novērtējums", "Compliance"],
      width: 16,
    },
    evidence: {
      type: "text",
      max: 10_000,
      multiline: true,
      label: { lv: "Pierādījumi", en: "Evidence" },
      help: { lv: "Uz ko vērtējums balstās.", en: "What the assessment rests on." },
      also: ["Pamatojums", "Apliecinājums", "Proof"],
      width: 50,
    },
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("retireCondition", SERVICE_OWNERS),
  guards: [
    {
      rule: "CONDITION_ONCE",
      column: "condition",
      broken: ({ state }) => state !== "RETIRED",
      fact: "ONE_PER_CONDITION",
      message: {
        lv: "Pakalpojumam šis nosacījums jau ir vērtēts: {names}. Labojiet to.",
        en: "The service already has this condition: {names}. Change that one.",
      },
    },
  ],
  rights: {
    create: SERVICE_OWNERS,
    edit: SERVICE_OWNERS,
    retire: SERVICE_OWNERS,
  },
  rowRoles: { SERVICE_OWNER: [{ column: "owner", via: "service", of: "services" }] },
} as const satisfies Register;
