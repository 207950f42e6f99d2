import { sameCell } from "./cells.ts";
import { isEmpty, stateOf } from "./lifecycle.ts";
import { compute } from "./computed.ts";
import type { Cell, Register, Row, Stamp, Transition } from "./register.ts";
import type { Settings } from "./settings.ts";
import { wayOf } from "./steps.ts";

/** The moment of a write, by the server's clock, and whose it is. */
export interface Moment {
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string;
  /** The day in the institution's zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly person: string | null;
  readonly settings: Settings;
}

/**
 * The row as the server completes it: what the steps it takes stamp, count and clear, and its computed cells. Times
 * that the row gives are kept: history that is imported keeps its own (domain.md, section 3). So a step that was
 * taken before one whose time is given and lies in the past is history: neither the clock nor who asks is put into
 * it, and what nobody knows stays empty.
 */
export function prepareRow(register: Register, before: Row | null, after: Row, moment: Moment): Row {
  const { lifecycle } = register;
  const row: Record<string, Cell | undefined> = { ...after };
  if (lifecycle) {
    if (isEmpty(row[lifecycle.column])) row[lifecycle.column] = stateOf(register, before);
    const way = wayOf(register, before, row) ?? [];
    // Thousands of rows of an import take ways on which nothing is to be completed.
    if ((before === null && lifecycle.stamps) || way.some(completes)) takeSteps(register, before, row, way, moment);
  }
  compute(register, row, moment.settings);
  return row;
}

const completes = ({ at, stamps, clears, counts }: Transition): boolean =>
  at !== undefined || stamps !== undefined || clears !== undefined || counts !== undefined;

/** Stamps, counts and clears what the steps of the way ask for, in the row itself. */
function takeSteps(
  register: Register,
  before: Row | null,
  row: Record<string, Cell | undefined>,
  way: readonly Transition[],
  moment: Moment,
): void {
  const known = lastKnown(register, before, row, way, moment);
  const stamp = (stamps: Readonly<Record<string, Stamp>> = {}, place: number) => {
    for (const key in stamps) {
      const kind = stamps[key] ?? "NOW";
      // Of the last step of the past others of its times are past too; the person may have taken it just now.
      const history = kind === "ACTOR" ? place < known : place <= known;
      if (!history && isEmpty(row[key])) row[key] = stamped(kind, register, key, moment);
    }
  };
  if (before === null) stamp(register.lifecycle?.stamps, 0);
  way.forEach((step, index) => {
    for (const key of clearedBy(step, before, row)) row[key] = null;
    for (const key of step.counts ?? []) row[key] = Number(row[key] ?? 0) + 1;
    stamp({ ...(step.at !== undefined && { [step.at]: "NOW" as const }), ...step.stamps }, index + 1);
  });
}

/**
 * The last place on the way whose time the row itself gives and lies in the past: 0 is the entering of the register,
 * 1 the first step; -1 where there is none, and everything happens now.
 */
function lastKnown(register: Register, before: Row | null, row: Row, way: readonly Transition[], moment: Moment) {
  const since = register.lifecycle?.since;
  let last = before === null && since !== undefined && isPast(row[since], moment) ? 0 : -1;
  const cleared = new Set<string>();
  way.forEach((step, index) => {
    for (const key of clearedBy(step, before, row)) cleared.add(key);
    if (step.at !== undefined && !cleared.has(step.at) && isPast(row[step.at], moment)) last = index + 1;
  });
  return last;
}

const isPast = (cell: Row[string], { now }: Moment): boolean => typeof cell === "string" && cell !== "" && cell < now;

/** What the step empties is what the row had before; what is given with the step stays. */
function clearedBy({ clears = [] }: Transition, before: Row | null, row: Row): readonly string[] {
  return clears.filter((key) => before !== null && sameCell(row[key] ?? null, before[key] ?? null));
}

function stamped(stamp: Stamp, register: Register, key: string, { now, today, person }: Moment): Cell {
  if (stamp === "NOW") return now;
  if (stamp === "TODAY") return today;
  return register.columns[key]?.type === "references" ? (person === null ? null : [person]) : person;
}
