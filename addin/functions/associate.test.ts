import { expect, test, vi } from "vitest";
import { FUNCTION_KEYS } from "../../schema/functions/asks.ts";
import { LANGUAGES } from "../../schema/registers/words.ts";
import { associateFunctions, type FunctionHost, type Invocation, type Outcome } from "./associate.ts";
import { functionsIn, metadataFile } from "./metadata.ts";

class ShownError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
function host() {
  const calls = new Map<string, (...given: unknown[]) => Promise<unknown>>();
  const made: FunctionHost = { associate: (id, call) => calls.set(id, call), Error: ShownError };
  return { calls, host: made };
}

test("every function that Excel is told of is tied to code, and no other", () => {
  const { calls, host: made } = host();
  associateFunctions(made, () => Promise.resolve({ value: 1 }));
  expect([...calls.keys()]).toEqual([...FUNCTION_KEYS]);
  for (const language of LANGUAGES) {
    const { functions } = JSON.parse(metadataFile(language)) as { functions: { id: string; options: object }[] };
    expect(functions.map(({ id }) => id)).toEqual([...FUNCTION_KEYS]);
    for (const { options } of functions) expect(options).toEqual({ cancelable: true });
  }
});

test("both languages tell of the same functions, each text in its own, within what Microsoft 365 takes", () => {
  const [lv, en] = [functionsIn("lv"), functionsIn("en")];
  const bare = (all: typeof lv) =>
    all.map(({ description: _d, parameters, ...rest }) => ({
      ...rest,
      parameters: parameters.map(({ description: _p, ...parameter }) => parameter),
    }));
  expect(bare(lv)).toEqual(bare(en));
  lv.forEach((one, at) => {
    const other = en[at] ?? expect.unreachable();
    expect(one.description).not.toBe(other.description);
    for (const { description } of [one, other]) expect(description.length).toBeLessThanOrEqual(128);
    // Excel takes nothing after a parameter that may be left out but more of these.
    const optional = one.parameters.map((parameter) => parameter.optional === true);
    expect(optional).toEqual(optional.toSorted());
    one.parameters.forEach((parameter, place) => {
      const english = other.parameters[place]?.description ?? "";
      expect(parameter.description).not.toBe(english);
      for (const text of [parameter.description, english]) expect(text.length).toBeLessThanOrEqual(128);
    });
  });
});

test("a value is given, an error thrown with its sentence, and a cancellation passed on", async () => {
  const { calls, host: made } = host();
  const stop = vi.fn();
  let outcome: Outcome = { value: 7 };
  const asked: unknown[] = [];
  associateFunctions(made, (key, given, cancelled) => {
    asked.push([key, given]);
    cancelled(stop);
    return Promise.resolve(outcome);
  });
  const invocation: Invocation = {};
  const kpi = calls.get("KPI") ?? expect.unreachable();
  expect(await kpi("KPI-1", null, "2026", invocation)).toBe(7);
  expect(asked).toEqual([["KPI", ["KPI-1", null, "2026"]]]);
  invocation.onCanceled?.();
  expect(stop).toHaveBeenCalledOnce();
  outcome = { shownAs: "#N/A", message: "Nav datu." };
  await expect(kpi("KPI-1", null, null, {})).rejects.toMatchObject({ code: "#N/A", message: "Nav datu." });
});
