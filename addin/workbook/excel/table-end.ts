/**
 * So many rows, as wide as the table where no width is said, the first `offset` rows after its last one, wherever that
 * is by then. `body` is the table's body.
 */
export function rowsFromEnd(body: Excel.Range, offset: number, count: number, width?: number): Excel.Range {
  const first = body.getLastRow().getOffsetRange(offset, 0);
  return width === undefined ? first.getResizedRange(count - 1, 0) : first.getAbsoluteResizedRange(count, width);
}

/** Takes so many rows below the table's `body` into the table. */
export function growTable(table: Excel.Table, body: Excel.Range, rows: number): void {
  table.resize(body.getOffsetRange(-1, 0).getResizedRange(rows + 1, 0));
}
