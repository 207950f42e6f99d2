import { CALENDAR_RULES } from "./rules/calendars.ts";
import { CHANGE_RULES } from "./rules/changes.ts";
import { CUSTOM_FIELD_RULES } from "./rules/custom-fields.ts";
import { MEASURING_RULES } from "./rules/measuring.ts";
import { REGISTER_RULES } from "./rules/registers.ts";
import { RIGHTS_RULES } from "./rules/rights.ts";
import type { Rule } from "./rules/rule.ts";
import { SUPPORT_RULES } from "./rules/support.ts";

/**
 * Every rule of domain.md, sections 1–5, that the system keeps. A test is named after each with `rule(…)` of
 * test/support/rule.ts; `npm run rules` prints rules and tests, and a rule without a test fails the suite.
 */
export const RULES = {
  ...RIGHTS_RULES,
  ...REGISTER_RULES,
  ...CUSTOM_FIELD_RULES,
  ...SUPPORT_RULES,
  ...CHANGE_RULES,
  ...CALENDAR_RULES,
  ...MEASURING_RULES,
} as const satisfies Record<string, Rule>;
export type RuleKey = keyof typeof RULES;
