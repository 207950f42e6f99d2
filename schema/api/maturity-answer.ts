import type { ConditionKey } from "../registers/condition-list.ts";
import type { ProcessKey } from "../registers/process-list.ts";
import type { TaskKey } from "../registers/task-list.ts";
import type { Words } from "../registers/words.ts";

/** How mature an institution's management of services is, as its records show (domain.md, sections 7–9). */
export interface Maturity {
  /** 1 initial … 5 optimised. */
  readonly level: number;
  /** Null at the highest level. */
  readonly nextLevel: number | null;
  readonly processes: readonly MaturityProcess[];
  readonly tasks: readonly TaskStanding[];
  readonly conditions: readonly ConditionStanding[];
}

export interface MaturityProcess {
  readonly process: ProcessKey;
  readonly label: Words;
  /** Levels for which it must be in place, and for which it is desirable. */
  readonly mandatoryFor: readonly number[];
  readonly desirableFor: readonly number[];
  /** Name of its manager. */
  readonly manager: string | null;
  readonly inPlace: boolean;
  readonly evidence: {
    readonly what: Words;
    /** Rows added or changed within the time that counts. */
    readonly count: number;
    /** ISO 8601, UTC: the last time within it. */
    readonly last: string | null;
  };
  /** Empty where the process is in place. */
  readonly missing: readonly MaturityGap[];
}

/** What a process lacks, and the register where it is to be filled in. */
export interface MaturityGap {
  readonly text: Words;
  readonly register: string;
}

export interface TaskStanding {
  readonly task: TaskKey;
  readonly label: Words;
  /** Null where the institution does not say. */
  readonly done: "NOT" | "PARTLY" | "DONE" | null;
  readonly related: readonly TaskKey[];
  readonly conditions: readonly ConditionKey[];
}

/** How many services meet a condition; those that nobody assessed are in `unknown`. */
export interface ConditionStanding {
  readonly condition: ConditionKey;
  readonly label: Words;
  readonly met: number;
  readonly partly: number;
  readonly not: number;
  readonly unknown: number;
  readonly tasks: readonly TaskKey[];
}
