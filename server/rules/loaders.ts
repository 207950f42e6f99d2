import type { FactName } from "../../schema/registers/facts.ts";
import { standsAlone } from "./alone.ts";
import { customFieldsTooMany, customHeadingTaken, customOptionInUse, customTypeHasValues } from "./custom-fields.ts";
import type { FactLoader } from "./fact.ts";
import {
  assessorNotNamed,
  changeNotSuccessful,
  templateForOthers,
  templateNotApproved,
  tooFewAssessments,
} from "./changes.ts";
import { kpiIsComputed, lastSatisfactionKpi, measuredAlready, scopeOfAnotherKind } from "./kpis.ts";
import { authorisedByNoPortfolioOwner, leadRoleByOthers, scopeNotOfRole, wordOfNoOwner } from "./people.ts";
import { dependedOn, dependencyCycle, noAgreedServiceLevel, noKpiWithTarget, openIncidents } from "./subjects.ts";
import {
  continuityTestOld,
  lessonsWithoutImprovement,
  noKnowledgeOfError,
  openedOtherKind,
  openedRecordNotDone,
  soleAuthor,
} from "./work.ts";
import { authoriserInvolved, resolvedByAsker } from "./who-did.ts";

/** How each fact of schema/registers/facts.ts is looked up. */
export const FACT_LOADERS: Readonly<Record<FactName, FactLoader>> = {
  NO_AGREED_SERVICE_LEVEL: noAgreedServiceLevel,
  NO_KPI_WITH_TARGET: noKpiWithTarget,
  DEPENDED_ON: dependedOn,
  OPEN_INCIDENTS: openIncidents,
  DEPENDENCY_CYCLE: dependencyCycle,
  SERVICE_LEVEL_OVERLAP: standsAlone({
    register: "serviceLevels",
    columns: ["subject"],
    states: ["AGREED"],
    days: ["validFrom", "validTo"],
  }),
  CONTINUITY_TEST_OLD: continuityTestOld,
  SCOPE_NOT_OF_ROLE: scopeNotOfRole,
  LEAD_ROLE_BY_OTHERS: leadRoleByOthers,
  LESSONS_WITHOUT_IMPROVEMENT: lessonsWithoutImprovement,
  TOO_FEW_ASSESSMENTS: tooFewAssessments,
  TEMPLATE_NOT_APPROVED: templateNotApproved,
  TEMPLATE_FOR_OTHERS: templateForOthers,
  WORD_OF_NO_OWNER: wordOfNoOwner,
  AUTHORISED_BY_NO_PORTFOLIO_OWNER: authorisedByNoPortfolioOwner,
  AUTHORISER_INVOLVED: authoriserInvolved,
  RESOLVED_BY_ASKER: resolvedByAsker,
  ASSESSOR_NOT_NAMED: assessorNotNamed,
  CHANGE_NOT_SUCCESSFUL: changeNotSuccessful,
  NO_KNOWLEDGE_OF_ERROR: noKnowledgeOfError,
  SOLE_AUTHOR: soleAuthor,
  MEASURED_ALREADY: measuredAlready,
  OPENED_OTHER_KIND: openedOtherKind,
  OPENED_RECORD_NOT_DONE: openedRecordNotDone,
  LAST_SATISFACTION_KPI: lastSatisfactionKpi,
  SCOPE_OF_ANOTHER_KIND: scopeOfAnotherKind,
  KPI_IS_COMPUTED: kpiIsComputed,
  TARGET_OVERLAP: standsAlone({
    register: "kpiTargets",
    columns: ["kpi", "scope"],
    states: ["CURRENT"],
    days: ["validFrom", "validTo"],
  }),
  ONE_PER_PROCESS: standsAlone({ register: "processes", columns: ["process"], states: ["CURRENT"] }),
  ONE_PER_TASK: standsAlone({ register: "tasks", columns: ["task"], states: ["CURRENT"] }),
  ONE_PER_CONDITION: standsAlone({ register: "conditions", columns: ["service", "condition"], states: ["CURRENT"] }),
  WORKING_DAYS_ELSEWHERE: standsAlone({ register: "calendars", columns: ["workingDays"], states: ["CURRENT"] }),
  CALENDAR_EDITION_OVERLAP: standsAlone({
    register: "calendarEditions",
    columns: ["calendar"],
    states: ["CURRENT"],
    days: ["validFrom", "validTo"],
  }),
  CALENDAR_DAY_TWICE: standsAlone({
    register: "calendarDays",
    columns: ["calendar", "day"],
    states: ["CURRENT"],
  }),
  MEASURED_TWICE: standsAlone({
    register: "measurements",
    columns: ["kpi", "scope"],
    states: ["CURRENT"],
    days: ["periodFrom", "periodTo"],
  }),
  CUSTOM_HEADING_TAKEN: customHeadingTaken,
  CUSTOM_FIELDS_TOO_MANY: customFieldsTooMany,
  CUSTOM_TYPE_HAS_VALUES: customTypeHasValues,
  CUSTOM_OPTION_IN_USE: customOptionInUse,
};
