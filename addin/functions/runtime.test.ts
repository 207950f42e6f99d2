import { beforeEach, describe, expect, test, vi } from "vitest";
import type { FigureAnswer, FigureAsk, FunctionKey } from "../../schema/functions/asks.ts";
import type { Language } from "../../schema/registers/words.ts";
import { ServerError } from "../sync/server.ts";
import type { DateSystem } from "../workbook/port.ts";
import type { Argument } from "./arguments.ts";
import { createFunctionRuntime } from "./runtime.ts";

/** What the pane around the functions is like, and what went to the server. */
const world = {
  language: "en" as Language,
  system: 1900 as DateSystem,
  signedIn: true,
  asks: [] as FigureAsk[],
  answer: { value: 42 } as FigureAnswer | ServerError,
};
beforeEach(() =>
  Object.assign(world, { language: "en", system: 1900, signedIn: true, asks: [], answer: { value: 42 } }),
);

function runtime() {
  return createFunctionRuntime({
    language: () => world.language,
    dateSystem: () => Promise.resolve(world.system),
    signedIn: () => world.signedIn,
    send: async (asks) => {
      world.asks.push(...asks);
      const { answer } = world;
      if (answer instanceof ServerError) throw answer;
      return asks.map(() => answer);
    },
  });
}
const run = (key: FunctionKey, ...given: Argument[]) => runtime().run(key, given, () => undefined);

describe("arguments", () => {
  // 15 March 2026 in both date systems.
  test.each<[DateSystem, Argument, Partial<FigureAsk>]>([
    [1900, "2026-03", { period: "MONTH", from: "2026-03-01" }],
    [1900, "2026-Q1", { period: "QUARTER", from: "2026-03-01" }],
    [1900, "2026", { period: "YEAR", from: "2026-01-01" }],
    [1900, 2026, { period: "YEAR", from: "2026-01-01" }],
    [1900, "2026-W12", { period: "WEEK", from: "2026-03-16" }],
    [1900, 46_096.75, { from: "2026-03-15" }],
    [1904, 44_634, { from: "2026-03-15" }],
    [1900, "15.03.2026", { from: "2026-03-15" }],
    [1900, null, {}],
    [1900, "", {}],
    [1900, 0, {}],
  ])("in a workbook of %s the period %j is asked for as %j", async (system, period, asked) => {
    world.system = system;
    await run("KPI", " KPI-0002 ", null, period);
    expect(world.asks).toEqual([{ function: "KPI", name: "KPI-0002", scope: "", ...asked }]);
  });

  test("of WORKTIME and DUE go as civil time, whichever the date system, instants as they are", async () => {
    await run("WORKTIME", "2026-03-27 16:00", "30.03.2026 10:00", "K-1");
    await run("DUE", "2026-03-27T14:00:00Z", 0, 0);
    world.system = 1904;
    await run("DUE", 44_646 + 16 / 24, "1,5", "");
    expect(world.asks).toEqual([
      { function: "WORKTIME", name: "K-1", from: "2026-03-27T16:00:00", to: "2026-03-30T10:00:00" },
      { function: "DUE", name: "", from: "2026-03-27T14:00:00Z", minutes: 0 },
      { function: "DUE", name: "", from: "2026-03-27T16:00:00", minutes: 1.5 },
    ]);
  });

  test.each<[FunctionKey, Argument[], string]>([
    ["KPI", ["KPI-1", "", "nākamnedēļ"], "“nākamnedēļ” is no period. Write for example 2026-03"],
    ["KPI", ["KPI-1", "", "2026-13"], "“2026-13” is no period"],
    ["KPI", ["KPI-1", "", -5], "“-5” is no period"],
    ["KPI", [""], "Missing: Code of the KPI"],
    ["AVAILABILITY", ["PK-1", "vakar", "2026-01-01"], "“vakar” is no day"],
    ["AVAILABILITY", ["PK-1", "2026-02-01", "2026-01-01"], "The end is before the start"],
    ["AVAILABILITY", ["PK-1", "2026-02-01"], "Missing: The first day after"],
    ["WORKTIME", ["rīt", "2026-01-01"], "“rīt” is no date and time"],
    ["DUE", ["2026-01-01", "daudz"], "“daudz” is no number of minutes"],
    ["DUE", ["2026-01-01", -1], "Minutes are a number from 0"],
  ])("%s of %j is refused with words, and nobody is asked", async (key, given, words) => {
    const outcome = await run(key, ...given);
    expect(outcome).toMatchObject({ shownAs: "#VALUE!", message: expect.stringContaining(words) as string });
    expect(world.asks).toEqual([]);
  });
});

describe("answers", () => {
  test("are numbers; a civil time becomes a serial number of the workbook's date system", async () => {
    expect(await run("KPI", "K")).toEqual({ value: 42 });
    world.answer = { value: "2026-02-06T17:00:00" };
    expect(await run("DUE", "2026-02-06 16:00", 60)).toEqual({ value: 46_059 + 17 / 24 });
    world.system = 1904;
    expect(await run("DUE", "2026-02-06 16:00", 60)).toEqual({ value: 44_597 + 17 / 24 });
  });

  test("of RESULTS are rows with words in the person's language, nothing where there is no data, and headings if asked", async () => {
    world.answer = { value: [["2026-03", "PK-1", "Karte", 97.5, 39, 40, 40, null, "MISSED"]] };
    const row = ["2026-03", "PK-1", "Karte", 97.5, 39, 40, 40, ""];
    expect(await run("RESULTS", "K", "*")).toEqual({ value: [[...row, "Missed"]] });
    world.language = "lv";
    expect(await run("RESULTS", "K", "*", null, null, true)).toEqual({
      value: [
        ["Periods", "Tvēruma kods", "Tvērums", "Vērtība", "Skaitītājs", "Saucējs", "Skaits", "Mērķis", "Statuss"],
        [...row, "Nav sasniegts"],
      ],
    });
  });

  test("that the server cannot give come as its words in the person's language", async () => {
    world.answer = { problem: { code: "NO_RESULT", words: { lv: "Nav vērtības.", en: "No value." } } };
    expect(await run("KPI", "K")).toEqual({ shownAs: "#N/A", message: "No value." });
    world.language = "lv";
    expect(await run("KPI", "K")).toEqual({ shownAs: "#N/A", message: "Nav vērtības." });
  });

  test("are not asked for while nobody is signed in", async () => {
    world.signedIn = false;
    expect(await run("KPI", "K")).toEqual({
      shownAs: "#N/A",
      message: "Open Saime and sign in; the value then appears.",
    });
    expect(world.asks).toEqual([]);
  });

  test.each([
    ["OFFLINE", "Saime's server cannot be reached"],
    ["SIGNED_OUT", "sign in"],
    ["FORBIDDEN", "no right"],
    ["FAILED", "could not answer"],
  ] as const)("that fail (%s) say so", async (code, words) => {
    world.answer = new ServerError(code, "internal words");
    expect(await run("KPI", "K")).toEqual({ shownAs: "#N/A", message: expect.stringContaining(words) as string });
  });

  test("of something unforeseen tell nothing of its inside, which goes to the log", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = createFunctionRuntime({
      language: () => "en",
      signedIn: () => true,
      dateSystem: () => Promise.reject(new Error("the workbook is gone")),
      send: () => Promise.reject(new Error("never")),
    });
    const outcome = await broken.run("KPI", ["K"], () => undefined);
    expect(outcome).toEqual({ shownAs: "#N/A", message: expect.stringContaining("could not answer") as string });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
