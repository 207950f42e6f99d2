import { findBrowser } from "./support/browser.ts";
import { check, runSteps, tests, type Step } from "./support/steps.ts";

/**
 * `npm test`: types, lint, format, what is generated, unit and integration tests, then the end-to-end tests in
 * Chromium. `npm test -- types unit` runs only the steps named. The database is the embedded one, or the PostgreSQL
 * that SAIME_TEST_DATABASE_URL names.
 */
const tsx = "node_modules/tsx/dist/cli.mjs";

const browser: Step = {
  name: "browser",
  async run() {
    await findBrowser();
    return { passed: 1, failed: 0, text: "" };
  },
};

/** Everything else stands on the generated client. */
const first: Step[] = [check("generate", ["node_modules/prisma/build/index.js", "generate"]), browser];
const checks: Step[] = [
  check("types", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]),
  check("lint", ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"]),
  check("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]),
  check("generated", [tsx, "schema/api/print.ts", "--check"], [tsx, "server/tools/migrate-new.ts", "--check"]),
];
const unit: Step[] = [tests("unit", "unit")];
const e2e: Step[] = [tests("e2e", "e2e")];

const wanted = process.argv.slice(2);
const all = [...first, ...checks, ...unit, ...e2e];
const unknown = wanted.filter((name) => !all.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. There are: ${all.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const chosen = (steps: Step[]) => (wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name)));

/**
 * One stage after another. Unit tests use all cores of a small machine; a browser waits half of its time, and the
 * checks fill it.
 */
const stages: Step[][][] = [[chosen(first)], [chosen(unit)], [chosen(checks), chosen(e2e)]];
process.exitCode = await runSteps(stages);
