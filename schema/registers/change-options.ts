import type { Options } from "./register.ts";

/** Closed lists of changes (domain.md, section 4). */

export const CHANGE_KINDS = {
  STANDARD: { label: { lv: "Standarta", en: "Standard" }, also: ["standarta izmaiņa", "standard change"] },
  NORMAL: { label: { lv: "Normāla", en: "Normal" }, also: ["normāla izmaiņa", "normal change", "parasta"] },
  EMERGENCY: {
    label: { lv: "Ārkārtas", en: "Emergency" },
    also: ["ārkārtas izmaiņa", "emergency change", "steidzama", "urgent"],
  },
} as const satisfies Options;

export const CHANGE_COMPLEXITIES = {
  SIMPLE: { label: { lv: "Vienkārša", en: "Simple" }, also: ["vienkārša izmaiņa", "minor", "maza"] },
  COMPLEX: { label: { lv: "Kompleksa", en: "Complex" }, also: ["kompleksa izmaiņa", "major", "sarežģīta", "liela"] },
} as const satisfies Options;

/** On the way in their order, then those off the way. */
export const CHANGE_STATES = {
  REGISTERED: { label: { lv: "Reģistrēta", en: "Registered" }, also: ["reģistrēts", "new", "jauna", "requested"] },
  CLASSIFIED: { label: { lv: "Klasificēta", en: "Classified" }, also: ["klasificēts"] },
  ASSESSED: { label: { lv: "Novērtēta", en: "Assessed" }, also: ["novērtēts", "izvērtēta"] },
  AUTHORISED: {
    label: { lv: "Autorizēta", en: "Authorised" },
    also: ["autorizēts", "apstiprināta", "authorized", "approved"],
  },
  PLANNED: { label: { lv: "Ieplānota", en: "Planned" }, also: ["plānota", "ieplānots", "scheduled"] },
  IMPLEMENTING: { label: { lv: "Tiek ieviesta", en: "Implementing" }, also: ["ieviešana", "in progress", "īsteno"] },
  IMPLEMENTED: { label: { lv: "Ieviesta", en: "Implemented" }, also: ["ieviests", "īstenota", "done"] },
  REVIEWED: { label: { lv: "Pārskatīta", en: "Reviewed" }, also: ["pārskatīts"] },
  CLOSED: { label: { lv: "Slēgta", en: "Closed" }, also: ["slēgts", "aizvērta"] },
  REJECTED: { label: { lv: "Noraidīta", en: "Rejected" }, also: ["noraidīts", "declined"] },
  CANCELLED: { label: { lv: "Atcelta", en: "Cancelled" }, also: ["atcelts", "canceled", "withdrawn"] },
} as const satisfies Options;

export const CHANGE_OUTCOMES = {
  SUCCESSFUL: { label: { lv: "Sekmīga", en: "Successful" }, also: ["veiksmīga", "success"] },
  SUCCESSFUL_WITH_DEVIATION: {
    label: { lv: "Sekmīga ar novirzēm", en: "Successful with deviation" },
    also: ["veiksmīga ar novirzēm", "successful with issues"],
  },
  FAILED: { label: { lv: "Neizdevās", en: "Failed" }, also: ["neveiksmīga", "nesekmīga", "unsuccessful"] },
  ROLLED_BACK: { label: { lv: "Atgriezta iepriekšējā", en: "Rolled back" }, also: ["atcelta ieviešana", "backed out"] },
} as const satisfies Options;
