import type { Register } from "../../schema/registers/register.ts";
import type { RowWrite } from "../store/rows.ts";
import { SearchLog, type SearchEntry } from "../store/search-log.ts";
import type { StoredCell, StoredCells } from "../store/stored-row.ts";
import type { WriteSql } from "../store/store.ts";
import { searchedOf, textsOf, type Searched } from "./searched.ts";
import { wordsOf } from "./words.ts";

/** Weight of the weightiest column, as PostgreSQL counts them. */
const HEAVIEST = 3;

/**
 * Keeps what is found by words in step with rows that are being written, in the same transaction. Rows that are not
 * and were not findable cost nothing: an incident enters when it is closed.
 */
export class Indexing {
  readonly #searched: Searched;
  readonly #log: SearchLog;

  private constructor(searched: Searched, institutionId: string) {
    this.#searched = searched;
    this.#log = new SearchLog({ institutionId, register: searched.register.key });
  }

  /** Null for a register whose rows are not found by words. */
  static of(register: Register, institutionId: string): Indexing | null {
    const searched = searchedOf(register.key);
    return searched ? new Indexing(searched, institutionId) : null;
  }

  add(
    { id, retired, cells }: RowWrite,
    before: { readonly retired: boolean; readonly cells: StoredCells } | null,
  ): void {
    const searched = this.#searched;
    const found = !retired && isIn(searched.states, searched, cells);
    const was =
      before !== null && !before.retired && isIn([...searched.states, ...searched.keeps], searched, before.cells);
    if (!found && !retired && isIn(searched.keeps, searched, cells)) return;
    if (
      found &&
      was &&
      before &&
      isIn(searched.states, searched, before.cells) &&
      !differs(searched, before.cells, cells)
    )
      return;
    if (was) this.#log.remove(id);
    if (found) this.#log.add(entryOf(searched, id, cells));
  }

  /** Writes everything. To be called once. */
  append(sql: WriteSql): Promise<void> {
    return this.#log.append(sql);
  }
}

/** What is found of a row, made from its stored cells. */
export function entryOf(searched: Searched, rowId: string, cells: StoredCells): SearchEntry {
  const text = (key: string) => (typeof cells[key] === "string" ? cells[key] : null);
  const subjects = cells[searched.subjects];
  return {
    rowId,
    at: text(searched.at),
    level: text("level"),
    category: text(searched.category),
    subjects: Array.isArray(subjects)
      ? (subjects as readonly string[])
      : typeof subjects === "string"
        ? [subjects]
        : [],
    edition: searched.edition ? Object.fromEntries(searched.edition.map((key) => [key, cells[key] ?? null])) : null,
    stems: stemsOf(searched, cells),
  };
}

function stemsOf(searched: Searched, cells: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  textsOf(searched).forEach((key, place) => {
    const cell = cells[key];
    if (typeof cell !== "string") return;
    for (const word of wordsOf(cell))
      for (const stem of word.stems) if (!stems.has(stem)) stems.set(stem, Math.max(0, HEAVIEST - place));
  });
  return stems;
}

const isIn = (states: readonly string[], { register }: Searched, cells: StoredCells): boolean => {
  const state = cells[register.lifecycle?.column ?? ""];
  return typeof state === "string" && states.includes(state);
};

function differs(searched: Searched, before: StoredCells, after: StoredCells): boolean {
  const { at, category, subjects, edition = [] } = searched;
  return [...textsOf(searched), "level", at, category, subjects, ...edition].some(
    (key) => !same(before[key] ?? null, after[key] ?? null),
  );
}

const same = (one: StoredCell, other: StoredCell): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((each, at) => each === other[at])
    : one === other;
