import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const output = join(root, "test", "output");

/** What a step of `npm test` came to. A check that is no test, such as the types, counts as one. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** What the step printed; shown when it failed. */
  readonly text: string;
}
export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

interface Ran {
  readonly code: number;
  readonly text: string;
}

function node(args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.on("error", (error) => resolve({ code: 1, text: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, text: Buffer.concat(parts).toString("utf8") }));
  });
}

/** A step that runs each of `programs` (arguments of Node, from the house's root) until one fails. */
export function check(name: string, ...programs: readonly (readonly string[])[]): Step {
  return {
    name,
    async run() {
      for (const program of programs) {
        const { code, text } = await node(program);
        if (code !== 0) return { passed: 0, failed: 1, text: `${program.join(" ")}\n${text}` };
      }
      return { passed: 1, failed: 0, text: "" };
    },
  };
}

/** The counts in vitest's JSON report that matter here. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Counts a run of vitest. A test that was left out proves nothing, so it counts as failed; and so does a run that
 * ended badly without saying which test failed, such as a file that could not be loaded.
 */
export function countTests(report: Report | null, code: number): { passed: number; failed: number; note: string } {
  const passed = report?.numPassedTests ?? 0;
  const left = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const failed = (report?.numFailedTests ?? 0) + left;
  const note = left > 0 ? `${left} tests were skipped; a skipped test proves nothing.\n` : "";
  if (failed === 0 && (code !== 0 || passed === 0 || (report?.numFailedTestSuites ?? 1) > 0)) {
    return { passed, failed: 1, note: `${note}vitest ended with ${code} after ${passed} tests.\n` };
  }
  return { passed, failed, note };
}

/** What failed, a line each: a long log may be cut off before it comes to them. */
export function namesOfFailed(report: Report | null): string {
  const lines = (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed").map(({ fullName }) => fullName);
    const told = failed.length === 0 && status === "failed" ? [(message ?? "").split("\n")[0] ?? ""] : failed;
    return told.map((test) => `✗ ${relative(root, name)}: ${test}\n`);
  });
  return lines.join("");
}

/** A step that runs a project of vitest. */
export function tests(name: string, project: string): Step {
  return {
    name,
    async run() {
      await mkdir(output, { recursive: true });
      const file = join(output, `${project}.json`);
      await rm(file, { force: true });
      const { code, text } = await node([
        "node_modules/vitest/vitest.mjs",
        "run",
        `--project=${project}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ]);
      const report = await readFile(file, "utf8").then(
        (json) => JSON.parse(json) as Report,
        () => null,
      );
      const { passed, failed, note } = countTests(report, code);
      return { passed, failed, text: namesOfFailed(report) + note + text };
    },
  };
}

/**
 * Runs the stages one after the other: of each, its lanes at the same time, and of a lane its steps in turn. Prints one
 * line a step when it ends, what failed steps said at the very end, and last `N passed, N failed`. Gives the exit code.
 */
export async function runSteps(
  stages: readonly (readonly (readonly Step[])[])[],
  print: (line: string) => void = console.log,
): Promise<number> {
  const failures: { name: string; text: string }[] = [];
  let passed = 0;
  let failed = 0;
  const one = async (step: Step): Promise<void> => {
    const start = performance.now();
    const result = await step.run().catch((error: unknown) => ({
      passed: 0,
      failed: 1,
      text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    passed += result.passed;
    failed += result.failed;
    if (result.failed > 0) failures.push({ name: step.name, text: result.text });
    const count = result.passed + result.failed > 1 ? `, ${result.passed} passed, ${result.failed} failed` : "";
    print(`${result.failed > 0 ? "FAILED" : "ok    "}  ${step.name}${count} (${seconds} s)`);
  };
  const inTurn = async (lane: readonly Step[]) => {
    for (const step of lane) await one(step);
  };
  for (const lanes of stages) await Promise.all(lanes.map(inTurn));
  for (const { name, text } of failures) print(`\n── ${name} ──\n${text.trim()}`);
  if (failures.length > 0) print(`\nFailed: ${failures.map(({ name }) => name).join(", ")}`);
  print(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
