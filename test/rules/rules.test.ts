import { expect, test } from "vitest";
import { CHANGE_RULES } from "../../schema/registers/rules/changes.ts";
import { MEASURING_RULES } from "../../schema/registers/rules/measuring.ts";
import { REGISTER_RULES } from "../../schema/registers/rules/registers.ts";
import { RIGHTS_RULES } from "../../schema/registers/rules/rights.ts";
import type { Rule } from "../../schema/registers/rules/rule.ts";
import { SUPPORT_RULES } from "../../schema/registers/rules/support.ts";
import { RULES } from "../../schema/registers/rules.ts";
import { wordsWrong } from "../support/words-wrong.ts";
import { rulesNamed, testsOfRules } from "./tests-of-rules.ts";

const all = Object.entries<Rule>(RULES);

test("every rule has a test named after it", () => {
  const tests = testsOfRules();
  expect(all.length).toBeGreaterThan(50);
  expect(all.map(([key]) => key).filter((key) => !tests.has(key))).toEqual([]);
});

test("a rule stands in one table, under a key of its own", () => {
  const areas = [RIGHTS_RULES, REGISTER_RULES, SUPPORT_RULES, CHANGE_RULES, MEASURING_RULES];
  const keys = areas.flatMap((area) => Object.keys(area));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.filter((key) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(key))).toEqual([]);
});

test("a rule says where it stands and what it is, in both languages, and no two say the same", () => {
  expect(all.flatMap(([key, { says }]) => wordsWrong(key, says))).toEqual([]);
  expect(all.filter(([, { from }]) => !/^\S.*\d/.test(from)).map(([key]) => key)).toEqual([]);
  const sayings = all.flatMap(([, { says }]) => [says.lv, says.en]);
  expect(sayings.filter((said, index) => sayings.indexOf(said) !== index)).toEqual([]);
});

test("only tests that run count, and neither comments nor other calls", () => {
  const source = `
    it(rule("ONE"), () => {});
    it.each([1])(rule("TWO", "%s"), () => {});
    describe.each([1])("x", () => { test(rule("THREE", \`of \${1}\`), () => {}); });
    it.skip(rule("SKIPPED"), () => {});
    describe.skip("x", () => { it(rule("INSIDE"), () => {}); });
    it.todo(rule("TODO"));
    // it(rule("COMMENT"), () => {});
    const text = 'rule("TEXT")'; rule("ALONE"); other.rule("OTHER");
  `;
  expect(rulesNamed(source)).toEqual(["ONE", "TWO", "THREE"]);
});
