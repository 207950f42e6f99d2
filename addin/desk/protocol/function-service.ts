import type { CallResult, FunctionCalls } from "../functions/calls.ts";
import { Service } from "./service.ts";

/** How office.js numbers the errors of functions. */
const ERRORS: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

/** A result as office.js hands it over. */
interface InvocationResult {
  readonly id: number;
  readonly value?: unknown;
  readonly failed?: boolean;
  readonly errorCode?: number;
}

/** Office's own service for custom functions: the add-in's runtime says that it listens, and later what came out. */
export class CustomFunctionsService extends Service {
  readonly wireType = "CustomFunctions";
  readonly #calls: FunctionCalls;
  readonly #ready: () => void;

  constructor(calls: FunctionCalls, ready: () => void) {
    super();
    this.#calls = calls;
    this.#ready = ready;
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.#ready();
  }

  SetInvocationResults(results: readonly InvocationResult[]): void {
    for (const result of results) this.#calls.settle(result.id, resultOf(result));
  }
}

function resultOf({ value, failed, errorCode }: InvocationResult): CallResult {
  if (failed !== true) return { value };
  return { error: ERRORS[errorCode ?? 0] ?? "#VALUE!", message: typeof value === "string" ? value : "" };
}
