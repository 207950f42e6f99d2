export const SUMMARIES = ["Sum", "Count", "Average", "Max", "Min"] as const;
export type Summary = (typeof SUMMARIES)[number];

export interface PivotData {
  readonly field: string;
  readonly name: string;
  readonly by: Summary;
  readonly format: string;
}

export interface PivotFilter {
  readonly field: string;
  /** Items, as the cells show them, that count; null for all. */
  readonly selected: readonly string[] | null;
}

/** What a report shows of its source table. Fields are named by the table's headings. */
export interface PivotPlan {
  readonly rows: readonly string[];
  /** One field at most. */
  readonly columns: readonly string[];
  readonly filters: readonly PivotFilter[];
  readonly data: readonly PivotData[];
  /** `Compact`, Excel's default, shows one row field here; several need `Tabular`. */
  readonly layout: "Compact" | "Tabular";
  /** A line of totals below each group of an outer row field. */
  readonly subtotals: boolean;
  /** The line of totals at the bottom, and the columns of totals at the right. */
  readonly columnTotals: boolean;
  readonly rowTotals: boolean;
}

export const EMPTY_PLAN: PivotPlan = {
  rows: [],
  columns: [],
  filters: [],
  data: [],
  layout: "Compact",
  subtotals: true,
  columnTotals: true,
  rowTotals: true,
};
