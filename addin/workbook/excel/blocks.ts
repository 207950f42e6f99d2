/** Cells of one column that are written together. `cells[i]` belongs to row `first + i`; null leaves a cell as it is. */
export interface Block<T> {
  readonly column: string;
  readonly first: number;
  readonly cells: readonly (T | null)[];
}

/** A write of its own costs some 260 bytes, a cell left alone five. */
const GAP = 40;

/** Groups cells into few blocks of one column each; small gaps are bridged by cells left alone. */
export function toBlocks<T>(
  cells: readonly { readonly row: number; readonly column: string; readonly cell: T }[],
): Block<T>[] {
  const byColumn = new Map<string, { row: number; cell: T }[]>();
  for (const { row, column, cell } of cells) {
    const known = byColumn.get(column);
    if (known) known.push({ row, cell });
    else byColumn.set(column, [{ row, cell }]);
  }
  const blocks: Block<T>[] = [];
  for (const [column, list] of byColumn) {
    list.sort((a, b) => a.row - b.row);
    let block: { first: number; cells: (T | null)[] } | null = null;
    for (const { row, cell } of list) {
      if (block === null || row - (block.first + block.cells.length) > GAP) {
        block = { first: row, cells: [] };
        blocks.push({ column, ...block });
      }
      while (block.first + block.cells.length < row) block.cells.push(null);
      block.cells[row - block.first] = cell;
    }
  }
  return blocks;
}

/** Neighbouring rows as [first, count], from the bottom, so that deleting one group does not move the next. */
export function groupsFromBottom(rows: readonly number[]): readonly (readonly [number, number])[] {
  const groups: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => b - a)) {
    const last = groups.at(-1);
    if (last && last[0] === row + 1) {
      last[0] = row;
      last[1]++;
    } else groups.push([row, 1]);
  }
  return groups;
}

/** Cells that stand one under another, without gaps, as runs from the top. */
export function toRuns(
  cells: readonly { readonly y: number; readonly x: number }[],
): readonly { readonly y: number; readonly x: number; readonly count: number }[] {
  const runs: { y: number; x: number; count: number }[] = [];
  for (const { y, x } of [...cells].sort((a, b) => a.x - b.x || a.y - b.y)) {
    const last = runs.at(-1);
    if (last?.x === x && y < last.y + last.count) continue;
    if (last?.x === x && y === last.y + last.count) last.count++;
    else runs.push({ y, x, count: 1 });
  }
  return runs;
}
