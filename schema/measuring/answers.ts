import type { FunctionProblem } from "../functions/problems.ts";
import type { KpiResult } from "./results.ts";

/** A result, or what stands in the way of one. A result without data is a result: its value is null. */
export type ResultAnswer =
  | { readonly result: KpiResult; readonly problem?: undefined }
  | { readonly result?: undefined; readonly problem: FunctionProblem };
