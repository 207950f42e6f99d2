import { isEmpty } from "./lifecycle.ts";
import type { Columns, Guard, Row } from "./register.ts";

/** Makers of rules that several registers keep alike. */

/** A rule that the row alone tells. */
export type RowGuard = Guard & { readonly broken: (row: Row, before: Row | null) => boolean };

/** Each pair is a time and one that may not be before it; a breach is shown at the later one. Empty times keep any order. */
export function inOrder(
  columns: Columns,
  rule: string,
  pairs: readonly (readonly [earlier: string, later: string])[],
): readonly RowGuard[] {
  const name = (key: string) => columns[key]?.label ?? { lv: key, en: key };
  return pairs.map(([earlier, later]) => ({
    rule,
    column: later,
    broken: (row) => {
      const [first, second] = [row[earlier], row[later]];
      return typeof first === "string" && typeof second === "string" && second < first;
    },
    message: {
      lv: `“${name(later).lv}” nevar būt pirms “${name(earlier).lv}”. Labojiet vienu no abiem laikiem.`,
      en: `“${name(later).en}” cannot be before “${name(earlier).en}”. Correct one of the two times.`,
    },
  }));
}

/** A rule that steps keep, kept on while the row stays among `states`: what let it in is not taken away afterwards. */
export function kept(states: readonly string[], guard: RowGuard): RowGuard {
  const among = (row: Row) => typeof row["state"] === "string" && states.includes(row["state"]);
  return {
    ...guard,
    broken: (row, before) => before !== null && among(before) && among(row) && guard.broken(row, before),
  };
}

/** Whether a column of the row is empty. */
export const lacks = (row: Row, column: string): boolean => isEmpty(row[column]);
