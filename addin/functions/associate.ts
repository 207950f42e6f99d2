import { FUNCTION_KEYS, type FunctionKey } from "../../schema/functions/asks.ts";
import type { ShownAs } from "../../schema/functions/problems.ts";
import type { Argument } from "./arguments.ts";
import type { CellResult } from "./functions.ts";

/** What Office's runtime hands over behind the arguments. */
export interface Invocation {
  onCanceled?: (() => void) | undefined;
}
type Call = (...given: unknown[]) => Promise<CellResult>;

/** The part of Office's `CustomFunctions` that the functions need. */
export interface FunctionHost {
  associate(id: string, call: Call): void;
  /** An error that a cell shows, its sentence on the cell's error card. */
  readonly Error: new (code: ShownAs, message: string) => Error;
}

/** A value, or what the cell shows in its stead and the sentence that says why. */
export type Outcome = { readonly value: CellResult } | { readonly shownAs: ShownAs; readonly message: string };
export type Run = (
  key: FunctionKey,
  given: readonly Argument[],
  cancelled: (stop: () => void) => void,
) => Promise<Outcome>;

/**
 * Ties the functions' names to `run`. To be called as soon as office.js is there: Excel asks for values from then on,
 * and finds no function that is tied later.
 */
export function associateFunctions(host: FunctionHost, run: Run): void {
  for (const key of FUNCTION_KEYS)
    host.associate(key, async (...all) => {
      const invocation = all.at(-1) as Invocation;
      const outcome = await run(key, all.slice(0, -1) as Argument[], (stop) => {
        invocation.onCanceled = stop;
      });
      if ("value" in outcome) return outcome.value;
      throw new host.Error(outcome.shownAs, outcome.message);
    });
}
