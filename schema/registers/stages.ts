import type { Column, Guard, Lifecycle, Options, Transition } from "./register.ts";
import type { Who } from "./roles.ts";
import type { Words } from "./words.ts";

/** What services and resources share: stages (posmi), the way through them, and criticality (domain.md, section 2). */

export const STAGES = {
  PLANNING: { label: { lv: "Plānošana", en: "Planning" } },
  BUILDING: { label: { lv: "Izveide vai iegāde", en: "Building" }, also: ["izveide", "iegāde"] },
  INTRODUCING: { label: { lv: "Ieviešana vai pielāgošana", en: "Introducing" }, also: ["ieviešana", "pielāgošana"] },
  DELIVERING: {
    label: { lv: "Sniegšana vai lietošana", en: "Delivering" },
    also: ["sniegšana", "lietošana", "active", "aktīvs"],
  },
  IMPROVING: { label: { lv: "Uzturēšana un pilnveide", en: "Improving" }, also: ["uzturēšana", "pilnveide"] },
  RETIRED: { label: { lv: "Likvidēšana", en: "Retired" }, also: ["likvidēts", "closed", "inactive"] },
} as const satisfies Options;

export const CRITICALITY = {
  VITAL: { label: { lv: "Vitāla", en: "Vital" } },
  HIGH: { label: { lv: "Augsta", en: "High" } },
  MEDIUM: { label: { lv: "Vidēja", en: "Medium" } },
  LOW: { label: { lv: "Zema", en: "Low" } },
} as const satisfies Options;

/** Why it is out of use; the portfolio's owner tells. */
export const retireReason = <Owner extends Who>(owner: Owner, help: Words) =>
  ({
    type: "text",
    max: 1_000,
    requiredFrom: "RETIRED",
    edit: [owner],
    label: { lv: "Likvidēšanas iemesls", en: "Reason for retiring" },
    help,
    also: ["Izbeigšanas iemesls", "Retirement reason"],
    width: 24,
  }) as const satisfies Column;

interface Way {
  /** GraphQL type whose name ends the mutations': `Service` makes `deliverService`. */
  readonly type: string;
  readonly retiredBy: readonly Who[];
  /** How people call the step to `DELIVERING`, and the one back to it. */
  readonly deliver: { readonly start: Words; readonly back: Words };
  /** Kept when the row is first delivered or used. */
  readonly toDeliver?: readonly Guard[];
}

/** The stages in order; back is allowed only from improving to delivering; out of use from everywhere, with a reason. */
export function throughStages({
  type,
  retiredBy,
  deliver,
  toDeliver = [],
}: Way): Lifecycle & { readonly column: "stage" } {
  const forth: readonly Transition[] = [
    {
      from: "PLANNING",
      to: "BUILDING",
      intent: `build${type}`,
      label: { lv: "Sākt izveidi", en: "Start building" },
    },
    {
      from: "BUILDING",
      to: "INTRODUCING",
      intent: `introduce${type}`,
      label: { lv: "Sākt ieviešanu", en: "Start introducing" },
    },
    { from: "INTRODUCING", to: "DELIVERING", guards: toDeliver, intent: `deliver${type}`, label: deliver.start },
    {
      from: "DELIVERING",
      to: "IMPROVING",
      intent: `improve${type}`,
      label: { lv: "Sākt pilnveidi", en: "Start improving" },
    },
    { from: "IMPROVING", to: "DELIVERING", intent: `deliver${type}`, label: deliver.back },
  ];
  // A plan may be given up and what is delivered closed from any stage; who may, and that a reason is needed, stays.
  const out = ["PLANNING", "BUILDING", "INTRODUCING", "DELIVERING", "IMPROVING"].map((from) => ({
    from,
    to: "RETIRED",
    who: retiredBy,
    needs: ["retireReason"],
    guards: NOT_NEEDED,
    intent: `retire${type}`,
    label: { lv: "Likvidēt", en: "Retire" },
  }));
  return { column: "stage", initial: "PLANNING", retired: "RETIRED", transitions: [...forth, ...out] };
}

const NOT_NEEDED: readonly Guard[] = [
  {
    rule: "RETIRED_NOT_DEPENDED_ON",
    column: "stage",
    fact: "DEPENDED_ON",
    message: {
      lv: "No tā kritiski ir atkarīgi: {names}. Vispirms likvidējiet tos vai izbeidziet sasaisti.",
      en: "These critically depend on it: {names}. First retire them or end the dependency.",
    },
  },
  {
    rule: "RETIRED_WITHOUT_INCIDENTS",
    column: "stage",
    fact: "OPEN_INCIDENTS",
    message: {
      lv: "Nav slēgti incidenti: {names}. Vispirms slēdziet vai atceliet tos.",
      en: "Incidents are still open: {names}. First close or cancel them.",
    },
  },
];
