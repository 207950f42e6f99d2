import { PROCESSES, type ProcessKey } from "../../schema/registers/process-list.ts";

/** The levels that ask for something; everyone stands at level 1 at least. */
export const LEVELS = [2, 3, 4, 5] as const;

/** Levels at which the table marks a process with `mark`: `O` it must be in place, `V` it is desirable. */
export function levelsMarked(process: ProcessKey, mark: "O" | "V"): readonly number[] {
  return LEVELS.filter((_level, at) => PROCESSES[process].levels[at] === mark);
}

/** The highest level whose mandatory processes, and those of every level below, are in place (domain.md, section 7). */
export function levelOf(inPlace: ReadonlySet<ProcessKey>): number {
  let reached = 1;
  for (const level of LEVELS) {
    const lacking = (Object.keys(PROCESSES) as ProcessKey[]).some(
      (process) => !inPlace.has(process) && levelsMarked(process, "O").includes(level),
    );
    if (lacking) break;
    reached = level;
  }
  return reached;
}
