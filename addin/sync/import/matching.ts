import { sameCell } from "../../../schema/registers/cells.ts";
import type { Register } from "../../../schema/registers/register.ts";
import type { ImportPlan } from "../importing.ts";
import { fallbackKey, keyOf, type Candidate } from "./candidates.ts";
import type { RegisterRow } from "./picture.ts";

/** The register's row for a candidate, or the id a new row gets. */
export type Match =
  { readonly kind: "FOUND"; readonly row: RegisterRow } | { readonly kind: "NEW"; readonly id: string };

const natural = new Intl.Collator("en", { numeric: true });

/** Rows by key, those in force first, each in the order of their codes. */
function indexRows(register: Register, plan: ImportPlan, rows: readonly RegisterRow[]) {
  const byKey = new Map<string, RegisterRow[]>();
  const add = (key: string | null, row: RegisterRow) => {
    if (key === null) return;
    const list = byKey.get(key);
    if (list) list.push(row);
    else byKey.set(key, [row]);
  };
  const code = (row: RegisterRow) => String(row.cells[register.code.column] ?? "");
  const ordered = [...rows].sort(
    (a, b) => Number(a.retired) - Number(b.retired) || natural.compare(code(a), code(b)) || (a.id < b.id ? -1 : 1),
  );
  const fallback = fallbackKey(register, plan);
  for (const row of ordered) {
    const own = keyOf(row.cells, plan.key, []);
    const other = keyOf(row.cells, fallback, []);
    add(own, row);
    if (other !== own) add(other, row);
  }
  return byKey;
}

/** True when the import would change nothing in the row. */
function says(candidate: Candidate, row: RegisterRow): boolean {
  return Object.entries(candidate.cells).every(
    ([key, cell]) => cell === null || sameCell(cell, row.cells[key] ?? null),
  );
}

/**
 * Finds each candidate's row in the register. Of rows with equal keys those that already say the same belong together;
 * the rest pair off in order, the k-th with the k-th. So importing the same source twice changes nothing. What is left
 * is new and gets the id `deriveId(key, occurrence)`; a row that already has that id is the candidate's own, renamed
 * since.
 */
export function matchRows(
  register: Register,
  plan: ImportPlan,
  candidates: readonly Candidate[],
  rows: readonly RegisterRow[],
  deriveId: (key: string, occurrence: number) => string,
): readonly (Match | null)[] {
  const byKey = indexRows(register, plan, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const taken = new Set<string>();
  const matches: (Match | null)[] = candidates.map(() => null);
  const take = (place: number, row: RegisterRow | undefined) => {
    if (!row) return;
    taken.add(row.id);
    matches[place] = { kind: "FOUND", row };
  };
  const places = groupPlaces(candidates);
  for (const [key, group] of places) {
    const same = byKey.get(key) ?? [];
    if (same.length > 1) {
      for (const place of group) {
        const candidate = candidates[place] as Candidate;
        take(
          place,
          same.find((row) => !taken.has(row.id) && says(candidate, row)),
        );
      }
    }
    for (const place of group) {
      if (matches[place]) continue;
      take(
        place,
        same.find((row) => !taken.has(row.id)),
      );
    }
  }
  for (const [key, group] of places) {
    let occurrence = 0;
    for (const place of group) {
      if (matches[place]) {
        occurrence++;
        continue;
      }
      let id = deriveId(key, occurrence++);
      while (taken.has(id)) id = deriveId(key, occurrence++);
      const known = byId.get(id);
      taken.add(id);
      matches[place] = known ? { kind: "FOUND", row: known } : { kind: "NEW", id };
    }
  }
  return matches;
}

/** Places of the candidates that have a key, by key. */
function groupPlaces(candidates: readonly Candidate[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  candidates.forEach(({ key, refusals }, place) => {
    if (key === "") return;
    // A row that is refused for good still stands for its register row, so that the ones after it keep theirs.
    if (refusals.some((refusal) => refusal.code === "DUPLICATE_ROW")) return;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  });
  return groups;
}
