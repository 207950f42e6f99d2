/**
 * What a rule asks about besides the row itself; the server looks it up in sets, for all rows of a push at once
 * (server/rules). A fact tells for a row, as it would be after the write, either nothing (the rule holds) or the words
 * that fill the message: what stands in the way, by name.
 */
export const FACTS = {
  NO_AGREED_SERVICE_LEVEL: "The service has no agreed service level that is valid today.",
  NO_KPI_WITH_TARGET: "The service has no active KPI with a target.",
  DEPENDED_ON: "{names}: services and resources in use that critically depend on the row.",
  OPEN_INCIDENTS: "{names}: incidents on the row that are not closed or cancelled.",
  DEPENDENCY_CYCLE: "{cycle}: the cycle of critical dependencies that the row would close.",
  SERVICE_LEVEL_OVERLAP: "{names}: agreed service levels of the same subject whose validity overlaps.",
  CONTINUITY_TEST_OLD: "The continuity plan's last test is more than a year before today.",
  SCOPE_NOT_OF_ROLE:
    "{scope}: what the role assignment names as its scope, which is not of the kind (service, resource, process) that the role is held for.",
  LEAD_ROLE_BY_OTHERS:
    "The person who asks holds no current assignment of the state, sector or municipality lead role that the row assigns.",
  LESSONS_WITHOUT_IMPROVEMENT:
    "{have}, {need}: how many improvements, not dropped, are recorded from the incident, and how many lessons its review names, where these are more.",
  TOO_FEW_ASSESSMENTS:
    "{have}, {need}: different experts named on the change who gave an assessment, and how many its model asks for (normal complex two, others one).",
  TEMPLATE_NOT_APPROVED: "The standard change names no approved template.",
  TEMPLATE_FOR_OTHERS:
    "{names}: subjects of the standard change that its template is not approved for; a template that names no subjects is for all.",
  WORD_OF_NO_OWNER:
    "{names}: the person on whose word the emergency change goes, who owns none of its services and resources nor the portfolio.",
  AUTHORISED_BY_NO_PORTFOLIO_OWNER:
    "{names}: the person named as having authorised the change, who holds neither portfolio of its services and resources.",
  AUTHORISER_INVOLVED:
    "By the log the person named as having authorised the change registered it or took a step of carrying it out.",
  RESOLVED_BY_ASKER: "By the log the person who asks took the incident to resolved.",
  ASSESSOR_NOT_NAMED: "{change}: the change on which the assessment's expert is not named as an expert.",
  CHANGE_NOT_SUCCESSFUL:
    "{names}: changes that the problem names and that stand in the way: those not closed, rejected or cancelled, or, where none is closed as successful, all of them.",
  NO_KNOWLEDGE_OF_ERROR: "No knowledge article is linked to the problem: none that it names, none that names it.",
  SOLE_AUTHOR: "The person who asks is the only author of the article.",
  MEASURED_ALREADY: "The KPI has measurements that were not taken back: its formula, unit and direction stay.",
  OPENED_OTHER_KIND:
    "{names}: the record that an application of kind incident, problem or change opened, where it stands in another log.",
  OPENED_RECORD_NOT_DONE: "{names}: the record that the application opened and follows is not done.",
  LAST_SATISFACTION_KPI: "No other active state-wide KPI measures the satisfaction of recipients.",
  SCOPE_OF_ANOTHER_KIND: "{kind}: what the row's KPI is defined for, where the row's scope is of another kind.",
  KPI_IS_COMPUTED: "{kpi}: the KPI of the measurement, which the system computes from the logs.",
  TARGET_OVERLAP: "{names}: targets of the same KPI and scope for an overlapping period.",
  ONE_PER_PROCESS: "{names}: the institution already keeps this process.",
  ONE_PER_TASK: "{names}: the institution already keeps this task.",
  ONE_PER_CONDITION: "{names}: the service already has this condition.",
  WORKING_DAYS_ELSEWHERE: "{names}: the calendar that already sets the institution's working days.",
  CALENDAR_EDITION_OVERLAP: "{names}: editions of the same calendar whose validity overlaps.",
  CALENDAR_DAY_TWICE: "{names}: an exception of the same calendar for the same day.",
  MEASURED_TWICE: "{names}: a measurement of the same KPI, scope and period.",
  CUSTOM_HEADING_TAKEN: "{names}: custom fields in use of the same register with one of the row's headings.",
  CUSTOM_FIELDS_TOO_MANY:
    "{have}, {most}: how many custom fields in use the row's register would have, and how many it may have.",
  CUSTOM_TYPE_HAS_VALUES: "{have}: how many rows hold a value in the custom field, whose type the row changes.",
  CUSTOM_OPTION_IN_USE: "{names}: options of the custom field that rows hold and the row no longer lists.",
} as const satisfies Record<string, string>;
export type FactName = keyof typeof FACTS;
