import type { FigureAsk, FunctionKey } from "../../schema/functions/asks.ts";
import { readPeriodText } from "../../schema/functions/period-text.ts";
import type { ProblemCode } from "../../schema/functions/problems.ts";
import { readDay } from "../../schema/registers/dates.ts";
import { readInstant } from "../../schema/registers/instants.ts";
import { serialToDay, serialToSeconds } from "../sync/serial.ts";
import type { DateSystem } from "../workbook/port.ts";
import { FUNCTIONS } from "./declarations.ts";
import { FunctionFailure } from "./failure.ts";

/** What a spreadsheet hands over for an argument; a parameter left out is null or missing, an empty cell is 0 or "". */
export type Argument = string | number | boolean | null | undefined;

/** Numbers that are years and no serial numbers: those would be days before 1906. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1990 && value <= 2200;
/** So an empty cell that was referred to arrives where a date may stand. */
const isBlank = (value: Argument): value is null | undefined | "" | 0 =>
  value === null || value === undefined || value === 0 || (typeof value === "string" && value.trim() === "");

const fail = (code: ProblemCode, value: Argument): never => {
  throw new FunctionFailure({ code, name: String(value) });
};

/**
 * What the cell asks, of a function's arguments in their declared order. Throws {@link FunctionFailure} for what cannot
 * be read: nobody need be asked about that.
 */
export function readAsk(key: FunctionKey, given: readonly Argument[], system: DateSystem): FigureAsk {
  const named = new Map(FUNCTIONS[key].parameters.map(({ name }, at) => [name, given[at]]));
  for (const { name, optional, help } of FUNCTIONS[key].parameters) {
    // Nought is a number of minutes, and no date.
    const missing = isBlank(named.get(name)) && !(name === "minutes" && named.get(name) === 0);
    if (missing && !optional) throw new FunctionFailure({ code: "MISSING", near: [help] });
  }
  const text = (name: string) => (isBlank(named.get(name)) ? "" : String(named.get(name)).trim());
  const day = (name: string) => readDayArgument(named.get(name), system);
  const moment = (name: string) => readMoment(named.get(name), system);
  switch (key) {
    case "KPI":
    case "TARGET":
      return { function: key, name: text("code"), scope: text("scope"), ...readPeriod(named.get("period"), system) };
    case "AVAILABILITY":
      return { function: key, name: text("service"), ...orderly({ from: day("from"), to: day("to") }) };
    case "RESULTS":
      return {
        function: key,
        name: text("code"),
        scope: text("scope"),
        ...orderly({ from: day("from"), to: day("to") }),
      };
    case "WORKTIME":
      return { function: key, name: text("calendar"), ...orderly({ from: moment("from"), to: moment("to") }) };
    case "DUE":
      return {
        function: key,
        name: text("calendar"),
        ...orderly({ from: moment("from") }),
        minutes: readMinutes(named.get("minutes")),
      };
  }
}

type Bounds = { readonly from?: string | undefined; readonly to?: string | undefined };
/** Bounds that were given, the end not before the start. */
function orderly({ from, to }: Bounds): { readonly from?: string; readonly to?: string } {
  if (from !== undefined && to !== undefined && to < from) throw new FunctionFailure({ code: "ENDS_BEFORE" });
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function readPeriod(value: Argument, system: DateSystem): Pick<FigureAsk, "period" | "from"> {
  if (isBlank(value)) return {};
  if (typeof value === "number" && !isYear(value)) {
    return { from: serialToDay(value, system) ?? fail("UNREADABLE_PERIOD", value) };
  }
  const { kind, day } = readPeriodText(String(value)) ?? fail("UNREADABLE_PERIOD", value);
  return { from: day, ...(kind !== null && { period: kind }) };
}

function readDayArgument(value: Argument, system: DateSystem): string | undefined {
  if (isBlank(value)) return undefined;
  const day = typeof value === "number" ? serialToDay(value, system) : readDay(String(value).trim());
  return day ?? fail("UNREADABLE_DAY", value);
}

/** Civil time of the calendar, which the server knows; an instant with its offset stays one. */
function readMoment(value: Argument, system: DateSystem): string | undefined {
  if (isBlank(value)) return undefined;
  if (typeof value === "number") {
    const seconds = serialToSeconds(value, system);
    return seconds === null ? fail("UNREADABLE_TIME", value) : new Date(seconds * 1_000).toISOString().slice(0, 19);
  }
  const written = String(value).trim();
  const day = readDay(written);
  if (day !== null) return `${day}T00:00:00`;
  // Read as of UTC, so that what the clock shows stays as it was written.
  const instant = readInstant(written, "UTC") ?? fail("UNREADABLE_TIME", value);
  return /(?:Z|[+-]\d\d:\d\d)$/i.test(written) ? instant : instant.slice(0, 19);
}

function readMinutes(value: Argument): number {
  const minutes = typeof value === "string" ? Number(value.trim().replace(",", ".")) : value;
  if (typeof minutes !== "number" || !Number.isFinite(minutes)) return fail("UNREADABLE_MINUTES", value);
  return minutes < 0 ? fail("NOT_NEGATIVE", value) : minutes;
}
