import { bottom, type Box, MAX_COLUMNS, right } from "./address.ts";
import { type Move, type Shift } from "./shift.ts";

export type Row<T> = (T | undefined)[];

/** Cells of a sheet, kept by rows; both rows and cells may be missing. Plain values stand for themselves. */
export class Grid<T> {
  #rows: (Row<T> | undefined)[] = [];

  /** One past the last row that was ever written. */
  get length(): number {
    return this.#rows.length;
  }

  row(row: number): Row<T> | undefined {
    return this.#rows[row];
  }

  get(row: number, column: number): T | undefined {
    return this.#rows[row]?.[column];
  }

  set(row: number, column: number, value: T | undefined): void {
    const cells = this.#rows[row];
    if (cells) cells[column] = value;
    else if (value !== undefined) this.writable(row)[column] = value;
  }

  /** The row to write into, made when missing. */
  writable(row: number): Row<T> {
    return (this.#rows[row] ??= []);
  }

  replaceRow(row: number, cells: Row<T>): void {
    this.#rows[row] = cells;
  }

  /** Calls back for every filled cell of a box, row by row. */
  each(box: Box, visit: (value: T, row: number, column: number) => void): void {
    const end = Math.min(bottom(box), this.#rows.length);
    for (let row = box.row; row < end; row++) {
      const cells = this.#rows[row];
      if (!cells) continue;
      const last = Math.min(right(box), cells.length);
      for (let column = box.column; column < last; column++) {
        const value = cells[column];
        if (value !== undefined) visit(value, row, column);
      }
    }
  }

  clear(box: Box): void {
    this.each(box, (_value, row, column) => this.set(row, column, undefined));
  }

  /** The smallest box holding every filled cell, or null when all is empty. */
  bounds(): Box | null {
    let top = -1;
    let last = -1;
    let left = Infinity;
    let end = 0;
    this.#rows.forEach((cells, row) => {
      const first = cells?.findIndex((value) => value !== undefined) ?? -1;
      if (!cells || first < 0) return;
      let tail = cells.length;
      while (cells[tail - 1] === undefined) tail--;
      if (top < 0) top = row;
      last = row;
      left = Math.min(left, first);
      end = Math.max(end, tail);
    });
    return top < 0 ? null : { row: top, column: left, rows: last - top + 1, columns: end - left };
  }

  shift(shift: Shift): void {
    const { kind, axis, box } = shift;
    if (axis === "columns") this.#shiftColumns(kind, box);
    else if (box.column === 0 && box.columns >= MAX_COLUMNS) this.#shiftWholeRows(kind, box);
    else if (kind === "insert") this.#openRows(box);
    else this.#closeRows(box);
  }

  #shiftWholeRows(kind: Shift["kind"], box: Box): void {
    if (box.row >= this.#rows.length) return;
    const gap = kind === "insert" ? new Array<Row<T> | undefined>(box.rows) : [];
    const tail = this.#rows.slice(kind === "insert" ? box.row : bottom(box));
    this.#rows = this.#rows.slice(0, box.row).concat(gap, tail);
  }

  #openRows(box: Box): void {
    for (let row = this.#rows.length - 1; row >= box.row; row--) this.#copyStrip(row, row + box.rows, box);
    this.clear(box);
  }

  #closeRows(box: Box): void {
    const end = this.#rows.length;
    for (let row = box.row; row < end; row++) this.#copyStrip(row + box.rows, row, box);
  }

  /** Copies the strip's cells of one row over another's. */
  #copyStrip(from: number, to: number, strip: Box): void {
    const source = this.#rows[from];
    const target = this.#rows[to];
    if (!source && !target) return;
    const end = Math.min(right(strip), Math.max(source?.length ?? 0, target?.length ?? 0));
    for (let column = strip.column; column < end; column++) this.set(to, column, source?.[column]);
  }

  #shiftColumns(kind: Shift["kind"], box: Box): void {
    const end = Math.min(bottom(box), this.#rows.length);
    for (let row = box.row; row < end; row++) {
      const cells = this.#rows[row];
      if (!cells || cells.length <= box.column) continue;
      if (kind === "delete") cells.splice(box.column, box.columns);
      else cells.splice(box.column, 0, ...new Array<undefined>(box.columns));
    }
  }

  /** Row i of the box becomes row `order[i]` of before. */
  reorder(box: Box, order: readonly number[]): void {
    const before = order.map((_, i) => this.#rows[box.row + i]?.slice(box.column, right(box)));
    order.forEach((from, i) => {
      const source = before[from];
      const width = Math.max(source?.length ?? 0, before[i]?.length ?? 0);
      for (let c = 0; c < width; c++) this.set(box.row + i, box.column + c, source?.[c]);
    });
  }

  move({ axis, from, count, to }: Move): void {
    const target = to > from ? to - count : to;
    if (axis === "columns") {
      for (const cells of this.#rows) if (cells) moveWithin(cells, from, count, target);
    } else moveWithin(this.#rows, from, count, target);
  }

  /** Filled rows with their numbers, for a snapshot. */
  *filled(): Generator<[number, Row<T>]> {
    for (let row = 0; row < this.#rows.length; row++) {
      const cells = this.#rows[row];
      if (cells?.some((value) => value !== undefined)) yield [row, cells];
    }
  }
}

function moveWithin<V>(list: (V | undefined)[], from: number, count: number, target: number): void {
  const needed = Math.max(from, target) + count;
  if (list.length <= Math.min(from, target)) return;
  if (list.length < needed) list.length = needed;
  list.splice(target, 0, ...list.splice(from, count));
}
