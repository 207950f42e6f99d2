import { associateFunctions, type FunctionHost } from "../functions/associate.ts";
import type { FunctionRuntime } from "../functions/runtime.ts";
import { areUsed, rememberUse } from "./office/functions-used.ts";
import type { ApiClient } from "./graphql/client.ts";
import type { Preferences } from "./preferences/preferences.ts";
import type { SignIn } from "./session/port.ts";

export interface FunctionParts {
  readonly api: ApiClient;
  readonly signIn: SignIn;
  readonly preferences: Preferences;
}
export interface Functions {
  /** Ties the functions to Office's runtime, as soon as its library is there: Excel may ask before the pane stands. */
  readonly tie: () => void;
  /** The pane is ready to answer what cells asked meanwhile. */
  readonly start: (parts: FunctionParts) => void;
  /** What the functions show may be out of date: cells that use them are calculated anew. */
  readonly again: () => void;
}

/** The functions of the workbook, answered here because the pane's page is their runtime too; at work when the first cell asks. */
export function connectFunctions(): Functions {
  let begin: (parts: FunctionParts) => void = () => undefined;
  const parts = new Promise<FunctionParts>((resolve) => (begin = resolve));
  let runtime: Promise<FunctionRuntime> | null = null;
  const needed = () => {
    const loading = (runtime ??= parts.then(load));
    // A connection lost while it was fetched is tried anew with the next cell.
    loading.catch(() => (runtime = null));
    return loading;
  };

  const again = () => {
    // A workbook without our functions has nothing to calculate for us.
    if (!areUsed()) return;
    void needed()
      .then(async ({ forget }) => {
        forget();
        await (await import("../workbook/excel/calculate.ts")).calculateAll();
      })
      .catch((error: unknown) => console.error(error));
  };
  return {
    tie: () => {
      const { CustomFunctions: host } = globalThis as { CustomFunctions?: FunctionHost };
      if (host)
        associateFunctions(host, async (...call) => {
          rememberUse();
          return (await needed()).run(...call);
        });
    },
    again,
    start: (given) => {
      begin(given);
      let person = given.signIn.current()?.person;
      given.signIn.subscribe(() => {
        const now = given.signIn.current()?.person;
        // Signing out leaves the values, as it leaves the registers' sheets.
        if (now !== undefined && now !== person) again();
        person = now;
      });
      // What the workbook was kept with may be old.
      if (person !== undefined) again();
    },
  };
}

async function load({ api, signIn, preferences }: FunctionParts): Promise<FunctionRuntime> {
  const [{ createFunctionRuntime }, { createFigures }, { dateSystem }] = await Promise.all([
    import("../functions/runtime.ts"),
    import("./graphql/figures.ts"),
    import("../workbook/excel/calculate.ts"),
  ]);
  let system: ReturnType<typeof dateSystem> | null = null;
  return createFunctionRuntime({
    send: createFigures(api),
    language: () => preferences.get().language,
    signedIn: () => signIn.current() !== null,
    dateSystem: () => {
      const asked = (system ??= dateSystem());
      asked.catch(() => (system = null));
      return asked;
    },
  });
}
