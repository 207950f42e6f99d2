import { RULES, type RuleKey } from "../../schema/registers/rules.ts";

/** The name of the test that holds a rule; `more` tells cases apart. `npm run rules` finds tests by it. */
export const rule = (key: RuleKey, more = ""): string => `[${key}] ${RULES[key].says.en}${more && ` — ${more}`}`;
