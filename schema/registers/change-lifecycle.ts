import { OWNERS, PORTFOLIO_OWNERS } from "./owners.ts";
import type { Lifecycle, Row } from "./register.ts";
import type { Who } from "./roles.ts";

/** The four models of a change and the way each goes (domain.md, section 4). */

const NORMAL = ["NORMAL_SIMPLE", "NORMAL_COMPLEX"] as const;

/** Kind × complexity is the model; a standard or an emergency change goes its way whatever its complexity. Null until classified. */
export function changeModel({ kind, complexity }: Row): string | null {
  if (kind === "STANDARD" || kind === "EMERGENCY") return kind;
  if (kind !== "NORMAL") return null;
  return complexity === "SIMPLE" || complexity === "COMPLEX" ? `NORMAL_${complexity}` : null;
}

const DOERS = [...OWNERS, "SERVICE_PROVIDER"] as const satisfies readonly Who[];

const ENOUGH_ASSESSMENTS = {
  column: "state",
  fact: "TOO_FEW_ASSESSMENTS",
  message: {
    lv: "Izmaiņai ir {have} ekspertu novērtējumi, vajag {need}. Norādiet ekspertus un lūdziet tos iesniegt novērtējumu.",
    en: "Experts have given {have} assessments of the change, {need} are needed. Name experts and ask them to give theirs.",
  },
} as const;

const NAMES_TEMPLATE = {
  rule: "CHANGE_STANDARD_HAS_TEMPLATE",
  column: "template",
  broken: ({ kind, template }: Row) => kind === "STANDARD" && (template ?? null) === null,
  message: {
    lv: "Standarta izmaiņai norāda apstiprinātu paraugu. Aizpildiet “Paraugs” vai mainiet veidu.",
    en: "A standard change names an approved template. Fill in “Template” or change the kind.",
  },
} as const;
const TEMPLATE_APPROVED = {
  rule: "CHANGE_STANDARD_HAS_TEMPLATE",
  column: "template",
  broken: ({ kind, template }: Row) => kind === "STANDARD" && (template ?? null) !== null,
  fact: "TEMPLATE_NOT_APPROVED",
  message: {
    lv: "Šis izmaiņas paraugs nav apstiprināts. Izvēlieties apstiprinātu vai mainiet izmaiņas veidu.",
    en: "This template is not approved. Choose an approved one or change the kind of the change.",
  },
} as const;
const TEMPLATE_FITS = {
  rule: "CHANGE_STANDARD_WITHIN_TEMPLATE",
  column: "template",
  broken: TEMPLATE_APPROVED.broken,
  fact: "TEMPLATE_FOR_OTHERS",
  message: {
    lv: "Paraugs nav apstiprināts šiem pakalpojumiem vai resursiem: {names}. Izvēlieties citu vai mainiet izmaiņas veidu.",
    en: "The template is not approved for: {names}. Choose another or change the kind of the change.",
  },
} as const;

const AUTHORISING = {
  from: "ASSESSED",
  to: "AUTHORISED",
  never: ["requester", "implementers"],
  at: "authorisedAt",
  warns: ["COLLISION"],
  // Who takes the step authorises: a name noted before does not stand for it.
  clears: ["authorisedBy", "authorisedAt"],
  stamps: { authorisedBy: "ACTOR" },
  intent: "authoriseChange",
  label: { lv: "Autorizēt", en: "Authorise" },
} as const;
const REJECTING = {
  from: "ASSESSED",
  to: "REJECTED",
  needs: ["rejectReason"],
  effects: ["END_APPLICATIONS"],
  intent: "rejectChange",
  label: { lv: "Noraidīt", en: "Reject" },
} as const;
const REVIEWING = {
  from: "IMPLEMENTED",
  to: "REVIEWED",
  who: OWNERS,
  at: "reviewedAt",
  stamps: { reviewedBy: "ACTOR" },
  intent: "reviewChange",
  label: { lv: "Pārskatīt", en: "Review" },
} as const;

