import type { FunctionProblem } from "../../schema/functions/problems.ts";

/** A function of the workbook has no value to give. The problem says why, in both languages. */
export class FunctionFailure extends Error {
  readonly problem: FunctionProblem;
  constructor(problem: FunctionProblem) {
    super(problem.code);
    this.name = "FunctionFailure";
    this.problem = problem;
  }
}
