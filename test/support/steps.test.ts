import { expect, test } from "vitest";
import { check, countTests, runSteps, type Step } from "./steps.ts";

const good = { numPassedTests: 3, numFailedTests: 0, numFailedTestSuites: 0, numPendingTests: 0, numTodoTests: 0 };
const step = (name: string, passed: number, failed: number): Step => ({
  name,
  run: () => Promise.resolve({ passed, failed, text: `said by ${name}` }),
});

async function printed(...lanes: Step[][]) {
  const lines: string[] = [];
  const code = await runSteps([lanes], (line) => void lines.push(line));
  return { code, lines };
}

test("a sound run passes, and its last line counts the tests", async () => {
  const { code, lines } = await printed([step("types", 1, 0)], [step("unit", 40, 0)]);
  expect(code).toBe(0);
  expect(lines.at(-1)).toBe("41 passed, 0 failed");
});

test("one failure fails the run, and what was said comes before the last line", async () => {
  const { code, lines } = await printed([step("types", 1, 0), step("unit", 39, 1)]);
  expect(code).toBe(1);
  expect(lines.join("\n")).toContain("said by unit");
  expect(lines.join("\n")).not.toContain("said by types");
  expect(lines.at(-1)).toBe("40 passed, 1 failed");
});

test("a step that throws is a failure and stops no other", async () => {
  const broken: Step = { name: "broken", run: () => Promise.reject(new Error("no disk")) };
  const { code, lines } = await printed([broken, step("unit", 2, 0)]);
  expect(code).toBe(1);
  expect(lines.join("\n")).toContain("no disk");
  expect(lines.at(-1)).toBe("2 passed, 1 failed");
});

test("a program's exit code decides, and a failed one is not followed by the next", async () => {
  expect(await check("fine", ["-e", "0"]).run()).toMatchObject({ passed: 1, failed: 0 });
  const result = await check(
    "bad",
    ["-e", "console.error('why');process.exit(3)"],
    ["-e", "console.log('next')"],
  ).run();
  expect(result).toMatchObject({ passed: 0, failed: 1 });
  expect(result.text).toContain("why");
  expect(result.text).not.toContain("next\n");
});

test("skipped tests, files that do not load, a crash and an empty run are failures", () => {
  expect(countTests(good, 0)).toMatchObject({ passed: 3, failed: 0 });
  expect(countTests({ ...good, numPendingTests: 2 }, 0)).toMatchObject({ passed: 3, failed: 2 });
  expect(countTests({ ...good, numFailedTestSuites: 1 }, 1)).toMatchObject({ failed: 1 });
  expect(countTests({ ...good, numPassedTests: 0 }, 0)).toMatchObject({ failed: 1 });
  expect(countTests(good, 1)).toMatchObject({ failed: 1 });
  expect(countTests(null, 1)).toMatchObject({ passed: 0, failed: 1 });
});
