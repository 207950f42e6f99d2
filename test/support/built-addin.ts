import type { TestProject } from "vitest/node";
import { prepareAddin } from "../../server/tools/prepare.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Tells this run of the tests from others. */
    run: string;
  }
}

/** Builds the add-in when `dist` is missing or older than a source. Vitest calls it once before the tests in the browser. */
export default async function setup(project?: TestProject): Promise<void> {
  project?.provide("run", crypto.randomUUID());
  // What vitest sets is not what a person has: it would give React's development build, and pages from another root.
  const { VITEST, NODE_ENV } = process.env;
  delete process.env["VITEST"];
  delete process.env["NODE_ENV"];
  try {
    await prepareAddin((line) => console.error(line));
  } finally {
    if (VITEST !== undefined) process.env["VITEST"] = VITEST;
    if (NODE_ENV !== undefined) process.env["NODE_ENV"] = NODE_ENV;
  }
}
