import { PROBLEMS, sayProblem } from "../../schema/functions/problems.ts";
import type { Outcome, Run } from "./associate.ts";
import { Asker, type AskerPorts } from "./asker.ts";
import { FunctionFailure } from "./failure.ts";
import { carryOut, type FunctionPorts } from "./functions.ts";

export interface FunctionRuntime {
  readonly run: Run;
  /** What was answered may be out of date. */
  readonly forget: () => void;
}

/** The functions at work: a chunk of its own, fetched when the first cell asks. */
export function createFunctionRuntime(ports: Omit<FunctionPorts, "asker"> & Pick<AskerPorts, "send">): FunctionRuntime {
  const asker = new Asker({
    send: ports.send,
    now: () => performance.now(),
    later: (run, milliseconds) => setTimeout(run, milliseconds),
  });
  return {
    forget: () => asker.forget(),
    run: async (key, given, cancelled): Promise<Outcome> => {
      try {
        return { value: await carryOut(key, given, { ...ports, asker }, cancelled) };
      } catch (error) {
        if (!(error instanceof FunctionFailure)) console.error(error);
        const problem = error instanceof FunctionFailure ? error.problem : ({ code: "FAILED" } as const);
        return { shownAs: PROBLEMS[problem.code].shownAs, message: sayProblem(problem, ports.language()) };
      }
    },
  };
}