export const changeLifecycle = {
  column: "state",
  initial: "REGISTERED",
  retired: "CANCELLED",
  aside: ["REJECTED", "CANCELLED"],
  done: ["CLOSED", "REJECTED", "CANCELLED"],
  stamps: { requester: "ACTOR", registeredAt: "NOW" },
  since: "registeredAt",
  model: changeModel,
  transitions: [
    {
      from: "REGISTERED",
      to: "CLASSIFIED",
      who: OWNERS,
      needs: ["kind", "complexity"],
      guards: [NAMES_TEMPLATE, TEMPLATE_APPROVED, TEMPLATE_FITS],
      intent: "classifyChange",
      label: { lv: "Klasificēt", en: "Classify" },
    },
    {
      from: "CLASSIFIED",
      to: "ASSESSED",
      models: NORMAL,
      who: OWNERS,
      also: ["experts"],
      needs: ["experts"],
      guards: [{ rule: "CHANGE_ASSESSED_ENOUGH", ...ENOUGH_ASSESSMENTS }],
      at: "assessedAt",
      intent: "assessChange",
      label: { lv: "Pabeigt novērtēšanu", en: "Finish assessing" },
    },
    { ...AUTHORISING, models: ["NORMAL_SIMPLE"], who: ["SERVICE_OWNER", "RESOURCE_OWNER"] },
    { ...AUTHORISING, models: ["NORMAL_COMPLEX"], who: PORTFOLIO_OWNERS, needs: ["board", "boardOn"] },
    { ...REJECTING, models: ["NORMAL_SIMPLE"], who: ["SERVICE_OWNER", "RESOURCE_OWNER"] },
    { ...REJECTING, models: ["NORMAL_COMPLEX"], who: PORTFOLIO_OWNERS },
    {
      from: "AUTHORISED",
      to: "PLANNED",
      models: NORMAL,
      who: DOERS,
      also: ["implementers"],
      needs: ["plan", "implementers", "plannedStart", "plannedEnd"],
      warns: ["COLLISION"],
      intent: "planChange",
      label: { lv: "Ieplānot", en: "Plan" },
    },
    {
      from: "CLASSIFIED",
      to: "PLANNED",
      models: ["STANDARD"],
      who: DOERS,
      also: ["implementers"],
      // The template says the steps.
      needs: ["template", "implementers", "plannedStart", "plannedEnd"],
      warns: ["COLLISION"],
      guards: [TEMPLATE_APPROVED, TEMPLATE_FITS],
      intent: "planChange",
      label: { lv: "Ieplānot pēc parauga", en: "Plan by the template" },
    },
    {
      from: "PLANNED",
      to: "IMPLEMENTING",
      models: ["STANDARD", ...NORMAL],
      who: DOERS,
      also: ["implementers"],
      // Who carries it out implements it, named so or not.
      never: ["authorisedBy"],
      at: "startedAt",
      intent: "startChange",
      label: { lv: "Sākt ieviest", en: "Start implementing" },
    },
    {
      from: "CLASSIFIED",
      to: "IMPLEMENTING",
      models: ["EMERGENCY"],
      who: DOERS,
      also: ["implementers"],
      needs: ["orderedBy", "implementers"],
      guards: [
        {
          rule: "CHANGE_EMERGENCY_ON_OWNERS_WORD",
          column: "orderedBy",
          fact: "WORD_OF_NO_OWNER",
          message: {
            lv: "{names} nav šo pakalpojumu vai resursu saimnieks. Ārkārtas izmaiņu sāk tikai pēc saimnieka rīkojuma; norādiet saimnieku.",
            en: "{names} owns none of these services and resources. An emergency change goes on an owner's word alone; name the owner.",
          },
        },
      ],
      at: "startedAt",
      intent: "startChange",
      label: { lv: "Sākt ieviest ārkārtas kārtā", en: "Start implementing at once" },
    },
    {
      from: "IMPLEMENTING",
      to: "IMPLEMENTED",
      who: DOERS,
      also: ["implementers"],
      never: ["authorisedBy"],
      needs: ["outcome"],
      takes: ["deviations"],
      at: "implementedAt",
      intent: "implementChange",
      label: { lv: "Pabeigt ieviešanu", en: "Finish implementing" },
    },
    { ...REVIEWING, models: ["STANDARD", ...NORMAL], needs: ["review"] },
    {
      ...REVIEWING,
      models: ["EMERGENCY"],
      needs: ["review", "authorisedBy", "authorisedAt"],
      guards: [
        { rule: "CHANGE_EMERGENCY_PAPERWORK", ...ENOUGH_ASSESSMENTS },
        {
          rule: "CHANGE_EMERGENCY_PAPERWORK",
          column: "authorisedBy",
          fact: "AUTHORISED_BY_NO_PORTFOLIO_OWNER",
          message: {
            lv: "{names} nav kopuma saimnieks. Ārkārtas izmaiņu autorizē kopuma saimnieks; lūdziet viņam ierakstīt savu vārdu.",
            en: "{names} is no portfolio owner. The portfolio owner authorises an emergency change; ask them to put their name in.",
          },
        },
      ],
    },
    {
      from: "REVIEWED",
      to: "CLOSED",
      who: OWNERS,
      at: "closedAt",
      effects: ["END_APPLICATIONS"],
      intent: "closeChange",
      label: { lv: "Slēgt", en: "Close" },
    },
    ...(["REGISTERED", "CLASSIFIED", "ASSESSED", "AUTHORISED", "PLANNED"] as const).map((from) => ({
      from,
      to: "CANCELLED",
      who: OWNERS,
      also: ["requester"] as const,
      needs: ["cancelReason"] as const,
      effects: ["END_APPLICATIONS"] as const,
      intent: "cancelChange",
      label: { lv: "Atcelt", en: "Cancel" },
    })),
  ],
} as const satisfies Lifecycle;
