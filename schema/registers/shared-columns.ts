import type { Column, Options } from "./register.ts";
import type { Who } from "./roles.ts";

/** Columns that many registers have alike. */

/** The code of a row; `also` are further headings under which people keep it. */
export const codeColumn = (...also: readonly string[]) =>
  ({
    type: "text",
    max: 40,
    label: { lv: "Kods", en: "Code" },
    help: {
      lv: "Iestādē vienreizējs. Ja atstāj tukšu, to piešķir serveris.",
      en: "Unique in the institution. Left empty, the server gives it.",
    },
    also: ["Numurs", "Identifikators", "Number", "Identifier", "ID", ...also],
    width: 16,
  }) as const satisfies Column;

/** The state of registers that have no lifecycle of their own: in force, then ended. */
export const CURRENT_OR_ENDED = {
  CURRENT: { label: { lv: "Spēkā", en: "Current" }, also: ["aktīvs", "active", "spēkā esošs", "valid"] },
  RETIRED: { label: { lv: "Izbeigts", en: "Ended" }, also: ["beidzies", "neaktīvs", "closed", "inactive"] },
} as const satisfies Options;

export const currentState = {
  type: "choice",
  options: CURRENT_OR_ENDED,
  label: { lv: "Stāvoklis", en: "State" },
  help: { lv: "Vai ieraksts ir spēkā.", en: "Whether the record is in force." },
  also: ["Statuss", "Status"],
  width: 12,
} as const satisfies Column;

export const endReason = {
  type: "text",
  max: 1_000,
  requiredFrom: "RETIRED",
  label: { lv: "Izbeigšanas iemesls", en: "Reason for ending" },
  help: { lv: "Kāpēc ieraksts vairs nav spēkā.", en: "Why the record is no longer in force." },
  also: ["Iemesls izbeigt", "End reason"],
  width: 24,
} as const satisfies Column;

/** The lifecycle of registers that have none of their own; `intent` is the API's mutation. */
export const currentThenEnded = <Intent extends string>(intent: Intent, who: readonly Who[]) => ({
  column: "state" as const,
  initial: "CURRENT" as const,
  retired: "RETIRED" as const,
  transitions: [
    { from: "CURRENT", to: "RETIRED", who, needs: ["endReason"], intent, label: { lv: "Izbeigt", en: "End" } },
  ],
});
