import { incidents } from "../../schema/registers/incidents.ts";
import { knowledge } from "../../schema/registers/knowledge.ts";
import { problems } from "../../schema/registers/problems.ts";
import type { Register } from "../../schema/registers/register.ts";

/** How rows of a register come to be found by their words. */
export interface Searched {
  readonly register: Register;
  /** The partition of `search_entry` that holds them. */
  readonly table: string;
  /** States in which a row is found as it is then. */
  readonly states: readonly string[];
  /** States in which what was found before stays found, as it was: a published edition while the next is written. */
  readonly keeps: readonly string[];
  /** Columns: of when it came to be found, of its category, of what it is about. */
  readonly at: string;
  readonly category: string;
  readonly subjects: string;
  /** Columns kept as they were, for whoever reads the edition later. */
  readonly edition?: readonly string[];
}

/** domain.md, section 3: similar closed incidents, known errors and published knowledge. */
export const INCIDENTS: Searched = {
  register: incidents,
  table: "search_incidents",
  states: ["CLOSED"],
  keeps: [],
  at: "closedAt",
  category: "category",
  subjects: "subject",
};

export const PROBLEMS: Searched = {
  register: problems,
  table: "search_problems",
  // Its fault is still there: only a change that succeeded ends it.
  states: ["KNOWN_ERROR", "CHANGE_RAISED"],
  keeps: [],
  at: "knownErrorAt",
  category: "category",
  subjects: "subject",
};

export const KNOWLEDGE: Searched = {
  register: knowledge,
  table: "search_knowledge",
  states: ["PUBLISHED"],
  // domain.md, section 5: the old edition stays readable.
  keeps: ["DRAFT", "IN_REVIEW"],
  at: "publishedAt",
  category: "category",
  subjects: "subjects",
  edition: knowledge.readers.edition.columns,
};

export const SEARCHED: readonly Searched[] = [INCIDENTS, PROBLEMS, KNOWLEDGE];
const byKey = new Map(SEARCHED.map((searched) => [searched.register.key, searched]));

/** How rows of the register are found by words; undefined for registers whose rows are not. */
export const searchedOf = (register: string): Searched | undefined => byKey.get(register);

/** The columns whose words are indexed, weightiest first. Personal data never are (domain.md, section 1). */
export const textsOf = ({ register }: Searched): readonly string[] =>
  (register.search ?? []).filter((key) => !register.columns[key]?.personal);
