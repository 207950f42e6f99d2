/** Lists by key, keys and rows in the order in which they come. */
export function grouped<Row>(rows: Iterable<Row>, key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const its = key(row);
    const group = groups.get(its);
    if (group) group.push(row);
    else groups.set(its, [row]);
  }
  return groups;
}
