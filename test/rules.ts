import type { Rule } from "../schema/registers/rules/rule.ts";
import { RULES } from "../schema/registers/rules.ts";
import { testsOfRules } from "./rules/tests-of-rules.ts";

/** `npm run rules`: every rule of the field that the system keeps, where it stands, and the tests named after it. */
const tests = testsOfRules();
const rules = Object.entries<Rule>(RULES).sort(([, a], [, b]) => a.from.localeCompare(b.from, "en", { numeric: true }));
let section = "";
for (const [key, { from, says }] of rules) {
  if (from !== section) console.log(`\n${from}`);
  section = from;
  console.log(`\n  ${key}\n    ${says.lv}\n    ${says.en}`);
  for (const file of tests.get(key) ?? ["NO TEST"]) console.log(`    · ${file}`);
}
const untested = rules.filter(([key]) => !tests.has(key)).length;
console.log(`\n${rules.length} rules, ${untested} without a test.`);
process.exitCode = untested === 0 ? 0 : 1;
