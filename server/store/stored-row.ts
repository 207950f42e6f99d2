/** A cell as it is kept: ids in place of names, days as `YYYY-MM-DD`. */
export type StoredCell = string | number | boolean | readonly string[] | null;
export type StoredCells = Readonly<Record<string, StoredCell>>;

export interface StoredRow {
  readonly id: string;
  readonly version: number;
  readonly retired: boolean;
  readonly cells: StoredCells;
}
