import { bottom, type Box, MAX_COLUMNS, MAX_ROWS, right } from "./address.ts";
import { Grid } from "./grid.ts";
import { type Move, type Shift } from "./shift.ts";

/** A layer as plain JSON: cells are 1-based indexes into the palette, 0 for none; equal neighbouring rows are one. */
export interface LayerSnapshot<T> {
  readonly palette: readonly T[];
  readonly rows: readonly (readonly [row: number, count: number, cells: readonly number[]])[];
  readonly wholeRows: readonly (readonly [number, number])[];
  readonly wholeColumns: readonly (readonly [number, number])[];
}

/** Formats or styles of a sheet: of single cells, of whole rows and of whole columns, the closer one winning. */
export class Layer<T> {
  readonly cells = new Grid<T>();
  #wholeRows = new Grid<T>();
  #wholeColumns = new Grid<T>();
  readonly #base: T;

  constructor(base: T) {
    this.#base = base;
  }

  get(row: number, column: number): T {
    return (
      this.cells.get(row, column) ?? this.#wholeRows.get(row, 0) ?? this.#wholeColumns.get(0, column) ?? this.#base
    );
  }

  /** Whether anything but the base stands anywhere under these columns as a whole. */
  columnDefault(column: number): T {
    return this.#wholeColumns.get(0, column) ?? this.#base;
  }

  update(box: Box, change: (before: T) => T): void {
    if (box.rows >= MAX_ROWS) this.#updateColumns(box, change);
    else if (box.columns >= MAX_COLUMNS) this.#updateRows(box, change);
    else
      for (let row = box.row; row < bottom(box); row++)
        for (let column = box.column; column < right(box); column++)
          this.put(row, column, change(this.get(row, column)));
  }

  put(row: number, column: number, value: T): void {
    const plain = value === this.#base && !this.#hasDefault(row, column);
    this.cells.set(row, column, plain ? undefined : value);
  }

  #hasDefault(row: number, column: number): boolean {
    return this.#wholeRows.get(row, 0) !== undefined || this.#wholeColumns.get(0, column) !== undefined;
  }

  #updateColumns(box: Box, change: (before: T) => T): void {
    this.cells.each(box, (value, row, column) => this.cells.set(row, column, change(value)));
    for (let column = box.column; column < right(box); column++) {
      for (const [row, [value]] of this.#wholeRows.filled())
        if (value !== undefined && this.cells.get(row, column) === undefined)
          this.cells.set(row, column, change(value));
      this.#wholeColumns.set(0, column, change(this.columnDefault(column)));
    }
  }

  #updateRows(box: Box, change: (before: T) => T): void {
    for (let row = box.row; row < bottom(box); row++) {
      const columns = this.#wholeColumns.row(0) ?? [];
      columns.forEach((value, column) => {
        if (value !== undefined && this.cells.get(row, column) === undefined) this.cells.set(row, column, value);
      });
      const line = { ...box, row, rows: 1 };
      this.cells.each(line, (value, _row, column) => this.cells.set(row, column, change(value)));
      this.#wholeRows.set(row, 0, change(this.#wholeRows.get(row, 0) ?? this.#base));
    }
  }

  shift(shift: Shift): void {
    this.cells.shift(shift);
    const { axis, box } = shift;
    if (axis === "rows" && box.columns >= MAX_COLUMNS) this.#wholeRows.shift(shift);
    if (axis === "columns" && box.rows >= MAX_ROWS) this.#wholeColumns.shift(shift);
  }

  reorder(box: Box, order: readonly number[]): void {
    this.cells.reorder(box, order);
  }

  move(move: Move): void {
    this.cells.move(move);
    (move.axis === "rows" ? this.#wholeRows : this.#wholeColumns).move(move);
  }

  snapshot(): LayerSnapshot<T> {
    const index = new Map<T, number>();
    const code = (value: T | undefined): number => {
      if (value === undefined) return 0;
      const known = index.get(value) ?? index.size + 1;
      index.set(value, known);
      return known;
    };
    const rows: [number, number, number[]][] = [];
    for (const [row, cells] of this.cells.filled()) {
      const codes = Array.from(cells, code);
      const last = rows.at(-1);
      if (last && last[0] + last[1] === row && same(last[2], codes)) last[1]++;
      else rows.push([row, 1, codes]);
    }
    const wholeRows = [...this.#wholeRows.filled()].map(([row, [value]]) => [row, code(value)] as const);
    const wholeColumns = (this.#wholeColumns.row(0) ?? []).flatMap((value, column) =>
      value === undefined ? [] : [[column, code(value)] as const],
    );
    return { palette: [...index.keys()], rows, wholeRows, wholeColumns };
  }

  restore(snapshot: LayerSnapshot<T>): void {
    const value = (code: number): T | undefined => snapshot.palette[code - 1];
    for (const [first, count, codes] of snapshot.rows)
      for (let row = first; row < first + count; row++) this.cells.replaceRow(row, codes.map(value));
    for (const [row, code] of snapshot.wholeRows) this.#wholeRows.set(row, 0, value(code));
    for (const [column, code] of snapshot.wholeColumns) this.#wholeColumns.set(0, column, value(code));
  }
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
