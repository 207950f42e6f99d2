import type { FigureAnswer, FigureAsk, FunctionKey, SpilledRow } from "../../schema/functions/asks.ts";
import { SPILLED } from "../../schema/functions/asks.ts";
import { STATUS_LABELS } from "../../schema/measuring/labels.ts";
import { RESULT_COLUMNS } from "../../schema/measuring/result-columns.ts";
import type { Status } from "../../schema/measuring/results.ts";
import type { Language, Words } from "../../schema/registers/words.ts";
import { ServerError } from "../sync/server.ts";
import { secondsToSerial } from "../sync/serial.ts";
import type { DateSystem } from "../workbook/port.ts";
import { readAsk, type Argument } from "./arguments.ts";
import type { Asker } from "./asker.ts";
import { FUNCTIONS } from "./declarations.ts";
import { FunctionFailure } from "./failure.ts";

/** What a cell shows: a value, or rows that spill. */
export type CellResult = number | string | (number | string)[][];

export interface FunctionPorts {
  readonly asker: Asker;
  readonly language: () => Language;
  /** Of the workbook beside the pane. */
  readonly dateSystem: () => Promise<DateSystem>;
  readonly signedIn: () => boolean;
}

const HEADINGS: Readonly<Record<(typeof SPILLED)[number], Words>> = {
  ...Object.fromEntries(Object.entries(RESULT_COLUMNS).map(([key, { label }]) => [key, label])),
  period: { lv: "Periods", en: "Period" },
} as Readonly<Record<(typeof SPILLED)[number], Words>>;

const WITH_HEADINGS = FUNCTIONS.RESULTS.parameters.findIndex(({ name }) => name === "headings");

/**
 * Carries out a function of the workbook. Throws {@link FunctionFailure} with a sentence for the person, whatever went
 * wrong. `cancelled` is called with what to do when the cell no longer wants to know.
 */
export async function carryOut(
  key: FunctionKey,
  given: readonly Argument[],
  { asker, language, dateSystem, signedIn }: FunctionPorts,
  cancelled?: (stop: () => void) => void,
): Promise<CellResult> {
  const system = await dateSystem();
  const ask = readAsk(key, given, system);
  if (!signedIn()) throw new FunctionFailure({ code: "SIGNED_OUT" });
  const answer = await asked(asker, ask, cancelled);
  if (answer.problem) throw new FunctionFailure(answer.problem);
  const { value } = answer;
  if (typeof value === "number") return value;
  if (typeof value === "string") return serialOf(value, system);
  const rows = value.map((row) => spilled(row, language()));
  return given[WITH_HEADINGS] === true ? [SPILLED.map((column) => HEADINGS[column][language()]), ...rows] : rows;
}

async function asked(asker: Asker, ask: FigureAsk, cancelled?: (stop: () => void) => void): Promise<FigureAnswer> {
  try {
    return await asker.ask(ask, cancelled);
  } catch (error) {
    throw new FunctionFailure({ code: codeOf(error) });
  }
}

function codeOf(error: unknown) {
  const code = error instanceof ServerError ? error.code : "FAILED";
  return code === "OFFLINE" || code === "SIGNED_OUT" || code === "FORBIDDEN" ? code : "FAILED";
}

function serialOf(civil: string, system: DateSystem): number {
  const serial = secondsToSerial(Date.parse(`${civil}Z`) / 1_000, system);
  if (serial === null) throw new FunctionFailure({ code: "OUT_OF_CALENDAR" });
  return serial;
}

/** A row with its status in words; what there is no value for stays empty. */
function spilled(row: SpilledRow, language: Language): (number | string)[] {
  return row.map((value, at) => {
    if (SPILLED[at] === "status" && value !== null) return STATUS_LABELS[value as Status][language];
    return value ?? "";
  });
}
