import type { Fill } from "../../schema/messages/refusals.ts";
import type { Actor } from "../../schema/api/context.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { StoredCells } from "../store/stored-row.ts";
import type { Sql } from "../store/store.ts";

/** A row of a write as a rule sees it: stored cells, references are ids. */
export interface FactRow {
  readonly id: string;
  readonly before: StoredCells | null;
  readonly after: StoredCells;
}

/** What a fact is asked about: all rows of one write, in one register of one institution. */
export interface FactAsk {
  readonly sql: Sql;
  readonly institutionId: string;
  readonly register: Register;
  readonly actor: Actor;
  /** Day in the institution's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Of the institution, IANA name. */
  readonly timeZone: string;
  readonly rows: readonly FactRow[];
}

/** A fact looked up once for all rows of a write. */
export interface FactAnswer {
  /** Null where the rule holds for the row as it would be, else what fills the rule's message. */
  readonly broken: (row: FactRow) => Fill | null;
  /** Told of each row that is taken, in order, where rows of one write bear on each other. */
  readonly took?: (row: FactRow) => void;
}

export type FactLoader = (ask: FactAsk) => Promise<FactAnswer>;

/** All ids that a column of the rows names. */
export function idsOf(rows: readonly FactRow[], column: string): readonly string[] {
  return [...new Set(rows.flatMap(({ after }) => idsIn(after[column])))];
}

/** Names as they are said in a sentence: the first few, and how many more. */
export function inSentence(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} … (+${names.length - 5})` : shown;
}

/** The answer of a fact that tells names of what stands in the way. */
export function namedAnswer(names: (row: FactRow) => readonly string[]): FactAnswer {
  return {
    broken: (row) => {
      const found = names(row);
      return found.length === 0 ? null : { names: inSentence(found) };
    },
  };
}
