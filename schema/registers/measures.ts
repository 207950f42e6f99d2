import type { Options } from "./register.ts";

/** The measures that the system computes from the logs, by their code (domain.md, section 6). */
export const MEASURES = {
  AVAILABILITY: { label: { lv: "Pieejamība", en: "Availability" }, also: ["pieejamība %", "uptime"] },
  MTRS: {
    label: { lv: "Vidējais atjaunošanas laiks", en: "Mean time to restore service" },
    also: ["mean time to restore", "MTTR"],
  },
  MTBF: {
    label: { lv: "Vidējais laiks starp pārtraukumiem", en: "Mean time between failures" },
    also: ["vidējais laiks starp atteicēm"],
  },
  INCIDENTS: { label: { lv: "Incidentu skaits", en: "Number of incidents" }, also: ["incidenti"] },
  MAJOR_INCIDENTS: {
    label: { lv: "Nozīmīgu incidentu skaits", en: "Number of major incidents" },
    also: ["nozīmīgi incidenti", "major incidents"],
  },
  SLA_RESTORE: {
    label: { lv: "Atjaunoti noteiktajā laikā", en: "Restored within the agreed time" },
    also: ["atjaunots laikā", "restored in time"],
  },
  SLA_REACT: {
    label: { lv: "Reaģēts noteiktajā laikā", en: "Reacted within the agreed time" },
    also: ["reakcija laikā", "reacted in time"],
  },
  REOPENED: { label: { lv: "Atkārtoti atvērti incidenti", en: "Reopened incidents" } },
  FIRST_LINE: {
    label: { lv: "Atrisināti 0. un 1. līmenī", en: "Solved at level 0 and 1" },
    also: ["pirmais līmenis", "first line"],
  },
  WORKAROUND_OPEN: {
    label: { lv: "Pagaidu risinājumi bez novēršanas", en: "Workarounds without a permanent fix" },
    also: ["pagaidu risinājumi vecāki par 30 dienām"],
  },
  BACKLOG_AGE: {
    label: { lv: "Neatrisināto vidējais vecums", en: "Mean age of what is open" },
    also: ["vidējais vecums", "backlog age"],
  },
  CHANGE_SUCCESS: { label: { lv: "Sekmīgas izmaiņas", en: "Successful changes" }, also: ["change success rate"] },
  CHANGE_ON_TIME: {
    label: { lv: "Izmaiņas plānotajā laikā", en: "Changes ended inside the planned window" },
    also: ["changes on time"],
  },
  CHANGE_EMERGENCY: { label: { lv: "Ārkārtas izmaiņas", en: "Emergency changes" } },
  CHANGE_UNAUTHORISED: { label: { lv: "Neautorizētas izmaiņas", en: "Unauthorised changes" } },
  CHANGE_LEAD_TIME: {
    label: { lv: "Izmaiņas laiks no reģistrēšanas līdz ieviešanai", en: "Lead time of changes" },
    also: ["change lead time"],
  },
  PROBLEM_CAUSE_KNOWN: {
    label: { lv: "Problēmas ar zināmu cēloni 30 dienās", en: "Problems with a known cause within 30 days" },
  },
  REQUEST_ON_TIME: {
    label: { lv: "Pieteikumi izpildīti noteiktajā laikā", en: "Requests fulfilled within the agreed time" },
    also: ["izpildīts laikā", "requests on time"],
  },
  COMPLAINTS: {
    label: { lv: "Sūdzības uz 1000 pieteikumiem", en: "Complaints per 1,000 applications" },
    also: ["sūdzības", "complaint rate"],
  },
  SATISFACTION: {
    label: { lv: "Saņēmēju apmierinātība", en: "Satisfaction of recipients" },
    also: ["apmierinātība", "satisfaction", "CSAT"],
  },
  KNOWLEDGE_USED: {
    label: { lv: "Incidenti, kas atrisināti ar zināšanu rakstu", en: "Incidents solved with an article" },
  },
  KNOWLEDGE_FRESH: {
    label: { lv: "Zināšanu raksti pirms pārskatīšanas dienas", en: "Articles inside their review date" },
  },
  CI_VERIFIED: {
    label: { lv: "Pēdējā gadā pārbaudīti resursi", en: "Resources verified in the last year" },
    also: ["pārbaudītas konfigurācijas vienības", "verified configuration items"],
  },
  CAPACITY_USE: { label: { lv: "Ietilpības izmantojums", en: "Use of capacity" }, also: ["capacity use"] },
  BUDGET: { label: { lv: "Budžeta izpilde", en: "Actual to budget" }, also: ["budget"] },
  UNIT_COST: { label: { lv: "Vienības izmaksas", en: "Cost per unit delivered" }, also: ["unit cost"] },
} as const satisfies Options;
