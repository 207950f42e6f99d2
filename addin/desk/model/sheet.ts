import { type Box, intersect, subtract } from "./address.ts";
import { Grid } from "./grid.ts";
import { Layer } from "./layer.ts";
import {
  type CellContent,
  type CellStyle,
  type CellValue,
  type ListValidation,
  type Visibility,
} from "./operations.ts";

/** What a grid holds: a plain value stands for itself, a formula or an error comes as an object. */
export type Stored = CellValue | CellContent;

export interface Validation {
  readonly box: Box;
  readonly rule: ListValidation;
}

export const NO_STYLE: CellStyle = Object.freeze({});
export const GENERAL = "General";

/** One sheet's cells and looks. Only {@link WorkbookModel.apply} writes to it. */
export class Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility = "Visible";
  /** `#RRGGBB`, or "" for none. */
  tabColor = "";
  gridlines = true;
  frozen = { rows: 0, columns: 0 };
  readonly cells = new Grid<Stored>();
  /** False as long as no formula was ever written: then nobody needs to look for one among all cells. */
  mayHaveFormulas = false;
  readonly formats = new Layer<string>(GENERAL);
  readonly styles = new Layer<CellStyle>(NO_STYLE);
  readonly notes = new Grid<string>();
  validations: Validation[] = [];
  merges: Box[] = [];
  hiddenRows = new Grid<true>();
  hiddenColumns = new Grid<true>();
  /** Pixels; rows in column 0 of the grid, columns in row 0. */
  heights = new Grid<number>();
  widths = new Grid<number>();

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  content(row: number, column: number): CellContent | null {
    const stored = this.cells.get(row, column);
    return stored === undefined ? null : contentOf(stored);
  }

  value(row: number, column: number): CellValue {
    const stored = this.cells.get(row, column);
    return stored === undefined ? "" : valueOf(stored);
  }

  validation(row: number, column: number): ListValidation | null {
    const cell = { row, column, rows: 1, columns: 1 };
    return this.validations.find(({ box }) => intersect(box, cell))?.rule ?? null;
  }

  setValidation(box: Box, rule: ListValidation | null): void {
    const rest = this.validations.flatMap((old) =>
      subtract(old.box, box).map((part) => ({ box: part, rule: old.rule })),
    );
    this.validations = rule ? [...rest, { box, rule }] : rest;
  }

  /** Hidden by hand; rows hidden by a table's filter are the table's. */
  isRowHidden(row: number): boolean {
    return this.hiddenRows.get(row, 0) === true;
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.get(0, column) === true;
  }
}

export const contentOf = (stored: Stored): CellContent => (typeof stored === "object" ? stored : { value: stored });

export const valueOf = (stored: Stored): CellValue => (typeof stored === "object" ? stored.value : stored);

/** The shape a content is kept in. */
export const storedOf = (content: CellContent): Stored | undefined => {
  if (content.formula !== undefined || content.error) return content;
  return content.value === "" ? undefined : content.value;
};
